import type { Period, Scalar, Table } from '../../../terms/answer';
import { dayFromYmd } from '../../../terms/day';
import type { View } from '../../../terms/view';
import type { ShopTables } from '../../tables/shop-tables';
import { caseTest, casesBetween, CASES_SQL } from './cases';
import { buyersBetween, difference, intersection } from '../customer-sets';
import { daysByPeriod } from '../days-by-period';
import { defineMetric, type ScalarMetric } from '../define';
import { absent, counted, measured, shareFigure } from '../figure';
import { lifeCycleCounts } from '../retention/life-cycle-counts';
import { PERIOD_BOUNDS_SQL } from '../period-bounds-sql';
import { chosenPeriod, daysOf, hasOrders, periodsOf } from '../periods';
import { shareTrend } from '../share-trend';
import { peopleCounted, peopleOf, recordsCounted } from '../record-input';
import { rowsByPerson } from '../rows-by-person';
import { salesBetween } from '../sales';

interface Params {
  /** ISO date of a day in the period, usually its first; without it the last complete period in view. */
  period?: string;
}

/**
 * Share of the customers who bought in a period who complained in it.
 *
 * Variant `per-order`: complaints over orders of the period, whoever complained; times 100 it is complaints per 100 orders. Who complained
 * without buying in the period is given beside it. `trend`: one row per period in view. Absent `no-orders`, `no-complete-period`, `no-cases`
 * (no file has a complaint), `no-customers`. Cost: three passes over orders, two over feedback.
 */
export const complaintRate = defineMetric<Params, ScalarMetric<Params>>({
  id: 'complaint-rate',
  family: 'service',
  unit: 'ratio',
  shape: 'scalar',
  reads: ['feedback'],
  fraction: ['complainants', 'buyers'],
  formula: '|B ∩ K| / |B|; B = bought in the period, K = complained in the period; per order: complaints / orders',
  source: {
    title: 'Customer Complaint Rate Calculator',
    author: 'PulseBeam',
    year: 2026,
    where: 'https://www.pulsebeam.cloud/tool/customer-complaint-rate-calculator/ (undated, read in 2026)',
  },
  defaults: {},
  sql: `${PERIOD_BOUNDS_SQL}, ${CASES_SQL}, buyers AS (
  SELECT DISTINCT customer FROM orders, bounds WHERE day >= counted_from AND day < counted_to AND day <= $as_of
), complainants AS (
  SELECT DISTINCT person FROM cases, bounds WHERE day >= counted_from AND day < counted_to AND person IS NOT NULL
)
SELECT CASE WHEN (SELECT count(*) FROM cases) > 0 THEN count(person) / nullif(count(*), 0) END AS value, count(*) AS n
FROM buyers LEFT JOIN complainants ON complainants.person = buyers.customer`,
  compute(tables, view, params) {
    const { orders } = tables;
    if (!hasOrders(orders, view)) return absent('no-orders');
    const feedback = tables.records('feedback');
    if (casesBetween(feedback, -Infinity, view.asOf + 1).length === 0) return absent('no-cases');
    const period = chosenPeriod(orders, view, params.period);
    if (!period) return absent('no-complete-period');
    const days = daysOf(period, view);
    const buyers = buyersBetween(orders, days.from, days.to);
    if (buyers.length === 0) return absent('no-customers');
    const rows = casesBetween(feedback, days.from, days.to);
    const who = peopleOf(feedback, rows);
    const among = intersection(buyers, who);
    const complaints = recordsCounted('complaints', 'cases', feedback, rows);
    const sold = salesBetween(orders, days.from, days.to).orders;
    const perOrder: Scalar = { value: rows.length / sold, n: sold, inputs: [measured('orders', sold, 'orders'), complaints] };
    return {
      ...shareFigure(counted('complainants', among), counted('buyers', buyers), [
        complaints,
        peopleCounted('complainants-not-active', difference(who, among)),
      ]),
      variants: { 'per-order': perOrder },
      trend: trendOf(tables, view),
      ...(period.complete ? {} : { note: 'period-not-over' }),
    };
  },
  vectors: [
    {
      name: 'of four customers of January one complained, twice: one quarter',
      orders: fourBuyers(),
      records: {
        feedback: [
          { person: 'a', date: '2024-01-12', topic: 'late' },
          { person: 'a', date: '2024-01-14', topic: 'broken' },
          { person: 'z', date: '2024-01-14', topic: 'broken' },
        ],
      },
      view: january(),
      expected: 1 / 4,
    },
    {
      name: 'a review with stars is no complaint, a case with a status is one',
      orders: fourBuyers(),
      records: {
        feedback: [
          { person: 'a', date: '2024-01-12', score: 5, comment: 'fine' },
          { person: 'b', date: '2024-01-12', score: 2, status: 'open' },
          { person: 'c', date: '2024-01-13', promised: '2024-01-13', delivered: '2024-01-12' },
        ],
      },
      view: january(),
      expected: 1 / 4,
    },
    {
      name: 'who complained in February is not counted in January',
      orders: [...fourBuyers(), { customer: 'a', day: '2024-02-10', net: 100 }],
      records: { feedback: [{ person: 'a', date: '2024-02-12', topic: 'late' }] },
      view: { asOf: dayFromYmd(2024, 2, 29) },
      params: { period: '2024-01-01' },
      expected: 0,
    },
    { name: 'where no file has a complaint there is no rate', orders: fourBuyers(), view: january(), expected: null },
  ],
});

function fourBuyers() {
  return ['a', 'b', 'c', 'd'].map((customer) => ({ customer, day: '2024-01-10', net: 100 }));
}

function january(): Partial<View> {
  return { from: dayFromYmd(2024, 1, 1), to: dayFromYmd(2024, 2, 1), asOf: dayFromYmd(2024, 1, 31) };
}

/** The rate of each period in view, oldest first. */
function trendOf(tables: ShopTables, view: View): Table {
  const periods = periodsOf(tables.orders, view);
  const counts = lifeCycleCounts(tables.orders, view);
  const complained = complainantsByPeriod(tables, view, periods);
  const shares = periods.map((period, i) => {
    const whole = counts.active[period.ordinal - counts.firstOrdinal]!;
    return { period, whole, part: complained[i]!, complete: period.complete };
  });
  return shareTrend(['base', 'complained'], 'customers', shares);
}

/** How many customers both bought and complained in each period. Cost: the orders of those who complained. */
function complainantsByPeriod({ orders, records }: ShopTables, view: View, periods: readonly Period[]): Uint32Array {
  const feedback = records('feedback');
  const isCase = caseTest(feedback);
  const periodOfDay = daysByPeriod(periods, view);
  const { first, rows } = rowsByPerson(feedback, orders.customers, {
    wanted: (row) => feedback.person[row]! < orders.customers && periodOfDay(feedback.day[row]!) >= 0 && isCase(row),
  });
  const found = new Uint32Array(periods.length);
  const boughtBy = new Int32Array(periods.length).fill(-1);
  for (let c = 0; c < orders.customers; c++) {
    if (first[c] === first[c + 1]) continue;
    for (let o = orders.first[c]!; o < orders.first[c + 1]!; o++) boughtBy[periodOfDay(orders.day[o]!)] = c;
    for (let i = first[c]!; i < first[c + 1]!; i++) {
      const at = periodOfDay(feedback.day[rows[i]!]!);
      if (boughtBy[at] !== c) continue;
      found[at]!++;
      boughtBy[at] = -1;
    }
  }
  return found;
}
