import type { Absent, Input, Scalar } from '../../../terms/answer';
import type { Day } from '../../../terms/day';
import { addCluster, clusteredShare, noClusters, type ClusterSums } from '../../stats/clustered-share';
import type { ShopTables } from '../../tables/shop-tables';
import { customersWhere } from '../customer-sets';
import { defineMetric, type ScalarMetric } from '../define';
import { absent, counted, measured } from '../figure';
import { horizon } from '../periods';

interface Params {
  /** Share of orders with anything given back, of money given back, or of orders given back in full. */
  by: 'orders' | 'money' | 'full';
}

/**
 * Share of the orders placed in the view for which money was given back up to the as-of day, whatever the refund view.
 *
 * Only refunds that could be set against an order of the file are known here; those of the latest orders may still come. Variants: by
 * orders, by money (refunded / gross), orders refunded in full. Absent `no-orders`. The interval allows for the orders of one customer
 * being alike. Cost: one pass over the orders placed.
 */
export const returnRate = defineMetric<Params, ScalarMetric<Params>>({
  id: 'return-rate',
  family: 'value',
  unit: 'ratio',
  shape: 'scalar',
  fraction: ['refunded-orders', 'placed-orders'],
  formula: '|{o : refunded(o) > 0}| / |orders placed|; by money Σ refunded / Σ gross; in full refunded ≥ gross',
  source: {
    title: 'Return Rate',
    author: 'IgnyteIQ',
    year: 2026,
    where: 'https://ignyteiq.com/glossary/return-rate/ (undated, read in 2026)',
  },
  defaults: { by: 'orders' },
  sql: `-- $by is 'orders', 'money' or 'full'
SELECT CASE $by WHEN 'money' THEN sum(least(refunded, gross)) / nullif(sum(gross), 0)
    WHEN 'full' THEN sum(CASE WHEN refunded > 0 AND refunded >= gross THEN 1 ELSE 0 END) / nullif(count(*), 0)
    ELSE sum(CASE WHEN refunded > 0 THEN 1 ELSE 0 END) / nullif(count(*), 0) END AS value,
  count(*) AS n
FROM placed WHERE day >= $from AND day < $to AND day <= $as_of`,
  compute(tables, view, { by }) {
    const placed = returnsBetween(tables, view.from, horizon(view));
    const n = placed.some.x;
    if (n === 0) return absent('no-orders');
    const people = [counted('customers', placed.all), counted('refunded-customers', placed.refunded)];
    const orders = measured('placed-orders', n, 'orders');
    const figureOf = (sums: ClusterSums, inputs: Input[]): Scalar | Absent => {
      if (sums.x === 0) return absent('no-orders');
      return { value: sums.y / sums.x, n, interval: clusteredShare(sums, n), inputs: [...inputs, ...people] };
    };
    const variants = {
      'refunded-any': figureOf(placed.some, [orders, measured('refunded-orders', placed.some.y, 'orders')]),
      'refunded-money': figureOf(placed.money, [
        measured('placed-value', placed.money.x, 'money'),
        measured('given-back', placed.money.y, 'money'),
      ]),
      'refunded-full': figureOf(placed.full, [orders, measured('fully-refunded-orders', placed.full.y, 'orders')]),
    };
    const chosen = variants[by === 'money' ? 'refunded-money' : by === 'full' ? 'refunded-full' : 'refunded-any'];
    return chosen.value === null ? chosen : { ...chosen, variants, note: 'returns-may-come' };
  },
  vectors: [
    {
      name: 'one of four orders was given back in part: a quarter',
      orders: [
        { customer: 'a', day: '2024-01-01', net: 1000, refunded: 200 },
        { customer: 'a', day: '2024-01-02', net: 1000 },
        { customer: 'b', day: '2024-01-03', net: 1000 },
        { customer: 'c', day: '2024-01-04', net: 1000 },
      ],
      view: {},
      expected: 0.25,
    },
    {
      name: 'by money it is 200 of 4,000',
      orders: [
        { customer: 'a', day: '2024-01-01', net: 1000, refunded: 200 },
        { customer: 'b', day: '2024-01-02', net: 3000 },
      ],
      view: {},
      params: { by: 'money' },
      expected: 0.05,
    },
    {
      name: 'an order given back in full was placed all the same',
      orders: [
        { customer: 'a', day: '2024-01-01', net: 1000, refunded: 1000 },
        { customer: 'b', day: '2024-01-02', net: 3000, refunded: 1 },
      ],
      view: { refunds: 'behaviour' },
      params: { by: 'full' },
      expected: 0.5,
    },
    { name: 'without orders there is no share', orders: [], view: {}, expected: null },
  ],
});

interface Returns {
  some: ClusterSums;
  full: ClusterSums;
  money: ClusterSums;
  all: Uint32Array;
  refunded: Uint32Array;
}

function returnsBetween({ placed, facts }: ShopTables, from: Day, to: Day): Returns {
  const { customers, first, day, ledgerOrder } = placed;
  const [some, full, money] = [noClusters(), noClusters(), noClusters()];
  // Per customer: 0 without an order, 1 with one or more, nothing given back, 2 with something given back.
  const kind = new Uint8Array(customers);
  for (let c = 0; c < customers; c++) {
    let [orders, any, whole, gross, back] = [0, 0, 0, 0, 0];
    for (let i = first[c]!; i < first[c + 1]!; i++) {
      if (day[i]! < from || day[i]! >= to) continue;
      const o = ledgerOrder[i]!;
      const refunded = Math.min(facts.refunded[o]!, facts.gross[o]!);
      orders++;
      gross += facts.gross[o]!;
      back += refunded;
      if (refunded > 0) any++;
      if (refunded > 0 && refunded >= facts.gross[o]!) whole++;
    }
    addCluster(some, orders, any);
    addCluster(full, orders, whole);
    addCluster(money, gross, back);
    kind[c] = orders === 0 ? 0 : any === 0 ? 1 : 2;
  }
  return { some, full, money, all: customersWhere(placed, (c) => kind[c] !== 0), refunded: customersWhere(placed, (c) => kind[c] === 2) };
}
