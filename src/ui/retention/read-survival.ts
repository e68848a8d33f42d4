import type { SegmentBy } from '../../engine/protocol';
import type { How } from '../../state/route.svelte';
import type { Workspace } from '../../state/workspace.svelte';
import { isTable, type Absent, type Answer, type Scalar, type Table } from '../../terms/answer';
import type { View } from '../../terms/view';
import { drawnGroups, orderedRows } from './survival-model';

type Engine = Workspace['engine'];

/** What ends a wait that begins with the first order. */
export const LIFE_ENDS = ['second-order', 'silence'] as const;
export type LifeEnd = (typeof LIFE_ENDS)[number];

/** Attributes that grow with buying, as in the metric: by them nothing is told. */
export const NOT_LIVED_BY: readonly SegmentBy[] = ['member-tier'];

export interface SurvivalAnswer {
  by: SegmentBy;
  bys: SegmentBy[];
  until: LifeEnd;
  table: Table;
  difference: Scalar | Absent;
  /** Of each group that is drawn, and last of everybody (`total`). */
  curves: { segment: string; table: Table }[];
  view: View;
}

/** Second order or silence by segment; null where the files tell no customers apart. An attribute that the shop has not is the first it has. */
export async function readSurvival(engine: Engine, view: View, by: string, until: LifeEnd): Promise<SurvivalAnswer | null> {
  const bys = (await engine.segments(view)).filter((one) => !NOT_LIVED_BY.includes(one));
  const chosen = bys.find((one) => one === by) ?? bys[0];
  if (!chosen) return null;
  const params = { by: chosen, until };
  const [table, difference] = await engine.answer(
    ['survival-by-segment', 'survival-difference'].map((id) => ({ id, params })),
    view,
  );
  if (!table || !isTable(table) || table.rows.length === 0) return null;
  const drawn = [...drawnGroups(orderedRows(table, chosen)).map(({ segment }) => segment), 'total'];
  const curves = await engine.answer(
    drawn.map((segment) => ({ id: 'survival-curve', params: { ...params, segment } })),
    view,
  );
  return {
    by: chosen,
    bys,
    until,
    table,
    difference: difference as Scalar | Absent,
    curves: drawn.flatMap((segment, i) => tableOf(segment, curves[i]!)),
    view,
  };
}

function tableOf(segment: string, answer: Answer): { segment: string; table: Table }[] {
  return isTable(answer) ? [{ segment, table: answer }] : [];
}

/** The address of a cell of the table. */
export function howRow({ by, until }: SurvivalAnswer, row: string, column: string): How {
  return { id: 'survival-by-segment', params: { by, until }, at: { row, column } };
}

/** The address of a cell of a group's curve on a day. */
export function howDay({ by, until }: SurvivalAnswer, segment: string, day: number, column: string): How {
  return { id: 'survival-curve', params: { by, until, segment }, at: { row: String(day), column } };
}

/** The address of the test. */
export function howDifference({ by, until }: SurvivalAnswer): How {
  return { id: 'survival-difference', params: { by, until } };
}
