import { dayFromYmd } from '../../../terms/day';
import { defineMetric, type ScalarMetric } from '../define';
import { absent, counted, measured } from '../figure';
import { horizon } from '../periods';
import { salesBetween } from '../sales';
import { spendSql } from '../value/spend-sql';
import { typedNumber } from '../typed-number';
import { yearlySpend } from '../value/yearly-spend';

/** What is null is taken from the shop's own last 365 days. */
interface Params {
  /** Of those who are given it, the percentage who stay because of it and would not have stayed without. */
  savedPercent: number;
  yearlyNetMinor: number | null;
  margin: number | null;
}

/**
 * The most that may be spent on each customer to keep them, minor units: chance of being saved by it × margin of the year that follows.
 *
 * `share-of-order` says what discount on one average order that is. The year ahead is taken to be like the last 365 days. How many are
 * saved by an offer only a group without it can tell: `savedPercent` is an assumption, 1 in 100 unless said. Absent `needs-margin`,
 * `file-too-short`, `no-customers`. Cost: two passes over orders.
 */
export const breakEvenDiscount = defineMetric<Params, ScalarMetric<Params>>({
  id: 'break-even-discount',
  family: 'cost',
  unit: 'money',
  shape: 'scalar',
  formula: 'P(saved by it) × yearly net per customer × margin',
  source: {
    title: 'Valuing Customers',
    author: 'S. Gupta, D. R. Lehmann, J. A. Stuart',
    year: 2004,
    where: 'Journal of Marketing Research 41 (1), 7–18',
  },
  defaults: { savedPercent: 1, yearlyNetMinor: null, margin: null },
  sql: `-- without $yearly_net_minor it comes from the 365 days that end with the view
WITH days AS (
  SELECT least(CAST($to AS DATE), CAST($as_of AS DATE) + 1) AS until_day
), ${spendSql('day >= until_day - 365 AND day < until_day', ', days')}, last_year AS (
  SELECT count(*) AS customers, sum(spend) AS net FROM spend
), known AS (
  SELECT min(day) AS first_day FROM orders
)
SELECT CAST($saved_percent AS DOUBLE) / 100
    * coalesce(CAST($yearly_net_minor AS DOUBLE), CASE WHEN first_day <= until_day - 365 THEN net / nullif(customers, 0) END)
    * CAST($margin AS DOUBLE) AS value,
  CASE WHEN $yearly_net_minor IS NULL THEN customers ELSE 0 END AS n
FROM last_year, known, days`,
  compute({ orders }, view, params) {
    const margin = typedNumber(params.margin, 0, 1);
    const saved = typedNumber(params.savedPercent, 0, 100) ?? 1;
    if (margin === null) return absent('needs-margin');
    const typed = typedNumber(params.yearlyNetMinor);
    const own = typed === null ? yearlySpend(orders, view) : null;
    if (typed === null && !own) return absent('file-too-short');
    if (own?.who.length === 0) return absent('no-customers');
    const net = typed ?? own!.total / own!.who.length;
    const value = (saved / 100) * net * margin;
    const inputs = [
      measured('saved-share', saved / 100, 'ratio'),
      measured('yearly-net', net, 'money'),
      measured('profit-margin', margin, 'ratio'),
    ];
    const sales = salesBetween(orders, view.from, horizon(view));
    if (sales.orders > 0 && sales.netMinor > 0) {
      const order = sales.netMinor / sales.orders;
      inputs.push(measured('order-value', order, 'money'), measured('share-of-order', value / order, 'ratio'));
    }
    if (own) inputs.push(counted('customers', own.who));
    return { value, n: own?.who.length ?? 0, inputs, note: 'saved-is-assumed' };
  },
  vectors: [
    {
      name: 'five of a hundred saved, each worth 200 a year at 30 %: 3 for everyone who is given it',
      orders: [],
      view: {},
      params: { savedPercent: 5, yearlyNetMinor: 20_000, margin: 0.3 },
      expected: 300,
    },
    {
      name: 'the own year: two customers brought 3,000, half of it margin, one of a hundred saved',
      orders: [
        { customer: 'a', day: '2023-01-01', net: 9000 },
        { customer: 'a', day: '2023-06-01', net: 1000 },
        { customer: 'b', day: '2024-01-31', net: 2000 },
      ],
      view: { asOf: dayFromYmd(2024, 1, 31) },
      params: { margin: 0.5 },
      expected: 7.5,
    },
    {
      name: 'without a margin there is no figure',
      orders: [{ customer: 'a', day: '2024-01-01', net: 100 }],
      view: {},
      expected: null,
    },
  ],
});
