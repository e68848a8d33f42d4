import { dayFromYmd } from '../../../terms/day';
import type { View } from '../../../terms/view';
import type { OrderTable } from '../../columns/order-table';
import { defineMetric, type ScalarMetric } from '../define';
import { absent, counted, measured } from '../figure';
import { newInView } from '../retention/new-in-view';
import { typedNumber } from '../typed-number';

interface Params {
  /** What was spent in the days of the view to win customers, minor units; null: not typed. */
  costMinor: number | null;
  /** Ratio 0 to 1; null: not typed. */
  margin: number | null;
}

const MONTH_DAYS = 30;

/**
 * Months of 30 days after the first order by which the margin of an average new customer has paid what winning the customer cost.
 *
 * The k-th month is averaged over new customers of the view who have been known for all of it, orders up to the as-of day; the averages add
 * up. Nothing is carried on beyond what the file knows. Absent `needs-cost`, `needs-margin`, `no-customers`, `not-followed` (nobody known
 * for a month), `not-reached` (not paid back within the months that are known). Cost: one pass over orders.
 */
export const acquisitionPayback = defineMetric<Params, ScalarMetric<Params>>({
  id: 'acquisition-payback',
  family: 'cost',
  unit: 'number',
  shape: 'scalar',
  formula: 'smallest m with Σ (k = 1 … m) margin × net in month k / customers known for it ≥ cost / new customers',
  source: {
    title: 'CAC Payback Period',
    author: 'Proactive AI',
    year: 2026,
    where: 'https://www.useproactiveai.com/blog/cac-payback-period/ (undated, read in 2026)',
  },
  defaults: { costMinor: null, margin: null },
  sql: `WITH firsts AS (
  SELECT customer, min(day) AS first_day FROM orders WHERE day <= $as_of GROUP BY customer
), fresh AS (
  SELECT customer, first_day, CAST(floor((CAST($as_of AS DATE) + 1 - first_day) / 30) AS INTEGER) AS known
  FROM firsts WHERE first_day >= $from AND first_day < $to
), months AS (
  SELECT DISTINCT known AS k FROM fresh WHERE known > 0
  UNION SELECT DISTINCT CAST(floor((day - first_day) / 30) AS INTEGER) + 1 FROM orders JOIN fresh ON fresh.customer = orders.customer
  WHERE day <= $as_of AND floor((day - first_day) / 30) < known
), bought AS (
  SELECT CAST(floor((day - first_day) / 30) AS INTEGER) + 1 AS k, sum(net) AS net FROM orders JOIN fresh ON fresh.customer = orders.customer
  WHERE day <= $as_of AND floor((day - first_day) / 30) < known GROUP BY 1
), followed AS (
  SELECT months.k, count(*) AS customers FROM months JOIN fresh ON fresh.known >= months.k GROUP BY months.k
), paid AS (
  SELECT followed.k, sum(coalesce(bought.net, 0) / followed.customers * CAST($margin AS DOUBLE)) OVER (ORDER BY followed.k) AS paid
  FROM followed LEFT JOIN bought ON bought.k = followed.k
)
SELECT min(CASE WHEN paid >= CAST($cost_minor AS DOUBLE) / (SELECT count(*) FROM fresh) THEN k END) AS value, (SELECT count(*) FROM fresh) AS n
FROM paid`,
  compute({ orders }, view, params) {
    const [cost, margin] = [typedNumber(params.costMinor), typedNumber(params.margin, 0, 1)];
    if (cost === null) return absent('needs-cost');
    if (margin === null) return absent('needs-margin');
    const who = newInView(orders, view);
    if (who.length === 0) return absent('no-customers');
    const months = monthsOf(orders, view, who);
    if (months.length === 0) return absent('not-followed');
    let paid = 0;
    const paidBack = months.findIndex(({ net, customers }) => (paid += (net / customers) * margin) >= cost / who.length);
    if (paidBack < 0) return absent('not-reached');
    const inputs = [
      measured('cost-per-new', cost / who.length, 'money'),
      measured('profit-margin', margin, 'ratio'),
      measured('paid-by-then', paid, 'money'),
      counted('new-customers', who),
      counted(
        'known-by-then',
        who.filter((c) => monthsKnown(orders, view, c) > paidBack),
      ),
    ];
    return { value: paidBack + 1, n: who.length, inputs };
  },
  vectors: [
    {
      name: 'a customer who brings 10 of margin a month pays 25 back in the third month',
      orders: [
        { customer: 'a', day: '2024-01-01', net: 2000 },
        { customer: 'a', day: '2024-02-05', net: 2000 },
        { customer: 'a', day: '2024-03-10', net: 2000 },
      ],
      view: { asOf: dayFromYmd(2024, 4, 1) },
      params: { costMinor: 2500, margin: 0.5 },
      expected: 3,
    },
    {
      name: 'a month counts for those who were known for all of it: b, who is too young, does not lower it',
      orders: [
        { customer: 'a', day: '2024-01-01', net: 2000 },
        { customer: 'a', day: '2024-02-05', net: 2000 },
        { customer: 'b', day: '2024-02-01', net: 2000 },
      ],
      view: { asOf: dayFromYmd(2024, 3, 5) },
      params: { costMinor: 8000, margin: 1 },
      expected: 2,
    },
    {
      name: 'not paid back within what is known',
      orders: [{ customer: 'a', day: '2024-01-01', net: 2000 }],
      view: { asOf: dayFromYmd(2024, 6, 1) },
      params: { costMinor: 2001, margin: 1 },
      expected: null,
    },
  ],
});

interface Month {
  net: number;
  customers: number;
}

/** What the new customers brought in each month after their first order, and how many of them are known for all of it. */
function monthsOf(orders: OrderTable, view: View, who: Uint32Array): Month[] {
  const { first, day, net } = orders;
  const months: Month[] = [];
  for (const c of who) {
    const known = monthsKnown(orders, view, c);
    while (months.length < known) months.push({ net: 0, customers: 0 });
    for (let k = 0; k < known; k++) months[k]!.customers++;
    const start = day[first[c]!]!;
    for (let i = first[c]!; i < first[c + 1]! && day[i]! < start + known * MONTH_DAYS; i++)
      months[Math.floor((day[i]! - start) / MONTH_DAYS)]!.net += net[i]!;
  }
  return months;
}

/** Whole months since a customer's first order up to the as-of day. */
function monthsKnown({ first, day }: OrderTable, { asOf }: View, c: number): number {
  return Math.floor((asOf + 1 - day[first[c]!]!) / MONTH_DAYS);
}
