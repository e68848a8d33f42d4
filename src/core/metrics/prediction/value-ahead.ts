import type { Day } from '../../../terms/day';
import type { OrderTable } from '../../columns/order-table';
import { evidenceClass } from '../../models/scores/evidence-class';
import type { Scores } from '../../models/predictions';
import { spendByCustomer } from '../value/spend-by-customer';
import { bandMembers, rankedSpend, valueBands, type RankedSpend } from '../value/value-bands';

/** Bands by how well customers are known, by their class of evidence from 0 on. */
export const EVIDENCE_BANDS = ['once', 'little-known', 'well-known'] as const;

/** What each customer is expected to bring beside what each has brought. Rows are those of the scores. */
export interface ValueAhead {
  scores: Scores;
  /** Rows ranked by expected value; `who` holds rows, not customers. */
  ranked: RankedSpend;
  /** Net sales of each up to the as-of day, in the whole file. */
  soFar: Float64Array;
  /** 1 for the tenth of customers that brought most so far; null below ten customers. */
  isBestSoFar: Uint8Array | null;
}

/** Some of the customers, ascending, as rows of the scores and as customers. */
export interface AheadBand {
  name: string;
  rows: Uint32Array;
  who: Uint32Array;
}

const known = new WeakMap<Scores, { ahead: ValueAhead; bands: AheadBand[] }>();

/** The same for the same scores, so that neither a cell nor a list ranks everybody again. */
export function rankedAhead(orders: OrderTable, asOf: Day, scores: Scores): { ahead: ValueAhead; bands: AheadBand[] } {
  let ranked = known.get(scores);
  if (!ranked) {
    const ahead = valueAhead(orders, asOf, scores);
    known.set(scores, (ranked = { ahead, bands: aheadBands(ahead) }));
  }
  return ranked;
}

/** Cost: two passes over orders and two sorts of customers. */
export function valueAhead(orders: OrderTable, asOf: Day, scores: Scores): ValueAhead {
  const past = spendByCustomer(orders, -Infinity, asOf + 1);
  const rows = Uint32Array.from({ length: scores.count }, (_, i) => i);
  const total = scores.value.reduce((sum, value) => sum + value, 0);
  const ranked = rankedSpend({ who: rows, spend: scores.value, total });
  const best = rankedSpend({ who: rows, spend: past.spend, total: past.total });
  const tenth = valueBands(best, 80, 15).find((band) => band.name === 'top-10');
  const isBestSoFar = tenth ? new Uint8Array(scores.count) : null;
  if (tenth) for (const row of bandMembers(best, tenth)) isBestSoFar![row] = 1;
  return { scores, ranked, soFar: past.spend, isBestSoFar };
}

/**
 * The bands of customers by expected value, most first (the top 1, 5, 10, 20 and 50 %, all, ten equal parts from ten customers on), and
 * those by evidence. A band without customers is left out.
 */
export function aheadBands({ scores, ranked }: ValueAhead): AheadBand[] {
  const bandOf = (name: string, rows: Uint32Array): AheadBand => ({ name, rows, who: rows.map((row) => scores.id[row]!) });
  const byValue = valueBands(ranked, 80, 15)
    .filter((band) => !/^[abc]$/.test(band.name))
    .map((band) => bandOf(band.name, bandMembers(ranked, band)));
  const known = scores.evidence.map(evidenceClass);
  const byEvidence = EVIDENCE_BANDS.map((name, own) =>
    bandOf(
      name,
      ranked.who.filter((row) => known[row] === own),
    ),
  ).reverse();
  return [...byValue, ...byEvidence.filter((band) => band.rows.length > 0)];
}

/** Sum of a column of numbers over some rows, in the order of the rows. */
export function sumOver(rows: Uint32Array, of: (row: number) => number): number {
  let sum = 0;
  for (const row of rows) sum += of(row);
  return sum;
}
