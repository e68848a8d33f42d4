import { readFile } from 'node:fs/promises';
import { buildLedger } from '../../src/core/columns/ledger';
import type { OrderTable } from '../../src/core/columns/order-table';
import { METRICS, metricById } from '../../src/core/metrics/registry';
import { findPeople } from '../../src/core/people/find-people';
import { ShopBook } from '../../src/core/tables/shop-tables';
import { stageFile } from '../../src/intake/stage-file';
import { orderLines } from '../../src/intake/staged-import';
import { dayFromYmd } from '../../src/terms/day';
import { DEFAULT_PEOPLE_RULES } from '../../src/terms/people';
import { benchView } from './aggregates';
import { breakdownTimes } from './breakdown-times';

/** What the Overview asks in one call. */
const OVERVIEW = [
  'customers',
  'orders',
  'net-revenue',
  'repeat-customer-rate',
  'second-order-within',
  'purchase-frequency',
  'customer-retention-rate',
  'life-cycle',
  'churn-rate',
];

/** Times of a file's metrics in the view that the app opens with, in milliseconds, the slowest first; medians of some rounds. */
export async function metricTimes(
  path: string,
  rounds: number,
): Promise<{ passMs: number; times: { id: string; ms: number }[]; overviewMs: number; breakdowns: ReturnType<typeof breakdownTimes> }> {
  const quiet = (): void => undefined;
  const staged = await stageFile(new Blob([await readFile(path)]), path, dayFromYmd(2026, 1, 1), () => Promise.resolve(undefined), quiet);
  const ledger = buildLedger([{ ...orderLines(staged.build(staged.plan, quiet)), importId: 1 }]);
  const view = { ...benchView(ledger), refunds: 'behaviour' as const };
  const tables = new ShopBook({ ledger, people: findPeople([], DEFAULT_PEOPLE_RULES), records: [] }).tables(view);
  const once = (id: string): void => {
    const metric = metricById(id)!;
    metric.compute(tables, view, metric.defaults);
  };
  const times = METRICS.map(({ id }) => ({ id, ms: timed(rounds, () => once(id)) })).sort((a, b) => b.ms - a.ms);
  const overviewMs = timed(rounds, () => OVERVIEW.forEach(once));
  const breakdowns = breakdownTimes(tables, view, rounds);
  return { passMs: timed(rounds, () => passOver(tables.orders)), times, overviewMs, breakdowns };
}

/** Looks at the day of every order, customer by customer: what no metric can do without. */
function passOver({ customers, first, day }: OrderTable): number {
  let last = 0;
  for (let c = 0; c < customers; c++) for (let i = first[c]!; i < first[c + 1]!; i++) if (day[i]! > last) last = day[i]!;
  return last;
}

function timed(rounds: number, run: () => void): number {
  run();
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[times.length >> 1]!;
}
