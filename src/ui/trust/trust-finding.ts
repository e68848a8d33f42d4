import type { Verdict } from '../../engine/protocol';
import type { ModelTest } from './read-trust';

const CLOSED = ['no-better-than-before', 'no-better-than-pace', 'tells-nobody-apart', 'far-off', 'nobody-leaves', 'not-settled'] as const;

/** Which sentence the page opens with. */
export type FindingKind = 'model' | 'empirical' | 'none' | (typeof CLOSED)[number];

/**
 * The sentence for a verdict and a back-test. Reasons of the fit on the whole file come before those of the test, because scores rest on
 * that fit; a closed gate says more than the verdict's `why`.
 */
export function findingOf(verdict: Verdict, tested: ModelTest | null): FindingKind {
  if (verdict.basis === 'empirical') return 'empirical';
  if (verdict.basis === 'none' && verdict.why === 'model-nobody-leaves') return 'nobody-leaves';
  if (verdict.basis === 'none' && verdict.why === 'model-not-settled') return 'not-settled';
  if (!tested) return 'none';
  const closed = CLOSED.find((gate) => gate === tested.gate);
  if (closed) return closed;
  return verdict.basis === 'model' ? 'model' : 'none';
}
