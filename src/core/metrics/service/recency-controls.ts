import type { Day } from '../../../terms/day';
import type { OrderTable } from '../../columns/order-table';

/** Longest days since the last order of each band; what is longer is the last band. */
export const RECENCY_BANDS: readonly number[] = [7, 30, 90, 365];

/** Band of a number of days since the last order. */
export function recencyBand(days: number): number {
  const band = RECENCY_BANDS.findIndex((longest) => days <= longest);
  return band < 0 ? RECENCY_BANDS.length : band;
}

/** For a day and a band: how many customers stood there, and how many of them ordered within the days asked for. */
export interface Controls {
  stood: (day: Day, band: number) => number;
  ordered: (day: Day, band: number) => number;
}

/**
 * Counts, for every day of [from, to], customers by the band of their last order up to that day, and those who ordered again on one of the
 * `withinDays` days after it. Only customers for whom `isControl` holds.
 *
 * Each order of a customer is the last one from its day to the day before the next; these stretches are added up by their ends.
 * Cost: one pass over orders, times the bands, and the days.
 */
export function recencyControls(
  orders: OrderTable,
  { from, to, withinDays, isControl }: { from: Day; to: Day; withinDays: number; isControl: (customer: number) => boolean },
): Controls {
  const size = Math.max(0, to - from + 2);
  const bands = RECENCY_BANDS.length + 1;
  const [stood, ordered] = [new Int32Array(size * bands), new Int32Array(size * bands)];
  const add = (counts: Int32Array, band: number, first: Day, last: Day): void => {
    const [low, high] = [Math.max(first, from), Math.min(last, to)];
    if (low > high) return;
    counts[band * size + low - from]!++;
    counts[band * size + high + 1 - from]!--;
  };
  for (let c = 0; c < orders.customers; c++) {
    if (!isControl(c)) continue;
    for (let i = orders.first[c]!; i < orders.first[c + 1]!; i++) {
      const day = orders.day[i]!;
      const next = i + 1 < orders.first[c + 1]! ? orders.day[i + 1]! : Infinity;
      if (next === day) continue;
      for (let band = 0; band < bands; band++) {
        const first = day + (band === 0 ? 0 : RECENCY_BANDS[band - 1]! + 1);
        const last = Math.min(next - 1, day + (RECENCY_BANDS[band] ?? Infinity));
        add(stood, band, first, last);
        add(ordered, band, Math.max(first, next - withinDays), last);
      }
    }
  }
  for (const counts of [stood, ordered])
    for (let band = 0; band < bands; band++) for (let d = 1; d < size; d++) counts[band * size + d]! += counts[band * size + d - 1]!;
  return { stood: (day, band) => stood[band * size + day - from]!, ordered: (day, band) => ordered[band * size + day - from]! };
}
