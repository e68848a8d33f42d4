import type { Absent, Input, Scalar } from '../../../terms/answer';
import { dayFromYmd } from '../../../terms/day';
import { defineMetric, type ScalarMetric } from '../define';
import { absent, counted, measured } from '../figure';
import { ownRhythm, type OwnRhythm } from './own-rhythm';
import { horizon } from '../periods';
import { spendSql } from './spend-sql';
import { typedNumber } from '../typed-number';

/** Days of each unit of time in which a tenure or a frequency can be given. */
const UNIT_DAYS = { year: 365.25, month: 365.25 / 12, week: 7 } as const;
export type ClvUnit = keyof typeof UNIT_DAYS;

/** Days that customers must have been known for on average before tenure or frequency is taken from them. */
const LEAST_DAYS = 30;

/** What is null is taken from the shop's own orders. */
interface Params {
  /** How long a customer stays, in `tenureUnit`. */
  tenure: number | null;
  tenureUnit: ClvUnit;
  orderValueMinor: number | null;
  /** Orders of one customer per `frequencyUnit`. */
  frequency: number | null;
  frequencyUnit: ClvUnit;
  /** Ratio 0 to 1; null: the value is revenue. */
  margin: number | null;
  /** Ratio per year, at the end of each unit; null or 0: later money counts in full. */
  discountPerYear: number | null;
  /** Whose orders the shop's own numbers are taken from: all customers, or those with two orders or more. */
  whose: 'everybody' | 'repeat';
}

/**
 * Customer lifetime value the simple way: tenure × order value × frequency, minor units; with a margin it is profit, else revenue.
 *
 * Own numbers rest on everything up to the end of the view: tenure is the mean time from the first order until then, frequency the orders
 * per customer and unit of that time, so that their product is what customers have brought so far. Living customers go on, so the own
 * tenure is too short. Absent `units-differ` when tenure and frequency are per different spans of time, `no-customers` when an own number
 * is needed and there is none, `file-too-short` when an own tenure or frequency is needed and the mean time is under 30 days. Variants
 * `revenue` (without margin and discount) and `profit` (without discount; `needs-margin`). `n` is the customers behind the own numbers, 0
 * when all was typed. Cost: two passes over orders.
 */
export const clvSimple = defineMetric<Params, ScalarMetric<Params>>({
  id: 'clv-simple',
  family: 'value',
  unit: 'money',
  shape: 'scalar',
  formula: 't × c × f × m; discounted: c × f × m × (Σ (1 + d)^−k, k = 1 … ⌊t⌋, + (t − ⌊t⌋)(1 + d)^−t); d per unit of t',
  source: {
    title: 'How to calculate customer lifetime value (CLV) on Shopify',
    author: 'ChurnMiser',
    year: 2026,
    where: 'https://churnmiser.com/blog/how-to-calculate-customer-lifetime-value-shopify (undated, read in 2026)',
  },
  defaults: {
    tenure: null,
    tenureUnit: 'year',
    orderValueMinor: null,
    frequency: null,
    frequencyUnit: 'year',
    margin: null,
    discountPerYear: null,
    whose: 'everybody',
  },
  sql: `-- what is NULL of $tenure, $order_value_minor and $frequency comes from the orders
WITH ${spendSql('day < $to AND day <= $as_of')}, per_customer AS (
  SELECT customer, count(*) AS orders, least(CAST($to AS DATE), CAST($as_of AS DATE) + 1) - min(day) AS days
  FROM orders WHERE day < $to AND day <= $as_of GROUP BY customer
), own AS (
  SELECT count(*) AS customers, sum(orders) AS orders, sum(spend) AS net, sum(days) AS days,
    CASE $tenure_unit WHEN 'year' THEN 365.25 WHEN 'month' THEN 30.4375 ELSE 7 END AS unit_days
  FROM per_customer JOIN spend ON spend.customer = per_customer.customer WHERE $whose = 'everybody' OR orders >= 2
), given AS (
  SELECT coalesce(CAST($tenure AS DOUBLE), days / nullif(customers, 0) / unit_days) AS tenure,
    coalesce(CAST($order_value_minor AS DOUBLE), net / nullif(orders, 0)) AS order_value,
    coalesce(CAST($frequency AS DOUBLE), orders / nullif(days, 0) * unit_days) AS frequency,
    coalesce(CAST($margin AS DOUBLE), 1) AS margin,
    power(1 + coalesce(CAST($discount_per_year AS DOUBLE), 0), 0 - unit_days / 365.25) AS q,
    ($tenure IS NOT NULL AND $frequency IS NOT NULL) OR days >= 30 * customers AS is_known,
    CASE WHEN $tenure IS NULL OR $order_value_minor IS NULL OR $frequency IS NULL THEN customers ELSE 0 END AS n
  FROM own
)
SELECT CASE WHEN $tenure_unit = $frequency_unit AND is_known THEN order_value * frequency * margin
    * CASE WHEN q = 1 THEN tenure ELSE q * (1 - power(q, floor(tenure))) / (1 - q) + (tenure - floor(tenure)) * power(q, tenure) END END AS value, n
FROM given`,
  compute({ orders }, view, params) {
    const unitDays = UNIT_DAYS[params.tenureUnit];
    if (params.tenureUnit !== params.frequencyUnit || !unitDays) return absent('units-differ');
    const [tenure, value, frequency] = [params.tenure, params.orderValueMinor, params.frequency].map((p) => typedNumber(p));
    const isOwn = tenure === null || value === null || frequency === null;
    const own = isOwn ? ownRhythm(orders, horizon(view), params.whose === 'repeat' ? 2 : 1) : null;
    if (own?.who.length === 0) return absent('no-customers');
    const isTimeOwn = tenure === null || frequency === null;
    if (own && isTimeOwn && own.days < LEAST_DAYS * own.who.length) return absent('file-too-short');
    const inputs = [
      measured(`tenure-${params.tenureUnit}`, tenure ?? own!.days / own!.who.length / unitDays, 'number'),
      measured('order-value', value ?? own!.netMinor / own!.orders, 'money'),
      measured(`frequency-${params.tenureUnit}`, frequency ?? (own!.orders / own!.days) * unitDays, 'number'),
    ];
    return figureOf(inputs, { ...params, isTenureOwn: tenure === null }, own);
  },
  vectors: [
    {
      name: 'five years of four orders of 200 a year are 4,000 of revenue',
      orders: [],
      view: {},
      params: { tenure: 5, orderValueMinor: 20_000, frequency: 4 },
      expected: 400_000,
    },
    {
      name: 'with a margin of 30 % and 10 % a year, paid at the end of each year, it is 909.79',
      orders: [],
      view: {},
      params: { tenure: 5, orderValueMinor: 20_000, frequency: 4, margin: 0.3, discountPerYear: 0.1 },
      expected: 24_000 / 1.1 + 24_000 / 1.21 + 24_000 / 1.331 + 24_000 / 1.4641 + 24_000 / 1.61051,
    },
    {
      name: 'months times a frequency per year is no value',
      orders: [{ customer: 'a', day: '2024-01-01', net: 1000 }],
      view: {},
      params: { tenure: 60, tenureUnit: 'month', frequency: 4 },
      expected: null,
    },
    {
      // Until 9 February, 40 days for a and 30 for b.
      name: 'the own numbers multiply to what a customer has brought so far',
      orders: [
        { customer: 'a', day: '2024-01-01', net: 1000 },
        { customer: 'a', day: '2024-01-21', net: 2000 },
        { customer: 'b', day: '2024-01-11', net: 4000 },
      ],
      view: { asOf: dayFromYmd(2024, 2, 9) },
      expected: 3500,
    },
    {
      name: 'customers who are known for less than thirty days on average say nothing of a year',
      orders: [
        { customer: 'a', day: '2024-01-01', net: 1000 },
        { customer: 'b', day: '2024-01-01', net: 4000 },
      ],
      view: { asOf: dayFromYmd(2024, 1, 29) },
      expected: null,
    },
    {
      name: 'repeat customers only: their own order value, 1,500, for the tenure and frequency that were typed',
      orders: [
        { customer: 'a', day: '2024-01-01', net: 1000 },
        { customer: 'a', day: '2024-01-21', net: 2000 },
        { customer: 'b', day: '2024-01-11', net: 4000 },
      ],
      view: {},
      params: { whose: 'repeat', tenure: 2, tenureUnit: 'month', frequency: 3, frequencyUnit: 'month', margin: 0.5 },
      expected: 4500,
    },
  ],
});

type Given = Params & { isTenureOwn: boolean };

function figureOf(inputs: Input[], given: Given, own: OwnRhythm | null): Scalar {
  const [tenure, value, frequency] = inputs.map((input) => input.value) as [number, number, number];
  const margin = typedNumber(given.margin, 0, 1);
  const yearly = typedNumber(given.discountPerYear) ?? 0;
  const n = own?.who.length ?? 0;
  const variant = (amount: number): Scalar => ({ value: amount, n, inputs });
  const revenue = value * frequency * tenure;
  const profit: Scalar | Absent = margin === null ? absent('needs-margin') : variant(revenue * margin);
  const told = [...inputs];
  if (margin !== null) told.push(measured('profit-margin', margin, 'ratio'));
  if (yearly > 0) told.push(measured('discount-per-year', yearly, 'ratio'));
  if (own) told.push(counted('customers', own.who));
  return {
    value: value * frequency * (margin ?? 1) * unitsCounted(tenure, (1 + yearly) ** (-UNIT_DAYS[given.tenureUnit] / 365.25)),
    n,
    inputs: told,
    variants: { revenue: variant(revenue), profit },
    note: noteOf(margin !== null, given.isTenureOwn),
  };
}

/** How many units of time a tenure is worth now, when what comes k units later is worth q^k: each whole one at its end, a part at the end of the tenure. */
function unitsCounted(tenure: number, q: number): number {
  if (q === 1) return tenure;
  const whole = Math.floor(tenure);
  return (q * (1 - q ** whole)) / (1 - q) + (tenure - whole) * q ** tenure;
}

function noteOf(isProfit: boolean, isTenureOwn: boolean): string {
  if (isProfit) return isTenureOwn ? 'clv-profit-so-far' : 'clv-profit';
  return isTenureOwn ? 'clv-revenue-so-far' : 'clv-revenue';
}
