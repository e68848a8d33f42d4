import type { Absent, Scalar } from '../../../terms/answer';
import { dayFromIso, dayFromYmd, type Day } from '../../../terms/day';
import type { View } from '../../../terms/view';
import { defineMetric, type ScalarMetric } from '../define';
import { absent } from '../figure';
import { horizon, periodsOf } from '../periods';
import { pointMovements, pointsAdded, rowsOfMove, type PointMovements } from './point-movements';
import { vintageFigure, vintageTrend } from './point-vintages';
import { REDEMPTION_SQL } from './redemption-rate-sql';
import { recordsCounted } from '../record-input';
import { spentPoints } from './spent-points';

interface Params {
  /** Points by when they were issued and followed for a time (`vintage`), or all that was redeemed over all that was issued. */
  by: 'vintage' | 'window' | 'lifetime';
  /** Days from issue within which a point is redeemed, for `vintage`. */
  withinDays: number;
  /** ISO date of the first day of the period whose points are followed; '' for those issued in the whole view. */
  vintage: string;
}

/**
 * Share of points issued that were redeemed.
 *
 * `vintage`: of the points issued in the view, those that could be followed for `withinDays` days, and of them the part redeemed by then;
 * per member the oldest points go first. Points a member has pending are not issued yet; what expired or was taken back stays issued and is
 * not redeemed. Movements of nobody known are left out. `window`: redeemed in the view over issued in it, whichever points those were, so
 * it may exceed 1. `lifetime`: the same from the beginning, movements without a day included; it exceeds 1 where the ledger begins after
 * points were issued. Only a vintage is a share of its points and has an interval, which is that of members, and a trend. Absent `no-points` (nothing issued), `not-followed` (issued too recently).
 * Cost: linear in movements.
 */
export const redemptionRate = defineMetric<Params, ScalarMetric<Params>>({
  id: 'redemption-rate',
  family: 'programme',
  unit: 'ratio',
  shape: 'scalar',
  reads: ['points'],
  fraction: ['points-redeemed', 'points-issued'],
  formula: 'Σ redeemed(pᵢ, ≤ h days after issue) / Σ pᵢ; pᵢ issued in [from, to), followed h days, oldest first',
  source: {
    title: 'How to Improve Loyalty Program Redemption Rates',
    author: 'Customer Insight Group',
    year: 2026,
    where: 'https://www.customerinsightgroup.com/loyaltyblog/loyalty-marketing/redemption-rates (undated, read in 2026)',
  },
  defaults: { by: 'vintage', withinDays: 180, vintage: '' },
  sql: REDEMPTION_SQL,
  compute({ records, persons }, view, { by, withinDays, vintage }) {
    const movements = pointMovements(records('points'));
    const followed = { movements, known: view.asOf - withinDays, ...spentPoints(movements, persons, withinDays) };
    const figures: Record<Params['by'], Scalar | Absent> = {
      vintage: vintageFigure(followed, vintageDays(view, vintage)),
      window: flowFigure(movements, view.from, horizon(view)),
      lifetime: flowFigure(movements, null, horizon(view)),
    };
    const figure = figures[by];
    if (figure.value === null) return figure;
    return { ...figure, variants: { ...figures }, ...(by === 'vintage' ? { trend: vintageTrend(followed, view) } : {}) };
  },
  vectors: [
    {
      // a: 100 in January; 60 redeemed in February, the oldest first. b: 100 in January and 100 in March; 50 redeemed in March.
      name: 'of 200 points of January 110 were redeemed within 90 days, those of March are too recent to tell',
      orders: [],
      records: { points: ledgerOfTwo() },
      view: fourMonths(),
      params: { withinDays: 90 },
      expected: 110 / 200,
    },
    {
      name: 'over its lifetime 110 of 300 issued points were redeemed',
      orders: [],
      records: { points: ledgerOfTwo() },
      view: fourMonths(),
      params: { by: 'lifetime' },
      expected: 110 / 300,
    },
    {
      name: 'in a window more may be redeemed than is issued: 60 in February, when none were issued but 40',
      orders: [],
      records: { points: [...ledgerOfTwo(), { person: 'b', date: '2024-02-20', movement: 'earn', points: 40 }] },
      view: { ...fourMonths(), from: dayFromYmd(2024, 2, 1), to: dayFromYmd(2024, 3, 1) },
      params: { by: 'window' },
      expected: 60 / 40,
    },
    {
      name: 'what expires takes the oldest points first, and what is redeemed then comes from later ones',
      orders: [],
      records: {
        points: [
          { person: 'a', date: '2024-01-01', movement: 'earn', points: 100 },
          { person: 'a', date: '2024-02-01', movement: 'earn', points: 100 },
          { person: 'a', date: '2024-02-02', movement: 'expire', points: -100 },
          { person: 'a', date: '2024-02-03', movement: 'redeem', points: -30 },
        ],
      },
      view: fourMonths(),
      params: { vintage: '2024-02-01', withinDays: 30 },
      expected: 0.3,
    },
    {
      name: 'pending points are not issued, and points redeemed from an opening balance are of no issue',
      orders: [],
      records: {
        points: [
          { person: 'a', date: '2024-01-01', movement: 'redeem', points: -500 },
          { person: 'a', date: '2024-01-02', movement: 'earn', points: 50 },
          { person: 'a', date: '2024-01-02', movement: 'pending', points: 50 },
          { person: 'a', date: '2024-01-04', movement: 'redeem', points: -10 },
        ],
      },
      view: fourMonths(),
      params: { withinDays: 30 },
      expected: 0.2,
    },
    { name: 'without points there is no rate', orders: [], view: {}, expected: null },
  ],
});

function ledgerOfTwo() {
  return [
    { person: 'a', date: '2024-01-10', movement: 'earn', points: 100 },
    { person: 'a', date: '2024-02-10', movement: 'redeem', points: -60 },
    { person: 'b', date: '2024-01-20', movement: 'earn', points: 100 },
    { person: 'b', date: '2024-03-05', movement: 'earn', points: 100 },
    { person: 'b', date: '2024-03-10', movement: 'redeem', points: -50 },
  ];
}

function fourMonths(): Partial<View> {
  return { from: dayFromYmd(2024, 1, 1), to: dayFromYmd(2024, 5, 1), asOf: dayFromYmd(2024, 4, 30) };
}

/** The days of issue that are asked about: those of the view, or of one period, also outside it. */
function vintageDays(view: View, vintage: string): { from: Day; to: Day } {
  const start = dayFromIso(vintage);
  if (start === null) return { from: view.from, to: horizon(view) };
  const period = periodsOf({ orders: 1, firstDay: start }, { ...view, from: start, to: view.asOf + 1 })[0];
  return period ? { from: period.start, to: Math.min(period.end, view.asOf + 1) } : { from: start, to: start };
}

/** What was redeemed in [from, to) over what was issued then, whichever points those were; `from` null is the beginning. */
function flowFigure(movements: PointMovements, from: Day | null, to: Day): Scalar | Absent {
  const { table, points } = movements;
  const issued = rowsOfMove(movements, 'issued', { from, to });
  if (issued.length === 0) return absent('no-points');
  const whole = pointsAdded('points-issued', table, issued, points);
  const redeemed = rowsOfMove(movements, 'redeemed', { from, to });
  const part = pointsAdded('points-redeemed', table, redeemed, points);
  const expired = pointsAdded('points-expired', table, rowsOfMove(movements, 'expired', { from, to }), points);
  const moved = [
    recordsCounted('movements-issued', 'movements', table, issued),
    recordsCounted('movements-redeemed', 'movements', table, redeemed),
  ];
  const figure: Scalar = { value: part.value / whole.value, n: whole.who!.length, inputs: [whole, part, expired, ...moved] };
  if (figure.value <= 1) return figure;
  return from === null ? { ...figure, note: 'ledger-begins-late' } : { ...figure, note: 'redeemed-more-than-issued' };
}
