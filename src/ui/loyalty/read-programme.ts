import type { Workspace } from '../../state/workspace.svelte';
import type { Answer } from '../../terms/answer';
import type { View } from '../../terms/view';

/** What the programme's section says, in one call. */
export interface ProgrammeAnswers {
  redemption: Answer;
  lifetime: Answer;
  membership: Answer;
  engagement: Answer;
  neverRedeemed: Answer;
  referral: Answer;
  referrers: Answer;
  view: View;
}

export const LIFETIME = { id: 'redemption-rate', params: { by: 'lifetime' } };
export const REFERRERS = { id: 'referral-rate', params: { by: 'referrers' } };

/** Asks for all of it. */
export async function readProgramme(engine: Workspace['engine'], view: View): Promise<ProgrammeAnswers> {
  const [redemption, lifetime, membership, engagement, neverRedeemed, referral, referrers] = await engine.answer(
    [
      { id: 'redemption-rate' },
      LIFETIME,
      { id: 'membership-rate' },
      { id: 'active-engagement-rate' },
      { id: 'earn-no-burn-share' },
      { id: 'referral-rate' },
      REFERRERS,
    ],
    view,
  );
  return {
    redemption: redemption!,
    lifetime: lifetime!,
    membership: membership!,
    engagement: engagement!,
    neverRedeemed: neverRedeemed!,
    referral: referral!,
    referrers: referrers!,
    view,
  };
}
