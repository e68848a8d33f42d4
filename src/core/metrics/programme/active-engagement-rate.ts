import { dayFromYmd, type Day } from '../../../terms/day';
import { NONE } from '../../columns/batch';
import type { RecordTable } from '../../tables/record-table';
import type { ShopTables } from '../../tables/shop-tables';
import { buyersBetween, intersection } from '../customer-sets';
import { defineMetric, type ScalarMetric } from '../define';
import { absent, shareFigure } from '../figure';
import { ENROLLED_SQL, marked, membersBefore } from './members';
import { horizon } from '../periods';
import { pointMovements, rowsOfMove } from './point-movements';
import { peopleCounted, peopleOf } from '../record-input';
import { REFERRALS_SQL, referralsBetween } from './referrals';

type Params = Record<string, never>;

/**
 * Share of members who did anything in the view: bought, earned points, redeemed points, answered a survey, or brought a new customer.
 *
 * Members are those at the end of the view. How many did each is given beside it; who did several is counted once. A referral counts in the
 * view in which the new customer's first order lies, unless that was given back in full. Records without a day are in no view. Absent
 * `no-members`. Cost: two passes over orders, one over each kind of records.
 */
export const activeEngagementRate = defineMetric<Params, ScalarMetric<Params>>({
  id: 'active-engagement-rate',
  family: 'programme',
  unit: 'ratio',
  shape: 'scalar',
  reads: ['points', 'customers', 'answers'],
  fraction: ['members-engaged', 'members'],
  formula: '|M ∩ (bought ∪ earned ∪ redeemed ∪ answered ∪ referred)| / |M|; events in [from, to), M = members before to',
  source: {
    title: '7 metrics to measure your loyalty program success',
    author: 'Loyal Guru',
    year: 2021,
    where: 'https://www.loyal.guru/2021/08/03/7-metrics-to-measure-your-loyalty-program-success/',
  },
  defaults: {},
  sql: `WITH ${ENROLLED_SQL}, ${REFERRALS_SQL}, events AS (
  SELECT customer AS person FROM orders WHERE day >= $from AND day < $to AND day <= $as_of
  UNION SELECT person FROM points WHERE day >= $from AND day < $to AND day <= $as_of
    AND ((movement = 'earn' AND points > 0) OR (movement = 'redeem' AND points <> 0))
  UNION SELECT person FROM answers WHERE day >= $from AND day < $to AND day <= $as_of
  UNION SELECT referrer_person FROM brought WHERE person IN (SELECT customer FROM converted)
)
SELECT count(events.person) / nullif(count(*), 0) AS value, count(*) AS n
FROM enrolled LEFT JOIN events ON events.person = enrolled.person`,
  compute(tables, view) {
    const to = horizon(view);
    const members = membersBefore(tables, to);
    if (members.length === 0) return absent('no-members');
    const events = eventsBetween(tables, view.from, to);
    const engaged = new Uint8Array(tables.persons);
    for (const who of Object.values(events)) for (const p of who) engaged[p] = 1;
    const among = (who: Uint32Array): Uint32Array => intersection(members, who);
    return shareFigure(peopleCounted('members-engaged', among(marked(engaged))), peopleCounted('members', members), [
      peopleCounted('members-bought', among(events.bought)),
      peopleCounted('members-earned', among(events.earned)),
      peopleCounted('members-redeemed', among(events.redeemed)),
      peopleCounted('members-answered', among(events.answered)),
      peopleCounted('members-referred', among(events.referred)),
    ]);
  },
  vectors: [
    {
      name: 'six members: one bought, one earned, one redeemed, one answered, one brought a friend, one did nothing',
      orders: [
        { customer: 'a', day: '2024-01-10', net: 100 },
        { customer: 'friend', day: '2024-01-20', net: 100 },
      ],
      records: {
        customers: [...['a', 'b', 'c', 'd', 'e', 'f'].map((person) => ({ person, tier: 'Gold' })), { person: 'friend', referrer: 'e' }],
        points: [
          { person: 'b', date: '2024-01-11', movement: 'earn', points: 5 },
          { person: 'c', date: '2024-01-12', movement: 'redeem', points: -5 },
        ],
        answers: [{ person: 'd', date: '2024-01-13', score: 9 }],
      },
      view: {},
      expected: 5 / 6,
    },
    {
      name: 'expired points are nothing that a member did, and what lies outside the view does not count',
      orders: [
        { customer: 'a', day: '2024-01-10', net: 100 },
        { customer: 'b', day: '2024-02-10', net: 100 },
      ],
      records: {
        points: [
          { person: 'a', date: '2024-01-11', movement: 'earn', points: 5 },
          { person: 'a', date: '2024-02-11', movement: 'expire', points: -5 },
          { person: 'b', date: '2024-02-10', movement: 'earn', points: 5 },
        ],
      },
      view: { from: dayFromYmd(2024, 2, 1), asOf: dayFromYmd(2024, 2, 29) },
      expected: 0.5,
    },
    {
      name: 'without members there is no rate',
      orders: [{ customer: 'a', day: '2024-01-10', net: 100 }],
      view: {},
      expected: null,
    },
  ],
});

/** Who did what in [from, to), each ascending. */
function eventsBetween(tables: ShopTables, from: Day, to: Day) {
  const movements = pointMovements(tables.records('points'));
  const moved = (move: 'issued' | 'redeemed') => peopleOf(movements.table, rowsOfMove(movements, move, { from, to }));
  return {
    bought: buyersBetween(tables.orders, from, to),
    earned: moved('issued'),
    redeemed: moved('redeemed'),
    answered: peopleBetween(tables.records('answers'), from, to),
    referred: referralsBetween(tables, from, to).referrers,
  };
}

function peopleBetween(table: RecordTable, from: Day, to: Day): Uint32Array {
  const isIn = (row: number): boolean => table.person[row] !== NONE && table.day[row]! >= from && table.day[row]! < to;
  return peopleOf(table, Uint32Array.from(table.day, (_, row) => row).filter(isIn));
}
