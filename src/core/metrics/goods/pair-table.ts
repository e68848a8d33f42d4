import type { Absent, Cell, Input, Scalar, Table, Unit } from '../../../terms/answer';
import type { Baskets } from '../../basket/baskets';
import { pairEvidence, shareIntervals, type ItemPair, type PairEvidence, type Where } from '../../basket/pair-evidence';
import { repeatEffects } from '../../basket/repeat-effects';
import type { Pair } from '../../basket/strongest-pairs';
import type { OrderItems } from '../../tables/order-items';
import type { CellAddress } from '../define';
import { absent } from '../figure';

/** Columns of a table of pairs; `unit` is that of its counts. */
export function pairColumns(unit: Unit): Table['columns'] {
  return [
    { key: 'pair', unit: 'text' },
    { key: 'first-item', unit: 'text' },
    { key: 'second-item', unit: 'text' },
    { key: 'with-first', unit },
    { key: 'with-second', unit },
    { key: 'with-both', unit },
    { key: 'support', unit: 'ratio' },
    { key: 'confidence', unit: 'ratio' },
    { key: 'low', unit: 'ratio' },
    { key: 'high', unit: 'ratio' },
    { key: 'by-chance', unit: 'ratio' },
    { key: 'lift', unit: 'times' },
    { key: 'leverage', unit: 'ratio' },
    { key: 'beyond-chance', unit: 'flag' },
  ];
}

/**
 * Rows of pairs by codes, those that stand out first: chance alone would make none of all pairs do so, and the likely range of the share is
 * above what chance would make of baskets of these sizes. The first cell names both items as their files write them, in a list (JSON).
 */
export function pairRows(pairs: readonly Pair[], codes: Uint32Array, goods: OrderItems, baskets: Baskets, where: Where): Cell[][] {
  const inCodes = pairs.map(({ first, second }): ItemPair => ({ first: codes[first]!, second: codes[second]! }));
  const intervals = shareIntervals(baskets, inCodes, goods.texts.length, where);
  const names = goods.names();
  const rows = pairs.map((pair, p): Cell[] => {
    const { first, second } = inCodes[p]!;
    const { low, high } = intervals[p]!;
    const { firsts, seconds, both, whole } = pair;
    const chance = seconds / whole;
    return [
      JSON.stringify([goods.texts[first], goods.texts[second]]),
      names[first]!,
      names[second]!,
      firsts,
      seconds,
      both,
      ...ratiosOf(pair).slice(0, 2),
      low,
      high,
      ...ratiosOf(pair).slice(2),
      pair.beyond && low > chance * pair.crowding ? 1 : 0,
    ];
  });
  return rows.sort((a, b) => Number(b.at(-1)) - Number(a.at(-1)));
}

/** How many baskets of one customer say as much of pairs by rank as one of somebody new: see `repeatEffects`. */
export function repeatsOf(baskets: Baskets, codes: Uint32Array, items: number, where: Where): (pairs: readonly Pair[]) => number[] {
  return (pairs) => {
    const inCodes = pairs.map((pair) => ({ ...pair, first: codes[pair.first]!, second: codes[pair.second]! }));
    return repeatEffects(baskets, inCodes, items, where);
  };
}

/** Support, confidence, what chance would make of it, lift and leverage. */
function ratiosOf({ firsts, seconds, both, whole }: Pick<PairEvidence, 'firsts' | 'seconds' | 'both' | 'whole'>): number[] {
  const chance = seconds / whole;
  return [both / whole, both / firsts, chance, (both * whole) / (firsts * seconds), both / whole - (firsts / whole) * chance];
}

/** What a cell of a table of pairs is about, or why there is nothing to say. */
export function evidenceAt(
  goods: OrderItems | null,
  baskets: (goods: OrderItems) => Baskets,
  at: CellAddress,
  { where, least }: { where: Where; least: number },
): { evidence: PairEvidence; interval: NonNullable<Scalar['interval']> } | Absent {
  const pair = goods && pairOf(at.row, goods.texts);
  if (!goods || !pair) return absent('no-orders');
  const within = baskets(goods);
  const evidence = pairEvidence(within, pair, where);
  if (evidence.both < Math.max(1, least)) return absent('too-few');
  return { evidence, interval: shareIntervals(within, [pair], goods.texts.length, where)[0]! };
}

/** The pair that a first cell names; null where it names none of this file. */
function pairOf(row: string, texts: readonly string[]): ItemPair | null {
  let named: unknown;
  try {
    named = JSON.parse(row);
  } catch {
    return null; // an address may say anything
  }
  if (!Array.isArray(named)) return null;
  const [first = -1, second = -1] = named.map((text) => texts.indexOf(String(text)));
  return first >= 0 && second >= 0 ? { first, second } : null;
}

/** The figure of a cell: a count, or a ratio with the counts that it is made of. */
export function pairFigure(
  column: string,
  evidence: PairEvidence,
  interval: NonNullable<Scalar['interval']>,
  inputs: Input[],
): Scalar | Absent {
  const { firsts, seconds, both, whole } = evidence;
  const [support, confidence, chance, lift, leverage] = ratiosOf(evidence) as [number, number, number, number, number];
  const figures: Record<string, Omit<Scalar, 'inputs'>> = {
    'with-first': { value: firsts, n: firsts },
    'with-second': { value: seconds, n: seconds },
    'with-both': { value: both, n: both },
    support: { value: support, n: whole },
    confidence: { value: confidence, n: firsts, interval },
    low: { value: interval.low, n: firsts, interval },
    high: { value: interval.high, n: firsts, interval },
    'by-chance': { value: chance, n: whole },
    lift: { value: lift, n: firsts },
    leverage: { value: leverage, n: whole },
  };
  return figures[column] ? { ...figures[column], inputs } : absent('no-orders');
}
