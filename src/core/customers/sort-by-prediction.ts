import { evidenceClass } from '../models/scores/evidence-class';
import type { Scores } from '../models/predictions';
import type { CustomerColumns } from './customer-columns';
import type { LikelyColumn } from './customer-table';

/**
 * Sorts rows in place by what is expected of them, the well known first whatever the direction: an expectation from one order is the
 * shop's mean, and must not stand above what years of orders say. Ties keep the order of the book; rows without a prediction come last.
 */
export function sortByPrediction(
  columns: CustomerColumns,
  rows: Uint32Array,
  scores: Scores,
  { column, descending }: { column: LikelyColumn; descending: boolean },
): Uint32Array {
  const at = placesIn(scores, columns);
  const sign = descending ? -1 : 1;
  const value = (row: number) => (at[row]! < 0 ? NaN : scores[column][at[row]!]!);
  const known = (row: number) => (at[row]! < 0 ? -1 : evidenceClass(scores.evidence[at[row]!]!));
  return rows.sort((a, b) => {
    const [x, y] = [value(a), value(b)];
    if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y)) || a - b;
    return known(b) - known(a) || sign * (x - y) || a - b;
  });
}

/** Place of each customer of the book among the scores; -1 for one without. Both are ascending. */
function placesIn(scores: Scores, columns: CustomerColumns): Int32Array {
  const at = new Int32Array(columns.count).fill(-1);
  let k = 0;
  for (let i = 0; i < columns.count; i++) {
    while (k < scores.count && scores.id[k]! < columns.id[i]!) k++;
    if (k < scores.count && scores.id[k] === columns.id[i]) at[i] = k;
  }
  return at;
}
