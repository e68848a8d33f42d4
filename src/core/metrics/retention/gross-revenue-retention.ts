import { dayFromYmd } from '../../../terms/day';
import { ratioInterval } from '../../stats/ratio-interval';
import { defineMetric, type ScalarMetric } from '../define';
import { revenueBase, revenueTrendTable, REVENUE_PAIRS_SQL, type RevenueParams } from './revenue-retention';

/**
 * Of what the customers of an earlier period spent then, the share that they still spend, growth not counted: never above 1, never above net
 * revenue retention, which is the variant `net`.
 *
 * base = kept + contracted + churned, to the smallest coin. Below 0 only in the accounting view, when more is given back than was bought.
 * Absent as `net-revenue-retention` is. Cost: two passes over orders and the resampling of `ratioInterval`.
 */
export const grossRevenueRetention = defineMetric<RevenueParams, ScalarMetric<RevenueParams>>({
  id: 'gross-revenue-retention',
  family: 'retention',
  unit: 'ratio',
  shape: 'scalar',
  fraction: ['kept-revenue', 'base-revenue'],
  formula:
    'Σ min(rev₁(i), rev₀(i)) / Σ rev₀(i), i ∈ B; B = {i : rev₀(i) > 0}; rev₀, rev₁ = net revenue in the earlier period and in this one',
  source: {
    title: 'Net revenue retention',
    author: 'IgnyteIQ glossary',
    year: 2026,
    where: 'https://ignyteiq.com/glossary/net-revenue-retention (undated, read in 2026)',
  },
  defaults: { comparison: 'previous' },
  sql: `${REVENUE_PAIRS_SQL}
SELECT sum(least(rev0, rev1)) / nullif(sum(rev0), 0) AS value, count(*) AS n, sum(rev1) / nullif(sum(rev0), 0) AS net FROM pairs`,
  compute({ orders }, view, params) {
    const base = revenueBase(orders, view, params);
    if ('why' in base) return base;
    const { pairs, inputs, period } = base;
    const money = (key: string) => inputs.find((input) => input.key === key)!.value;
    const kept = pairs.before.map((spent, i) => Math.min(spent, pairs.now[i]!));
    const net = {
      value: money('now-revenue') / money('base-revenue'),
      n: pairs.who.length,
      inputs,
      interval: ratioInterval(pairs.now, pairs.before),
    };
    return {
      value: money('kept-revenue') / money('base-revenue'),
      n: pairs.who.length,
      interval: ratioInterval(kept, pairs.before, { most: 1 }),
      inputs,
      variants: { net },
      trend: revenueTrendTable(orders, view, params.comparison, 'kept'),
      note: period.complete ? 'revenue-without-contracts' : 'period-not-over',
    };
  },
  vectors: [
    {
      // rev₀ 100, 50, 50, 0 and rev₁ 150, 0, 40, 80: 100 + 0 + 40 of 200.
      name: 'of 200 spent the month before, 140 are spent again by those who spent them: 70 %',
      orders: [
        { customer: 'a', day: '2024-01-05', net: 100 },
        { customer: 'b', day: '2024-01-06', net: 50 },
        { customer: 'c', day: '2024-01-07', net: 50 },
        { customer: 'a', day: '2024-02-01', net: 150 },
        { customer: 'c', day: '2024-02-20', net: 40 },
        { customer: 'd', day: '2024-02-29', net: 80 },
      ],
      view: {},
      expected: 0.7,
    },
    {
      name: 'who buys more makes up for nobody',
      orders: [
        { customer: 'a', day: '2024-01-05', net: 100 },
        { customer: 'b', day: '2024-01-06', net: 100 },
        { customer: 'a', day: '2024-02-29', net: 500 },
      ],
      view: {},
      expected: 0.5,
    },
    {
      name: 'weeks are held against those 52 weeks earlier',
      orders: [
        { customer: 'a', day: '2023-01-02', net: 200 },
        { customer: 'b', day: '2023-01-08', net: 200 },
        { customer: 'a', day: '2024-01-01', net: 100 },
      ],
      view: { grain: 'week', asOf: dayFromYmd(2024, 1, 7) },
      params: { comparison: 'last-year' },
      expected: 0.25,
    },
    {
      name: "the file's first period has no period before it",
      orders: [{ customer: 'a', day: '2024-01-05', net: 100 }],
      view: { to: dayFromYmd(2024, 2, 1), asOf: dayFromYmd(2024, 1, 31) },
      expected: null,
    },
  ],
});
