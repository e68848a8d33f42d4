import { dayFromYmd } from '../../../terms/day';
import { defineMetric, type ScalarMetric } from '../define';
import { absent, counted, measured } from '../figure';
import { newInView } from '../retention/new-in-view';
import { typedNumber } from '../typed-number';

interface Params {
  /** What was spent in the days of the view to win customers, minor units; null: not typed. */
  costMinor: number | null;
}

/**
 * What it cost to win one new customer: the typed cost of the days of the view / customers whose first order in the file lies in them.
 *
 * Absent `needs-cost`, `no-customers` (nobody was new). Cost: one pass over customers.
 */
export const customerAcquisitionCost = defineMetric<Params, ScalarMetric<Params>>({
  id: 'customer-acquisition-cost',
  family: 'cost',
  unit: 'money',
  shape: 'scalar',
  fraction: ['acquisition-cost', 'new-customers'],
  formula: 'cost of acquisition / |{c : d₁ ∈ [from, to)}|',
  source: {
    title: 'Customer Acquisition Cost',
    author: 'MarketingTerms.com',
    year: 2026,
    where: 'https://www.marketingterms.com/glossary/customer-acquisition-cost/ (undated, read in 2026)',
  },
  defaults: { costMinor: null },
  sql: `WITH firsts AS (
  SELECT customer, min(day) AS first_day FROM orders WHERE day <= $as_of GROUP BY customer
)
SELECT CAST($cost_minor AS DOUBLE) / nullif(count(*), 0) AS value, count(*) AS n
FROM firsts WHERE first_day >= $from AND first_day < $to`,
  compute({ orders }, view, params) {
    const cost = typedNumber(params.costMinor);
    if (cost === null) return absent('needs-cost');
    const who = newInView(orders, view);
    if (who.length === 0) return absent('no-customers');
    const inputs = [measured('acquisition-cost', cost, 'money'), counted('new-customers', who)];
    const isFromStart = view.from <= orders.firstDay;
    return { value: cost / who.length, n: who.length, inputs, ...(isFromStart ? { note: 'new-in-file' } : {}) };
  },
  vectors: [
    {
      name: '90 spent in February, two new customers: 45 each',
      orders: [
        { customer: 'a', day: '2024-01-05', net: 1000 },
        { customer: 'a', day: '2024-02-05', net: 1000 },
        { customer: 'b', day: '2024-02-06', net: 1000 },
        { customer: 'c', day: '2024-02-29', net: 1000 },
        { customer: 'd', day: '2024-03-01', net: 1000 },
      ],
      view: { from: dayFromYmd(2024, 2, 1), to: dayFromYmd(2024, 3, 1) },
      params: { costMinor: 9000 },
      expected: 4500,
    },
    {
      name: 'a cost of 0 is a cost',
      orders: [{ customer: 'a', day: '2024-01-05', net: 1000 }],
      view: {},
      params: { costMinor: 0 },
      expected: 0,
    },
    {
      name: 'nothing typed: no figure, and not 0',
      orders: [{ customer: 'a', day: '2024-01-05', net: 1000 }],
      view: {},
      expected: null,
    },
  ],
});
