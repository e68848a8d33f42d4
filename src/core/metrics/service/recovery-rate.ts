import type { Absent, Scalar } from '../../../terms/answer';
import { dayFromYmd, type Day } from '../../../terms/day';
import type { View } from '../../../terms/view';
import { NONE } from '../../columns/batch';
import type { OrderTable } from '../../columns/order-table';
import type { RecordTable } from '../../tables/record-table';
import { casesBetween, caseTest, CASES_SQL } from './cases';
import { customersWhere } from '../customer-sets';
import { defineMetric, type ScalarMetric } from '../define';
import { absent, counted, measured, shareFigure } from '../figure';
import { horizon } from '../periods';
import { recencyBand, recencyControls } from './recency-controls';

interface Params {
  /** Days after the complaint within which an order counts. */
  withinDays: number;
}
/** A customer's first complaint in the view and the last order up to it. */
interface Complaint {
  customer: number;
  day: Day;
  lastOrder: Day;
}

/**
 * Share of customers who complained and ordered again within `withinDays` days after it.
 *
 * Each customer's first complaint in the view counts, when there was an order before and it could be followed for that long. An order on the
 * day of the complaint may have been there first and does not count. Variant `matched-non-complainants`: of customers who never complained
 * and whose last order on that day was as long ago (0–7, 8–30, 31–90, 91–365, more than 365 days), the share who ordered in the same days,
 * averaged over the complaints. Matched by recency alone: it is a comparison, and no effect of the complaint. Absent `no-cases`,
 * `not-followed`. Cost: one pass over orders.
 */
export const recoveryRate = defineMetric<Params, ScalarMetric<Params>>({
  id: 'recovery-rate',
  family: 'service',
  unit: 'ratio',
  shape: 'scalar',
  reads: ['feedback'],
  fraction: ['complainants-back', 'complainants-followed'],
  formula: '|{c : t < order ≤ t + h}| / |{c : t + h ≤ as of}|; t = first complaint in [from, to) of a customer with an order ≤ t',
  source: {
    title: 'Does Service Failure Context Matter? Customers’ Response to Service Recovery',
    author: 'R. Reis Soares, J. F. Proença',
    year: 2015,
    where: 'Journal of Marketing Research & Case Studies, article 709531, https://doi.org/10.5171/2015.709531',
  },
  defaults: { withinDays: 90 },
  sql: `WITH ${CASES_SQL}, firsts AS (
  SELECT person, min(day) AS day FROM cases WHERE person IS NOT NULL AND day >= $from AND day < $to AND day <= $as_of GROUP BY person
), complaints AS (
  SELECT firsts.person, firsts.day, max(orders.day) AS last_order FROM firsts
  JOIN orders ON orders.customer = firsts.person AND orders.day <= firsts.day
  WHERE firsts.day + CAST($within_days AS INTEGER) <= $as_of GROUP BY firsts.person, firsts.day
), back AS (
  SELECT DISTINCT complaints.person FROM complaints JOIN orders ON orders.customer = complaints.person
    AND orders.day > complaints.day AND orders.day <= complaints.day + CAST($within_days AS INTEGER)
), stood AS (
  SELECT complaints.person, customer, complaints.day, last_order,
    max(orders.day) FILTER (orders.day <= complaints.day) AS own_last,
    count(*) FILTER (orders.day > complaints.day AND orders.day <= complaints.day + CAST($within_days AS INTEGER)) AS later
  FROM complaints JOIN orders ON orders.customer NOT IN (SELECT person FROM cases WHERE person IS NOT NULL)
  GROUP BY complaints.person, customer, complaints.day, last_order
), matched AS (
  SELECT person, avg(CASE WHEN later > 0 THEN 1 ELSE 0 END) AS share FROM stood
  WHERE CASE WHEN day - own_last <= 7 THEN 1 WHEN day - own_last <= 30 THEN 2 WHEN day - own_last <= 90 THEN 3 WHEN day - own_last <= 365 THEN 4 ELSE 5 END
    = CASE WHEN day - last_order <= 7 THEN 1 WHEN day - last_order <= 30 THEN 2 WHEN day - last_order <= 90 THEN 3 WHEN day - last_order <= 365 THEN 4 ELSE 5 END
    AND own_last IS NOT NULL
  GROUP BY person
)
SELECT (SELECT count(*) FROM back) / nullif(count(*), 0) AS value, count(*) AS n,
  (SELECT avg(share) FROM matched) AS "matched-non-complainants" FROM complaints`,
  compute({ orders, records }, view, { withinDays }) {
    const feedback = records('feedback');
    const all = firstComplaints(feedback, orders, view);
    if (all.length === 0) return absent('no-cases');
    const followed = all.filter(({ day }) => day + withinDays <= view.asOf);
    if (followed.length === 0) return absent('not-followed');
    const who = (list: readonly Complaint[]): Uint32Array => Uint32Array.from(list, ({ customer }) => customer);
    const back = followed.filter((one) => orderedAfter(orders, one, withinDays));
    const tooRecent = all.filter(({ day }) => day + withinDays > view.asOf);
    return {
      ...shareFigure(counted('complainants-back', who(back)), counted('complainants-followed', who(followed)), [
        counted('complainants-too-recent', who(tooRecent)),
      ]),
      variants: { 'matched-non-complainants': matchedFigure(feedback, orders, followed, withinDays) },
      note: 'matched-by-recency',
    };
  },
  vectors: [
    {
      name: 'two of three who complained ordered again within 30 days, one on the last of them',
      orders: [
        ...['a', 'b', 'c'].map((customer) => ({ customer, day: '2024-01-05', net: 100 })),
        { customer: 'a', day: '2024-01-20', net: 100 },
        { customer: 'b', day: '2024-02-09', net: 100 },
        { customer: 'c', day: '2024-02-10', net: 100 },
      ],
      records: { feedback: ['a', 'b', 'c'].map((person) => ({ person, date: '2024-01-10', topic: 'late' })) },
      view: { asOf: dayFromYmd(2024, 3, 1) },
      params: { withinDays: 30 },
      expected: 2 / 3,
    },
    {
      name: 'an order on the day of the complaint is no return, and who never ordered before cannot return',
      orders: [
        { customer: 'a', day: '2024-01-05', net: 100 },
        { customer: 'a', day: '2024-01-10', net: 100 },
        { customer: 'b', day: '2024-01-15', net: 100 },
      ],
      records: { feedback: ['a', 'b'].map((person) => ({ person, date: '2024-01-10', topic: 'late' })) },
      view: { asOf: dayFromYmd(2024, 3, 1) },
      params: { withinDays: 30 },
      expected: 0,
    },
    {
      name: 'a complaint that could not be followed is left out',
      orders: [
        { customer: 'a', day: '2024-01-05', net: 100 },
        { customer: 'b', day: '2024-01-05', net: 100 },
        { customer: 'a', day: '2024-01-12', net: 100 },
      ],
      records: {
        feedback: [
          { person: 'a', date: '2024-01-10', topic: 'late' },
          { person: 'b', date: '2024-01-25', topic: 'late' },
        ],
      },
      view: { asOf: dayFromYmd(2024, 1, 31) },
      params: { withinDays: 20 },
      expected: 1,
    },
    { name: 'without complaints there is no rate', orders: [{ customer: 'a', day: '2024-01-05', net: 100 }], view: {}, expected: null },
  ],
});

/** The first complaint in the view of each customer who had ordered by then, by customer. */
function firstComplaints(feedback: RecordTable, orders: OrderTable, view: View): Complaint[] {
  const first = new Map<number, Day>();
  for (const row of casesBetween(feedback, view.from, horizon(view))) {
    const customer = feedback.person[row]!;
    if (customer < orders.customers) first.set(customer, Math.min(first.get(customer) ?? Infinity, feedback.day[row]!));
  }
  return [...first]
    .sort(([a], [b]) => a - b)
    .flatMap(([customer, day]) => {
      const lastOrder = lastOrderBy(orders, customer, day);
      return lastOrder === null ? [] : [{ customer, day, lastOrder }];
    });
}

function lastOrderBy({ first, day }: OrderTable, c: number, by: Day): Day | null {
  let i = first[c]!;
  while (i < first[c + 1]! && day[i]! <= by) i++;
  return i === first[c]! ? null : day[i - 1]!;
}

function orderedAfter({ first, day }: OrderTable, { customer, day: from }: Complaint, withinDays: number): boolean {
  let i = first[customer]!;
  while (i < first[customer + 1]! && day[i]! <= from) i++;
  return i < first[customer + 1]! && day[i]! <= from + withinDays;
}

function matchedFigure(feedback: RecordTable, orders: OrderTable, complaints: readonly Complaint[], withinDays: number): Scalar | Absent {
  const isCase = caseTest(feedback);
  const complained = new Uint8Array(orders.customers);
  for (let row = 0; row < feedback.rows; row++) {
    const person = feedback.person[row]!;
    if (person !== NONE && person < orders.customers && isCase(row)) complained[person] = 1;
  }
  const days = complaints.map(({ day }) => day);
  const isControl = (c: number): boolean => complained[c] === 0;
  const { stood, ordered } = recencyControls(orders, { from: Math.min(...days), to: Math.max(...days), withinDays, isControl });
  const shares = complaints.flatMap(({ day, lastOrder }) => {
    const band = recencyBand(day - lastOrder);
    const there = stood(day, band);
    return there === 0 ? [] : [{ there, share: ordered(day, band) / there }];
  });
  if (shares.length === 0) return absent('no-customers');
  const controls = customersWhere(orders, (c) => isControl(c) && orders.first[c]! < orders.first[c + 1]!);
  return {
    value: shares.reduce((sum, { share }) => sum + share, 0) / shares.length,
    n: shares.length,
    inputs: [measured('complaints-matched', shares.length, 'number'), counted('never-complained', controls)],
  };
}
