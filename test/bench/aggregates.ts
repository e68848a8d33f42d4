import { ISO_CALENDAR } from '../../src/terms/day';
import type { View } from '../../src/terms/view';
import type { Ledger } from '../../src/core/columns/ledger';
import type { OrderTable } from '../../src/core/columns/order-table';
import { cohortGrid } from '../../src/core/metrics/retention/cohort-grid';
import { gapCounts } from '../../src/core/metrics/lapse/gaps';
import { quantileOfCounts } from '../../src/core/stats/quantile';

export const LADDER = 10;

/** The six things that both sides compute. */
export interface Aggregates {
  customers: number;
  orderDays: number;
  /** Customers by cohort month and month bought, as [cohort, k, customers], k months later; cells of 0 are left out. Ascending. */
  cohorts: [number, number, number][];
  /** `ladder[i]`: customers with i + 1 or more orders. */
  ladder: number[];
  /** Lower quartile, median and upper quartile of days between order-days (definition 7). */
  gaps: number[];
  /** Per customer: day of the last order, orders, minor units. In the order of each side's customers. */
  rfm: { recency: Int32Array; frequency: Uint32Array; monetary: Float64Array };
}

/** The whole of a shop by month, refunds not read. */
export function benchView(ledger: Pick<Ledger, 'firstDay' | 'lastDay'>): View {
  const { firstDay, lastDay } = ledger;
  return { from: firstDay, to: lastDay + 1, asOf: lastDay, grain: 'month', refunds: 'ignore', lapseDays: null, calendar: ISO_CALENDAR };
}

/** The six from the order table, by the core's own functions where it has them. */
export function ourAggregates(orders: OrderTable, view: View): Aggregates {
  const gaps = gapCounts(orders, view.from, view.to);
  const rfm = rfmOf(orders);
  return {
    customers: rfm.recency.length,
    orderDays: gaps.closedTotal + rfm.recency.length,
    cohorts: cohortCells(orders, view),
    ladder: ladderOf(rfm.frequency),
    gaps: gaps.closedTotal === 0 ? [] : [0.25, 0.5, 0.75].map((p) => quantileOfCounts(gaps.closed, gaps.closedTotal, p)),
    rfm,
  };
}

function rfmOf({ customers, first, day, net }: OrderTable): Aggregates['rfm'] {
  const recency = new Int32Array(customers);
  const frequency = new Uint32Array(customers);
  const monetary = new Float64Array(customers);
  let n = 0;
  for (let c = 0; c < customers; c++) {
    if (first[c] === first[c + 1]) continue;
    for (let i = first[c]!; i < first[c + 1]!; i++) monetary[n]! += net[i]!;
    recency[n] = day[first[c + 1]! - 1]!;
    frequency[n++] = first[c + 1]! - first[c]!;
  }
  return { recency: recency.slice(0, n), frequency: frequency.slice(0, n), monetary: monetary.slice(0, n) };
}

function cohortCells(orders: OrderTable, view: View): Aggregates['cohorts'] {
  const grid = cohortGrid(orders, view);
  const cells: Aggregates['cohorts'] = [];
  for (let cohort = 0; cohort < grid.size.length; cohort++) {
    for (let k = 0; k < grid.width; k++) {
      const active = grid.active[cohort * grid.width + k]!;
      if (active > 0) cells.push([cohort, k, active]);
    }
  }
  return cells;
}

function ladderOf(frequency: Uint32Array): number[] {
  const ladder = new Array<number>(LADDER).fill(0);
  for (const orders of frequency) for (let step = 0; step < Math.min(orders, LADDER); step++) ladder[step]!++;
  return ladder;
}

/** Both sides' figures in one text, the customers of RFM in an order that does not depend on the side. */
export function comparable({ rfm, ...rest }: Aggregates): string {
  const rows = Array.from(rfm.recency, (day, i) => `${day} ${rfm.frequency[i]} ${Math.round(rfm.monetary[i]!)}`);
  return JSON.stringify({ ...rest, rfm: rows.sort() });
}
