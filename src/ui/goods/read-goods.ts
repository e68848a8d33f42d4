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

/** Asks for the pairs; null where no file says what was bought. */
export async function readGoods(workspace: Workspace, view: View, chosen: { goods: string; unit: Unit }): Promise<GoodsAnswers | null> {
  const kinds = await kindsOf(workspace, view);
  const goods = kinds.find((kind) => kind === chosen.goods) ?? kinds[0];
  if (!goods) return null;
  const [together, next, test] = await workspace.engine.answer(
    [
      { id: 'basket-affinity', params: { goods, unit: chosen.unit } },
      { id: 'next-category', params: { goods } },
      { id: 'next-category-test', params: { goods } },
    ],
    view,
  );
  return { kinds, goods, unit: chosen.unit, together: pairsOf(together!), next: pairsOf(next!), test: figureOf(test!) };
}

/** Of which the files know two values or more; products may have names only. */
async function kindsOf({ engine, shop }: Workspace, view: View): Promise<Goods[]> {
  const bys = await engine.segments(view);
  const named = shop?.attributes.includes('product-name') ?? false;
  return [
    ...(bys.includes('first-category') ? (['category'] as const) : []),
    ...(bys.includes('first-product') || named ? (['product'] as const) : []),
  ];
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
