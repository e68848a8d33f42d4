import type { CustomerOutlook, CustomerPage, CustomerPrediction, RiskReason } from '../../engine/protocol';
import type { AliveCurve } from '../charts/alive-curve';
import type { Day } from '../../terms/day';

/** The curve of a customer with what is marked on it; null without a model. */
export function curveOf({ curve, lapseDays }: CustomerOutlook, { entries, asOf, row }: CustomerPage): AliveCurve | null {
  if (curve.length === 0) return null;
  const orders = orderDays(entries);
  const lapsed = row.silent >= lapseDays ? row.lastDay + lapseDays : null;
  return { points: curve, orders, lapsed: lapsed !== null && lapsed <= asOf ? lapsed : null };
}

/** A day with an order, with the likelihood on the evening before and at its end. */
export interface CurveStep {
  day: Day;
  before: number | null;
  after: number;
}

/** The days with an order, latest first: what each did to the likelihood. Days that the curve does not hold are left out. */
export function curveSteps({ points, orders }: AliveCurve): CurveStep[] {
  const at = new Map(points.map(({ day, alive }) => [day, alive]));
  return orders
    .flatMap((day) => {
      const after = at.get(day);
      return after === undefined ? [] : [{ day, before: at.get(day - 1) ?? null, after }];
    })
    .reverse();
}

function orderDays(entries: CustomerPage['entries']): Day[] {
  return [...new Set(entries.filter(({ purchase }) => purchase).map(({ day }) => day))].sort((a, b) => a - b);
}

/**
 * Whether this is the case in which somebody who ordered often is thought gone sooner than one who seldom did: silent past their own rhythm,
 * well known, likely gone.
 */
export function isFrequentAndSilent({ reason, prediction }: CustomerOutlook): boolean {
  return reason.code === 'past-usual-gap' && (prediction?.alive?.value ?? 1) < 0.5;
}

/** Whether a customer is past their own rhythm while the model calls them more likely a customer than not: both hold, which must be said. */
export function isPastYetHere({ reason, prediction }: { reason: RiskReason; prediction: CustomerPrediction | null }): boolean {
  return (reason.code === 'past-usual-gap' || reason.code === 'past-longest-gap') && (prediction?.alive?.value ?? 0) >= 0.5;
}
