import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { OrderTable } from '../../../src/core/columns/order-table';
import { bgNbd } from '../../../src/core/models/lifetime/bg-nbd';
import { fitLifetime } from '../../../src/core/models/lifetime/fit-lifetime';
import { mbgNbd } from '../../../src/core/models/lifetime/mbg-nbd';
import { repeatHistory } from '../../../src/core/models/lifetime/repeat-history';
import { mergedTriples } from '../../../src/core/models/lifetime/triples';
import { dayFromYmd } from '../../../src/terms/day';
import { hasShared, sharedTable } from './shared-table';
import { orderTableFromDays } from './shop-from-days';

const FILE = 'online-retail/online_retail.csv';
const REFERENCE = 'online-retail/reference_lifetimes_per_customer.csv';

/** Days with a line of Quantity > 0 of each customer who has an id, ids ascending. */
function purchases(): OrderTable {
  const byCustomer = new Map<number, Set<number>>();
  for (const line of readFileSync(join(process.env['LIUKE_DATA'] ?? '../shared/data', FILE), 'utf8').split(/\r?\n/)) {
    // Only the text before these cells may hold commas.
    const [quantity = '', date = '', , customer = ''] = line.split(',').slice(-5);
    const found = /^(\d+)[-/](\d+)[-/](\d+)/.exec(date);
    if (!found || customer === '' || !(Number(quantity) > 0)) continue;
    const [, year, month, day] = found.map(Number) as [number, number, number, number];
    const days = byCustomer.get(Number(customer)) ?? new Set();
    byCustomer.set(Number(customer), days.add(dayFromYmd(year, month, day)));
  }
  return orderTableFromDays([...byCustomer].sort(([a], [b]) => a - b).map(([, days]) => [...days]));
}

describe('Online Retail from the file to the model', () => {
  const isThere = hasShared(FILE) && hasShared(REFERENCE);
  const orders = isThere ? purchases() : orderTableFromDays([]);

  it.runIf(isThere)('has the x, t_x and T of each of 4 339 customers that lifetimes has', () => {
    const history = repeatHistory(orders, dayFromYmd(2011, 12, 9));
    const { frequency, recency, T } = sharedTable(REFERENCE);
    expect(history.count).toBe(4339);
    expect(Array.from(history.x)).toEqual(Array.from(frequency!));
    expect(Array.from(history.recency)).toEqual(Array.from(recency!));
    expect(Array.from(history.age)).toEqual(Array.from(T!));
  });

  it.runIf(isThere).each([bgNbd, mbgNbd])('is refused by the $id, on all of it and on the half before June 2011', (model) => {
    for (const [asOf, customers] of [
      [dayFromYmd(2011, 12, 9), 4339],
      [dayFromYmd(2011, 6, 8), 2787],
    ] as const) {
      const fit = fitLifetime(model, mergedTriples(repeatHistory(orders, asOf)).triples);
      expect(fit).toMatchObject({ status: 'nobody-leaves', customers });
      expect(fit.theta.every((value) => value > 0 && Number.isFinite(value))).toBe(true);
    }
  });

  it.runIf(isThere)('goes to the edge of the space on that half, as lifetimes does (a 1.0e-6, b 15 284)', () => {
    const { theta } = fitLifetime(bgNbd, mergedTriples(repeatHistory(orders, dayFromYmd(2011, 6, 8))).triples);
    expect(theta[2]).toBeLessThan(1e-4);
    expect(theta[2]! / (theta[2]! + theta[3]!)).toBeLessThan(1e-6);
  });
});
