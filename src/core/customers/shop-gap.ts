import type { OrderTable } from '../columns/order-table';
import { quantile } from '../stats/quantile';

/**
 * The usual gap of the shop in days: the middle one of all gaps between order-days of the same customer; NaN where nobody came back. Waits
 * that are still open are not among them. Cost: one pass over orders.
 */
export function shopGap({ customers, first, day }: OrderTable): number {
  const gaps: number[] = [];
  for (let c = 0; c < customers; c++)
    for (let o = first[c]! + 1; o < first[c + 1]!; o++) if (day[o]! > day[o - 1]!) gaps.push(day[o]! - day[o - 1]!);
  return gaps.length === 0 ? NaN : quantile(Float64Array.from(gaps), 0.5);
}
