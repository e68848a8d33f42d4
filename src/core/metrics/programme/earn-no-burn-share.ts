import { dayFromYmd } from '../../../terms/day';
import { NONE } from '../../columns/batch';
import { defineMetric, type ScalarMetric } from '../define';
import { absent, shareFigure } from '../figure';
import { marked } from './members';
import { horizon } from '../periods';
import { pointMovements, rowsOfMove } from './point-movements';
import { peopleCounted } from '../record-input';

interface Params {
  /** Days since a member first earned points, at least: before, nobody can be said not to redeem. */
  minAgeDays: number;
}

/**
 * Share of members who have earned points and never redeemed any.
 *
 * Lifetime, at the end of the view; of those who first earned at least `minAgeDays` days before. What was earned on no known day was earned
 * long ago. Absent `no-points`, `not-followed` (all earned too recently). Cost: one pass over movements.
 */
export const earnNoBurnShare = defineMetric<Params, ScalarMetric<Params>>({
  id: 'earn-no-burn-share',
  family: 'programme',
  unit: 'ratio',
  shape: 'scalar',
  reads: ['points'],
  fraction: ['never-redeemed', 'earners'],
  formula:
    '|{m : earned, e₁ ≤ T − a days, never redeemed}| / |{m : earned, e₁ ≤ T − a days}|; e₁ first day of earning, T = last day of the view',
  source: {
    title: 'How to Improve Loyalty Program Redemption Rates',
    author: 'Customer Insight Group',
    year: 2026,
    where: 'https://www.customerinsightgroup.com/loyaltyblog/loyalty-marketing/redemption-rates (undated, read in 2026)',
  },
  defaults: { minAgeDays: 90 },
  sql: `WITH firsts AS (
  SELECT person, min(coalesce(day, DATE '1000-01-01')) FILTER (movement = 'earn' AND points > 0) AS first_day,
    count(*) FILTER (movement = 'redeem' AND points <> 0) AS redemptions
  FROM points WHERE person IS NOT NULL AND (day IS NULL OR (day < $to AND day <= $as_of)) GROUP BY person
), earners AS (
  SELECT * FROM firsts WHERE first_day + CAST($min_age_days AS INTEGER) <= least(CAST($to AS DATE) - 1, CAST($as_of AS DATE))
)
SELECT count(*) FILTER (redemptions = 0) / nullif(count(*), 0) AS value, count(*) AS n FROM earners`,
  compute({ records, persons }, view, { minAgeDays }) {
    const to = horizon(view);
    const movements = pointMovements(records('points'));
    const { person, day } = movements.table;
    const first = new Float64Array(persons).fill(Infinity);
    for (const row of rowsOfMove(movements, 'issued', { from: null, to }))
      if (person[row] !== NONE) first[person[row]!] = Math.min(first[person[row]!]!, day[row]!);
    const redeemed = new Uint8Array(persons);
    for (const row of rowsOfMove(movements, 'redeemed', { from: null, to })) if (person[row] !== NONE) redeemed[person[row]!] = 1;
    const all = marked(Uint8Array.from(first, (day) => (day < Infinity ? 1 : 0)));
    if (all.length === 0) return absent('no-points');
    const isOld = (p: number): boolean => first[p]! + minAgeDays <= to - 1;
    const earners = all.filter(isOld);
    if (earners.length === 0) return absent('not-followed');
    const never = earners.filter((p) => redeemed[p] === 0);
    const figure = shareFigure(peopleCounted('never-redeemed', never), peopleCounted('earners', earners), [
      peopleCounted(
        'earners-too-recent',
        all.filter((p) => !isOld(p)),
      ),
    ]);
    return { ...figure, note: 'lifetime' };
  },
  vectors: [
    {
      name: 'two of three who have earned for 90 days never redeemed; the fourth has not earned for long enough',
      orders: [],
      records: {
        points: [
          { person: 'a', date: '2024-01-01', movement: 'earn', points: 10 },
          { person: 'a', date: '2024-01-05', movement: 'redeem', points: -10 },
          { person: 'b', date: '2024-01-02', movement: 'earn', points: 10 },
          { person: 'c', date: '2024-01-03', movement: 'earn', points: 10 },
          { person: 'c', date: '2024-02-03', movement: 'expire', points: -10 },
          { person: 'd', date: '2024-03-03', movement: 'earn', points: 10 },
        ],
      },
      view: { from: dayFromYmd(2024, 1, 1), to: dayFromYmd(2024, 5, 1), asOf: dayFromYmd(2024, 4, 30) },
      expected: 2 / 3,
    },
    {
      name: 'who has earned for exactly that many days counts, a day less does not',
      orders: [],
      records: {
        points: [
          { person: 'a', date: '2024-01-01', movement: 'earn', points: 10 },
          { person: 'b', date: '2024-01-02', movement: 'earn', points: 10 },
          { person: 'b', date: '2024-01-05', movement: 'redeem', points: -1 },
        ],
      },
      view: { from: dayFromYmd(2024, 1, 1), to: dayFromYmd(2024, 1, 12), asOf: dayFromYmd(2024, 1, 11) },
      params: { minAgeDays: 10 },
      expected: 1,
    },
    {
      name: 'totals without a day were earned long ago',
      orders: [],
      records: {
        points: [
          { person: 'a', movement: 'earn', points: 10 },
          { person: 'b', movement: 'earn', points: 10 },
          { person: 'b', movement: 'redeem', points: -10 },
        ],
      },
      view: { from: dayFromYmd(2024, 1, 1), to: dayFromYmd(2024, 2, 1), asOf: dayFromYmd(2024, 1, 31) },
      expected: 0.5,
    },
    { name: 'without points there is no share', orders: [], view: {}, expected: null },
  ],
});
