import { beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Answer } from '../../../src/terms/answer';
import { dayFromIso } from '../../../src/terms/day';
import type { View } from '../../../src/terms/view';
import { METRICS } from '../../../src/core/metrics/registry';
import { shopTablesOf, type ShopLiterals } from '../../../src/core/tables/shop-literals';
import type { ShopTables } from '../../../src/core/tables/shop-tables';
import { fill, openDuck } from './duck';
import { paramChoices } from './param-choices';
import { shopLiterals, shopView } from './random-shop';
import { askTwin, expectSame } from './sql-twin';

const SHOPS = 200;
const TWINS = METRICS.filter((metric) => typeof metric.sql === 'string');

/** Where each random shop stands: its tables, the view on it, and which of its parameters each metric is asked with. */
interface Case {
  shop: ShopLiterals;
  view: View;
  accounting: boolean;
  choice: number;
}
const cases: fc.Arbitrary<Case> = fc.record({ shop: shopLiterals, view: shopView(), accounting: fc.boolean(), choice: fc.nat(1000) });

describe('every metric that SQL can say', () => {
  const faults = new Map<string, string>();
  const told = new Map<string, number>();

  beforeAll(async () => {
    const shops = fc.sample(cases, { seed: 59, numRuns: SHOPS });
    // Two databases side by side: most of the time goes into planning queries.
    await Promise.all([0, 1].map((half) => compare(shops.filter((_, i) => i % 2 === half))));
  }, 180_000);

  async function compare(shops: readonly Case[]): Promise<void> {
    const duck = await openDuck();
    await duck.run('PRAGMA disable_optimizer');
    for (const { shop, view: anyView, accounting, choice } of shops) {
      const view: View = accounting ? { ...anyView, refunds: 'accounting' } : anyView;
      const tables = accounting ? withRefundsPaid(shop, view) : shopTablesOf(shop, view.asOf);
      await fill(duck, tables);
      for (const metric of TWINS) {
        const choices = paramChoices(metric);
        const params = choices[choice % choices.length]!;
        const answer = metric.compute(tables, view, params) as Answer;
        if ('rows' in answer || answer.value !== null) told.set(metric.id, (told.get(metric.id) ?? 0) + 1);
        if (faults.has(metric.id)) continue;
        try {
          expectSame(await askTwin(duck, metric, { tables, view, params }), answer, `${metric.id} ${JSON.stringify({ params, view })}`);
        } catch (fault) {
          faults.set(metric.id, String(fault));
        }
      }
    }
  }

  it.each(TWINS)(`says in DuckDB what it says here, on ${SHOPS} random shops, whatever their weeks and refunds: $id`, ({ id }) => {
    expect(faults.get(id) ?? '').toBe('');
    // A twin that is never asked for a figure proves nothing.
    expect(told.get(id) ?? 0).toBeGreaterThan(0);
  });
});

/** The shop as the accounting view has it: what was refunded lowers revenue a few days after the order, or before the first of all. */
function withRefundsPaid({ orders, records }: ShopLiterals, view: View): ShopTables {
  const plain = shopTablesOf({ orders: orders.map(({ refunded: _, ...order }) => order), ...(records ? { records } : {}) }, view.asOf);
  const rows = orders
    .map(({ customer, day, refunded = 0 }, i) => ({
      customer: plain.names.indexOf(customer),
      day: dayFromIso(day)! + (i % 30) - 4,
      refunded,
    }))
    .filter(({ refunded, day }) => refunded > 0 && day <= view.asOf)
    .sort((a, b) => a.customer - b.customer || a.day - b.day);
  const refunds = {
    customer: Uint32Array.from(rows, (row) => row.customer),
    day: Int32Array.from(rows, (row) => row.day),
    amountMinor: Float64Array.from(rows, (row) => row.refunded),
  };
  return { ...plain, orders: { ...plain.orders, refunds } };
}
