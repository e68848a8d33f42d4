import type { BackTest } from './back-test';
import { meanWithRange, type Gain } from './guess-errors';

/** Customers who had come back about as often by the cut, and what they did after it. */
export interface FrequencyBin {
  /** Order-days after the first by the cut: from, up to and with; null for no upper end. */
  from: number;
  to: number | null;
  /** Rows of the test's history. */
  rows: Uint32Array;
  /** Mean order-days in the part held back, with the 95 % interval of the mean. */
  actual: Gain;
  /** Mean of what the model expected of them. */
  expected: number;
}

/** Lower ends. After 6 they double, for shops where people come every week. */
const FROM = [0, 1, 2, 3, 4, 5, 6, 7, 15, 30, 60, 120];
/** The highest bin takes in the one below until it has this many customers. */
const FEWEST = 10;

/** What came of customers by how often they had come back, beside what the model expected. Bins without customers are left out. */
export function frequencyBins({ history, actual, expected }: BackTest): FrequencyBin[] {
  const at = history.x.map((x) => FROM.findLastIndex((from) => x >= from));
  const counts = FROM.map(() => 0);
  for (let i = 0; i < history.count; i++) counts[at[i]!]!++;
  let highest = FROM.length - 1;
  while (highest > 1 && counts[highest]! < FEWEST) counts[--highest]! += counts[highest + 1]!;
  const bins: FrequencyBin[] = [];
  for (let k = 0; k <= highest; k++) {
    const rows = rowsWhere(history.count, (i) => Math.min(at[i]!, highest) === k);
    if (rows.length === 0) continue;
    bins.push({
      from: FROM[k]!,
      to: k === highest ? null : FROM[k + 1]! - 1,
      rows,
      actual: meanWithRange(rows.length, (i) => actual[rows[i]!]!),
      expected: rows.reduce((sum, i) => sum + expected[i]!, 0) / rows.length,
    });
  }
  return bins;
}

/** Rows for which `test` holds, ascending. */
export function rowsWhere(count: number, test: (row: number) => boolean): Uint32Array {
  const rows = new Uint32Array(count);
  let n = 0;
  for (let i = 0; i < count; i++) if (test(i)) rows[n++] = i;
  return rows.slice(0, n);
}
