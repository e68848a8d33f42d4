import { dayFromYmd } from '../../../terms/day';
import { ratioInterval } from '../../stats/ratio-interval';
import { defineMetric, type ScalarMetric } from '../define';
import { revenueBase, revenueTrendTable, REVENUE_PAIRS_SQL, type RevenueParams } from './revenue-retention';

/**
 * What the customers of an earlier period spend now, as a share of what they spent then. New customers never enter.
 *
 * Without contracts: a customer who pauses counts as gone for that period, so with periods shorter than the purchase cycle it is low by
 * construction; the note says so. It may exceed 1. In the accounting view refunds count on their own day and may make a customer's revenue
 * negative. The variant `gross` is gross revenue retention. Absent `no-orders`, `no-complete-period`, `no-earlier-period` (also when the file
 * does not reach back a year), `no-customers` (nobody spent anything then). Cost: two passes over orders and the resampling of `ratioInterval`.
 */
export const netRevenueRetention = defineMetric<RevenueParams, ScalarMetric<RevenueParams>>({
  id: 'net-revenue-retention',
  family: 'retention',
  unit: 'ratio',
  shape: 'scalar',
  fraction: ['now-revenue', 'base-revenue'],
  formula: 'Σ rev₁(i) / Σ rev₀(i), i ∈ B; B = {i : rev₀(i) > 0}; rev₀, rev₁ = net revenue in the earlier period and in this one',
  source: {
    title: 'Net revenue retention',
    author: 'IgnyteIQ glossary',
    year: 2026,
    where: 'https://ignyteiq.com/glossary/net-revenue-retention (undated, read in 2026)',
  },
  defaults: { comparison: 'previous' },
  sql: `${REVENUE_PAIRS_SQL}
SELECT sum(rev1) / nullif(sum(rev0), 0) AS value, count(*) AS n, sum(least(rev0, rev1)) / nullif(sum(rev0), 0) AS gross FROM pairs`,
  compute({ orders }, view, params) {
    const base = revenueBase(orders, view, params);
    if ('why' in base) return base;
    const { pairs, inputs, period } = base;
    const money = (key: string) => inputs.find((input) => input.key === key)!.value;
    const kept = pairs.before.map((spent, i) => Math.min(spent, pairs.now[i]!));
    const gross = {
      value: money('kept-revenue') / money('base-revenue'),
      n: pairs.who.length,
      inputs,
      interval: ratioInterval(kept, pairs.before, { most: 1 }),
    };
    return {
      value: money('now-revenue') / money('base-revenue'),
      n: pairs.who.length,
      interval: ratioInterval(pairs.now, pairs.before),
      inputs,
      variants: { gross },
      trend: revenueTrendTable(orders, view, params.comparison, 'now'),
      note: period.complete ? 'revenue-without-contracts' : 'period-not-over',
    };
  },
  vectors: [
    {
      // rev₀ 100, 50, 50, 0 and rev₁ 150, 0, 40, 80: 190 of 200; the fourth customer is new.
      name: 'of 200 spent the month before, the same customers spend 190: 95 %',
      orders: [
        { customer: 'a', day: '2024-01-05', net: 100 },
        { customer: 'b', day: '2024-01-06', net: 50 },
        { customer: 'c', day: '2024-01-07', net: 50 },
        { customer: 'a', day: '2024-02-01', net: 150 },
        { customer: 'c', day: '2024-02-20', net: 40 },
        { customer: 'd', day: '2024-02-29', net: 80 },
      ],
      view: {},
      expected: 0.95,
    },
    {
      name: 'who buys more than before can make up for those who are gone',
      orders: [
        { customer: 'a', day: '2024-01-05', net: 100 },
        { customer: 'b', day: '2024-01-06', net: 100 },
        { customer: 'a', day: '2024-02-29', net: 500 },
      ],
      view: {},
      expected: 2.5,
    },
    {
      name: 'against the same month of the year before',
      orders: [
        { customer: 'a', day: '2023-02-10', net: 400 },
        { customer: 'a', day: '2024-01-05', net: 100 },
        { customer: 'a', day: '2024-02-29', net: 300 },
      ],
      view: {},
      params: { comparison: 'last-year' },
      expected: 0.75,
    },
    {
      name: 'a file that does not reach back a year has no year to be held against',
      orders: [
        { customer: 'a', day: '2024-01-05', net: 100 },
        { customer: 'a', day: '2024-02-29', net: 300 },
      ],
      view: {},
      params: { comparison: 'last-year' },
      expected: null,
    },
    {
      name: "the file's first period has no period before it",
      orders: [{ customer: 'a', day: '2024-01-05', net: 100 }],
      view: { to: dayFromYmd(2024, 2, 1), asOf: dayFromYmd(2024, 1, 31) },
      expected: null,
    },
  ],
});
