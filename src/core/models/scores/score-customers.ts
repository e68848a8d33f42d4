import type { PredictionChoice } from '../../../terms/prediction';
import { fewWeights } from './discounted-orders';
import type { LifetimeModel } from '../lifetime/lifetime-model';
import type { Scores } from '../predictions';
import type { RepeatHistory } from '../lifetime/repeat-history';
import type { Triples } from '../lifetime/triples';

/** Days within which orders are told whatever the horizon. */
const TOLD = [30, 90, 365];

/** What a model says of each of some histories: one number per triple. */
export interface TripleScores {
  alive: Float64Array;
  /** Order-days expected within 30, 90 and 365 days, and within the horizon. */
  orders30: Float64Array;
  orders90: Float64Array;
  orders365: Float64Array;
  ordersAhead: Float64Array;
  /** Order-days within the horizon, each month's at the worth of its end (`monthlyWeights`). */
  discounted: Float64Array;
}

/**
 * P(alive), expectations and discounted expectations of histories under some parameters.
 *
 * Cost: triples × different times, seven for a year with a discount.
 */
export function scoreTriples(
  model: LifetimeModel,
  theta: Float64Array,
  triples: Triples,
  { horizonDays, discountPerYear }: Pick<PredictionChoice, 'horizonDays' | 'discountPerYear'>,
): TripleScores {
  const wanted = [...new Set([...TOLD, horizonDays])].sort((a, b) => a - b);
  const scale = Math.min(...theta.filter((_, i) => model.isTime[i]));
  const discounting = fewWeights(horizonDays, discountPerYear, wanted, scale);
  const times = [...new Set([...wanted, ...discounting.times])].sort((a, b) => a - b);
  const { alive, expected } = model.scores(theta, triples, times);
  const at = (days: number): Float64Array => expected[times.indexOf(days)]!;
  const discounted = new Float64Array(triples.size);
  discounting.times.forEach((days, j) => {
    const [column, weight] = [at(days), discounting.weights[j]!];
    for (let i = 0; i < discounted.length; i++) discounted[i]! += weight * column[i]!;
  });
  return { alive, orders30: at(30), orders90: at(90), orders365: at(365), ordersAhead: at(horizonDays), discounted };
}

/**
 * The scores of every customer from those of the different histories.
 *
 * Value = margin × discounted order-days (`monthlyWeights`) × share of them that are worth something (`worthShare`) × expected worth of such
 * a day; sales where no margin is given.
 * @param of     index of the triple of each row of the history
 * @param worth  that share, and the expected worth of such an order-day by row, minor units; null where it could not be settled: spend and
 *               value are NaN then
 */
export function customerScores(
  history: RepeatHistory,
  of: Uint32Array,
  told: TripleScores,
  worth: { spend: Float64Array; share: number } | null,
  margin: number | null,
): Scores {
  const count = history.count;
  const spread = (column: Float64Array): Float64Array => {
    const out = new Float64Array(count);
    for (let i = 0; i < count; i++) out[i] = column[of[i]!]!;
    return out;
  };
  const value = new Float64Array(count).fill(NaN);
  if (worth) {
    const factor = (margin ?? 1) * worth.share;
    for (let i = 0; i < count; i++) value[i] = factor * told.discounted[of[i]!]! * worth.spend[i]!;
  }
  return {
    count,
    id: history.id,
    evidence: history.x,
    alive: spread(told.alive),
    orders30: spread(told.orders30),
    orders90: spread(told.orders90),
    orders365: spread(told.orders365),
    ordersAhead: spread(told.ordersAhead),
    spend: worth?.spend ?? new Float64Array(count).fill(NaN),
    value,
  };
}
