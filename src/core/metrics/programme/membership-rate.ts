import type { Absent, Scalar } from '../../../terms/answer';
import { dayFromYmd } from '../../../terms/day';
import { buyersBetween, difference, intersection } from '../customer-sets';
import { defineMetric, type ScalarMetric } from '../define';
import { absent, counted, shareFigure } from '../figure';
import { ENROLLED_SQL, membersBefore } from './members';
import { horizon } from '../periods';
import { peopleCounted } from '../record-input';

interface Params {
  /** Customers who bought in the view, or all who have bought by its end. */
  of: 'in-view' | 'ever';
}

/**
 * Share of customers who are members of the programme at the end of the view.
 *
 * A member has a points account, a tier, or a day of signing up. Members who never bought are given beside it. Absent `no-members` (no file
 * names any by then) and `no-customers`. Cost: one pass over orders and over points and customer records.
 */
export const membershipRate = defineMetric<Params, ScalarMetric<Params>>({
  id: 'membership-rate',
  family: 'programme',
  unit: 'ratio',
  shape: 'scalar',
  reads: ['points', 'customers'],
  fraction: ['members-among', 'buyers'],
  formula: '|C ∩ M| / |C|; C = bought in [from, to), M = members before to',
  source: {
    title: 'Loyalty Program Participation Rate',
    author: 'KPI Depot',
    year: 2026,
    where: 'https://kpidepot.com/kpi/loyalty-program-participation-rate (undated, read in 2026)',
  },
  defaults: { of: 'in-view' },
  sql: `-- $of is 'in-view' or 'ever'
WITH ${ENROLLED_SQL}, buyers AS (
  SELECT DISTINCT customer FROM orders WHERE day < $to AND day <= $as_of AND ($of = 'ever' OR day >= $from)
)
SELECT CASE WHEN (SELECT count(*) FROM enrolled) > 0 THEN count(person) / nullif(count(*), 0) END AS value, count(*) AS n
FROM buyers LEFT JOIN enrolled ON enrolled.person = buyers.customer`,
  compute(tables, view, { of }) {
    const to = horizon(view);
    const members = membersBefore(tables, to);
    if (members.length === 0) return absent('no-members');
    const ever = buyersBetween(tables.orders, -Infinity, to);
    const figures = {
      'in-view': share(buyersBetween(tables.orders, view.from, to), members, ever),
      ever: share(ever, members, ever),
    };
    const figure = figures[of];
    return figure.value === null ? figure : { ...figure, variants: { 'buyers-in-view': figures['in-view'], 'buyers-ever': figures.ever } };
  },
  vectors: [
    {
      name: 'one member by points, one by tier, one by signing up; two who bought are none: three of five',
      orders: ['a', 'b', 'c', 'd', 'e'].map((customer) => ({ customer, day: '2024-01-10', net: 100 })),
      records: {
        points: [{ person: 'a', date: '2024-01-10', movement: 'earn', points: 1 }],
        customers: [
          { person: 'b', tier: 'Gold' },
          { person: 'c', signup: '2024-01-02' },
          { person: 'd', city: 'Ghent' },
        ],
      },
      view: {},
      expected: 3 / 5,
    },
    {
      name: 'who signs up after the view is no member in it, and a member who never bought is not counted',
      orders: [
        { customer: 'a', day: '2024-01-10', net: 100 },
        { customer: 'b', day: '2024-01-11', net: 100 },
      ],
      records: {
        customers: [
          { person: 'a', signup: '2024-02-01' },
          { person: 'b', signup: '2024-01-31' },
          { person: 'z', signup: '2024-01-01' },
        ],
      },
      view: { to: dayFromYmd(2024, 2, 1), asOf: dayFromYmd(2024, 2, 10) },
      expected: 0.5,
    },
    {
      name: 'of all who ever bought the share may be another',
      orders: [
        { customer: 'a', day: '2024-01-10', net: 100 },
        { customer: 'b', day: '2024-02-11', net: 100 },
      ],
      records: { customers: [{ person: 'b', tier: 'Silver' }] },
      view: { from: dayFromYmd(2024, 2, 1) },
      params: { of: 'ever' },
      expected: 0.5,
    },
    {
      name: 'where no file names a member there is no rate',
      orders: [{ customer: 'a', day: '2024-01-10', net: 100 }],
      view: {},
      expected: null,
    },
  ],
});

function share(buyers: Uint32Array, members: Uint32Array, ever: Uint32Array): Scalar | Absent {
  if (buyers.length === 0) return absent('no-customers');
  const among = intersection(buyers, members);
  const further = [peopleCounted('members', members), peopleCounted('members-not-bought', difference(members, ever))];
  return shareFigure(counted('members-among', among), counted('buyers', buyers), further);
}
