import type { Answer } from '../../engine/protocol';
import type { Workspace } from '../../state/workspace.svelte';
import { isTable, type Absent, type Scalar } from '../../terms/answer';
import type { View } from '../../terms/view';
import type { How } from '../../state/route.svelte';
import { numberIn, tableRecords } from '../reading/table-records';

/** What pairs are made of, and where they are looked for. */
export type Goods = 'category' | 'product';
export type Unit = 'order' | 'customer';

/** A pair of a table of pairs; shares are ratios. */
export interface PairRow {
  /** Address of the row. */
  key: string;
  first: string;
  second: string;
  firsts: number;
  both: number;
  share: number;
  low: number;
  high: number;
  chance: number;
  lift: number;
  /** Whether chance would make no pair of all stand out so far. */
  beyond: boolean;
}

/** What the sections say, for the chosen goods. */
export interface GoodsAnswers {
  /** What the shop's files tell, categories first; never empty. */
  kinds: Goods[];
  goods: Goods;
  unit: Unit;
  together: PairRow[];
  next: PairRow[];
  test: Scalar | Absent;
}

/** Items that pairs are counted of, at most, for the note; as in the metric. */
export const MOST_ITEMS = 2000;

/** Why there is nothing to say: no file names goods, all is one item, or no order counts in the period. */
export interface NoGoods {
  absent: 'untold' | 'one-item' | 'no-orders';
}

/** Asks for the pairs, or says why there can be none. */
export async function readGoods(
  { engine }: Pick<Workspace, 'engine'>,
  view: View,
  chosen: { goods: string; unit: Unit },
): Promise<GoodsAnswers | NoGoods> {
  const [known, [sold]] = await Promise.all([engine.itemsKnown(view), engine.answer([{ id: 'average-order-value' }], view)]);
  if (known.category + known.product === 0) return { absent: 'untold' };
  if (figureOf(sold!).value === null) return { absent: 'no-orders' };
  const kinds = (['category', 'product'] as const).filter((kind) => known[kind] > 1);
  const goods = kinds.find((kind) => kind === chosen.goods) ?? kinds[0];
  if (!goods) return { absent: 'one-item' };
  const [together, next, test] = await engine.answer(
    [
      { id: 'basket-affinity', params: { goods, unit: chosen.unit } },
      { id: 'next-category', params: { goods } },
      { id: 'next-category-test', params: { goods } },
    ],
    view,
  );
  return { kinds, goods, unit: chosen.unit, together: pairsOf(together!), next: pairsOf(next!), test: figureOf(test!) };
}

/** Rows of a table of pairs; none when the answer is no table. */
export function pairsOf(answer: Answer): PairRow[] {
  if (!isTable(answer)) return [];
  return tableRecords(answer, answer.rows).map((record) => ({
    key: String(record.pair),
    first: String(record['first-item']),
    second: String(record['second-item']),
    firsts: numberIn(record, 'with-first'),
    both: numberIn(record, 'with-both'),
    share: numberIn(record, 'confidence'),
    low: numberIn(record, 'low'),
    high: numberIn(record, 'high'),
    chance: numberIn(record, 'by-chance'),
    lift: numberIn(record, 'lift'),
    beyond: record['beyond-chance'] === 1,
  }));
}

function figureOf(answer: Answer): Scalar | Absent {
  if (isTable(answer)) throw new Error('a table where a figure was asked for');
  return answer;
}

/** What opens a cell of a pair. */
export type CellHow = (row: PairRow, column: string) => How;
