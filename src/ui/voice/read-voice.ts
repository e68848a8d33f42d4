import type { QuestionCard, RecordLines, Who } from '../../engine/protocol';
import type { Workspace } from '../../state/workspace.svelte';
import { isAbsent, isTable, type Answer, type Scalar } from '../../terms/answer';
import type { View } from '../../terms/view';
import { SILENT_DAYS, silentDays, silentOver, stillBuying } from './voice-lists';

type Engine = Workspace['engine'];

/** The questions that the visitor chose, in their own words; '' for those that are recognised. */
export interface Chosen {
  nps: string;
  csat: string;
}

/** What the page Voice says, in one call. A figure that nobody answered is null. */
export interface VoiceAnswers {
  nps: Scalar | null;
  csat: Scalar | null;
  cli: Scalar | null;
  questions: QuestionCard[];
  /** The latest answers of detractors, or of those who were not satisfied where nobody was asked to recommend, with what they said. */
  said: RecordLines;
  /** Detractors who still buy and promoters who went silent, and after how many days. */
  still: number;
  silent: number;
  days: number;
  /** The same for silence, longer where answers go on after the last order. */
  silentDays: number;
  chosen: Chosen;
  view: View;
}

/** Detractors that are looked through for some who said something. */
const LOOK_AT = 200;

/** Asks for all of it. */
export async function readVoice({ engine, shop }: Workspace, view: View, chosen: Chosen): Promise<VoiceAnswers> {
  const [[nps, csat, cli, churn], questions] = await Promise.all([
    engine.answer([npsQuestion(chosen), csatQuestion(chosen), { id: 'customer-loyalty-index' }, { id: 'churn-rate' }], view),
    engine.questions(view),
  ]);
  const score = given(nps);
  const days = view.lapseDays ?? given(churn)?.inputs.find((input) => input.key === 'lapse-days')?.value ?? SILENT_DAYS;
  const silence = silentDays(days, view.asOf, shop?.lastDay ?? view.asOf);
  const [said, lists] = await Promise.all([
    engine.records(saidBy(score !== null, chosen), view, 0, LOOK_AT),
    score && (shop?.orders ?? 0) > 0 ? listsOf(engine, view, chosen, { days, silence }) : [0, 0],
  ]);
  const [still = 0, silent = 0] = lists;
  return { nps: score, csat: given(csat), cli: given(cli), questions, said, still, silent, days, silentDays: silence, chosen, view };
}

async function listsOf(
  engine: Engine,
  view: View,
  chosen: Chosen,
  { days, silence }: { days: number; silence: number },
): Promise<number[]> {
  const lists = await engine.lists([stillBuying(npsQuestion(chosen), days), silentOver(npsQuestion(chosen), silence)], view);
  return lists.map((totals) => totals.customers);
}

/** Whose words are read. */
export function saidBy(scored: boolean, chosen: Chosen): Who {
  return scored ? { ...npsQuestion(chosen), input: 'detractors' } : { ...csatQuestion(chosen), input: 'not-satisfied' };
}

/** The question of the score, of one period where it is named. */
export function npsQuestion({ nps }: Chosen, period = '') {
  return { id: 'net-promoter-score', params: { ...(nps ? { question: nps } : {}), ...(period ? { period } : {}) } };
}

/** The same of satisfaction. */
export function csatQuestion({ csat }: Chosen, period = '') {
  return { id: 'customer-satisfaction', params: { ...(csat ? { question: csat } : {}), ...(period ? { period } : {}) } };
}

function given(answer: Answer | undefined): Scalar | null {
  return answer && !isAbsent(answer) && !isTable(answer) ? answer : null;
}
