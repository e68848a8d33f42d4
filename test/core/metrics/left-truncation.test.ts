import { describe, expect, it } from 'vitest';
import { dayFromIso, dayFromYmd, isoFromDay } from '../../../src/terms/day';
import { NONE, REFUND } from '../../../src/core/columns/batch';
import { orderTableOf, type OrderLiteral } from '../../../src/core/columns/order-literals';
import { unseenFirstOrders } from '../../../src/core/metrics/retention/unseen-first-orders';
import { ordersOnly } from '../../../src/core/tables/shop-literals';
import { plainFacts } from '../../../src/core/tables/order-facts';
import { makeSampleShop } from '../../../src/sample/make-sample-shop';
import { vectorView } from './vector-view';

/** The lines of the sample shop as orders from a day on, one for each line: several on a day are one order-day anyway. */
function sampleFrom(seed: number, from: number): { kept: OrderLiteral[]; earlier: Set<string> } {
  const { lines } = makeSampleShop(seed).batch;
  const kept = new Map<string, OrderLiteral>();
  const earlier = new Set<string>();
  for (let i = 0; i < lines.rows; i++) {
    if (lines.kind[i] === REFUND || lines.customer[i] === NONE) continue;
    const customer = String(lines.customer[i]);
    if (lines.day[i]! < from) earlier.add(customer);
    else kept.set(`${customer}/${lines.day[i]}`, { customer, day: isoFromDay(lines.day[i]!), net: 100 });
  }
  return { kept: [...kept.values()], earlier };
}

function asked(kept: readonly OrderLiteral[]) {
  // Names as numbers: looking each one up in a list would take a minute.
  const names = new Map<string, number>();
  for (const { customer } of kept) names.set(customer, names.get(customer) ?? names.size);
  const table = tableOf(kept, names);
  return unseenFirstOrders.compute(ordersOnly(table, plainFacts(table)), vectorView(table), unseenFirstOrders.defaults);
}

function tableOf(kept: readonly OrderLiteral[], names: ReadonlyMap<string, number>) {
  const rows = kept
    .map((order) => ({ customer: names.get(order.customer)!, day: dayFromIso(order.day)! }))
    .sort((a, b) => a.customer - b.customer || a.day - b.day);
  const first = new Uint32Array(names.size + 1);
  for (const row of rows) first[row.customer + 1]!++;
  for (let c = 0; c < names.size; c++) first[c + 1]! += first[c]!;
  const day = Int32Array.from(rows, (row) => row.day);
  return {
    ...orderTableOf([]),
    customers: names.size,
    orders: rows.length,
    first,
    day,
    net: new Float64Array(rows.length).fill(100),
    ledgerOrder: Uint32Array.from(rows.keys()),
    firstDay: day.reduce((least, d) => Math.min(least, d), Infinity),
    lastDay: day.reduce((most, d) => Math.max(most, d), 0),
  };
}

describe('a file that begins in the middle of a shop’s life', () => {
  it.each([1, 2, 20_260_101])(
    'says within three points how many of the new customers are not: sample %i without its first six months',
    (seed) => {
      const { kept, earlier } = sampleFrom(seed, dayFromYmd(2024, 7, 1));
      const people = new Set(kept.map((order) => order.customer));
      const truth = [...people].filter((customer) => earlier.has(customer)).length / people.size;
      const figure = asked(kept);
      expect(figure.value).not.toBeNull();
      expect(truth).toBeGreaterThan(0.1);
      expect(Math.abs(figure.value! - truth)).toBeLessThan(0.03);
    },
  );

  it('is short as long as it holds less than twice the usual wait, and long after that', () => {
    const { kept } = sampleFrom(1, dayFromYmd(2024, 7, 1));
    const until = (iso: string) => asked(kept.filter((order) => order.day <= iso));
    expect(until('2024-08-15')).toMatchObject({ note: 'history-short' });
    expect(until('2025-12-31')).toMatchObject({ note: 'history-long' });
  });
});
