import type { Against, Breakdown, MetricQuestion, SegmentBy } from '../../engine/protocol';
import type { How } from '../../state/route.svelte';
import type { Workspace } from '../../state/workspace.svelte';
import { isTable, type Table } from '../../terms/answer';
import { isoFromDay, type Day } from '../../terms/day';
import type { View } from '../../terms/view';

type Engine = Workspace['engine'];

export interface BreakdownAnswer {
  question: MetricQuestion;
  bys: SegmentBy[];
  by: SegmentBy;
  split: Breakdown;
  view: View;
}

interface Asked {
  id: string;
  /** ISO day of the picked period, '' for the last complete one; only for metrics that are asked by period. */
  pick: string;
  by: string;
  against: Against | null;
}

/** A rate by segment; null where the files tell no customers apart. An attribute that the shop has not is the first it has. */
export async function readBreakdown(engine: Engine, view: View, { id, pick, by, against }: Asked): Promise<BreakdownAnswer | null> {
  const bys = await engine.segments(view);
  const chosen = bys.find((one) => one === by) ?? bys[0];
  if (!chosen) return null;
  const question = { id, ...(pick ? { params: { period: pick } } : {}) };
  return { question, bys, by: chosen, split: await engine.breakdown(question, chosen, against, view), view };
}

/** The address of a row's figure in the period of the breakdown, or in the one beside it; of everybody without a segment. */
export function howOf({ question, by }: BreakdownAnswer, segment: string | null, period: Day | null): How {
  return {
    ...question,
    ...(period === null ? {} : { params: { ...question.params, period: isoFromDay(period) } }),
    ...(segment === null ? {} : { among: { by, segment } }),
  };
}

export type AwayRank = 'customers' | 'revenue';

export interface AwayAnswer {
  table: Table;
  by: SegmentBy;
  rank: AwayRank;
  pick: string;
  view: View;
}

/** Who did not come back, by segment; null where the files tell no customers apart. */
export async function readAway(engine: Engine, view: View, by: string, pick: string, rank: AwayRank): Promise<AwayAnswer | null> {
  const bys = await engine.segments(view);
  const chosen = bys.find((one) => one === by) ?? bys[0];
  if (!chosen) return null;
  const [table] = await engine.answer([{ id: 'retention-by-segment', params: { by: chosen, period: pick, rank } }], view);
  return table && isTable(table) ? { table, by: chosen, rank, pick, view } : null;
}

/** The address of a cell of that table. */
export function howAway({ by, rank, pick }: AwayAnswer, row: string, column: string): How {
  return { id: 'retention-by-segment', params: { by, period: pick, rank }, at: { row, column } };
}
