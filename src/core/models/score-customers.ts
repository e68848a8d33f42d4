import type { PredictionChoice } from '../../terms/prediction';
import { discountedOrders, monthEnds } from './discounted-orders';
import type { LifetimeModel } from './lifetime-model';
import type { Scores } from './predictions';
import type { RepeatHistory } from './repeat-history';
import type { Triples } from './triples';

/** What a model says of each of some histories: one number per triple. */
export interface TripleScores {
  alive: Float64Array;
  /** Order-days expected within 30, 90 and 365 days, and within the horizon. */
  orders30: Float64Array;
  orders90: Float64Array;
  orders365: Float64Array;
  ordersAhead: Float64Array;
  /** Order-days within the horizon, each month's at the worth of its end. */
  discounted: Float64Array;
}

/**
 * P(alive), expectations and discounted expectations of histories under some parameters.
 *
 * Without a discount the months make no difference and are not asked for.
 * Cost: triples × different times; a horizon of a year has twelve.
 */
export function scoreTriples(
  model: LifetimeModel,
  theta: Float64Array,
  triples: Triples,
  { horizonDays, discountPerYear }: Pick<PredictionChoice, 'horizonDays' | 'discountPerYear'>,
): TripleScores {
  const ends = discountPerYear === 0 ? [horizonDays] : monthEnds(horizonDays);
  const times = [...new Set([30, 90, 365, ...ends])].sort((a, b) => a - b);
  const { alive, expected } = model.scores(theta, triples, times);
  const at = (days: number): Float64Array => expected[times.indexOf(days)]!;
  return {
    alive,
    orders30: at(30),
    orders90: at(90),
    orders365: at(365),
    ordersAhead: at(horizonDays),
    discounted: discountedOrders(ends.map(at), ends, discountPerYear),
  };
}

/**
 * The scores of every customer from those of the different histories.
 *
 * Value = margin × discounted order-days (see `discountedOrders`) × expected worth of an order-day; sales where no margin is given.
 * @param of     index of the triple of each row of the history
 * @param spend  expected worth of an order-day by row, minor units; null where it could not be settled: spend and value are NaN then
 */
export function customerScores(
  history: RepeatHistory,
  of: Uint32Array,
  told: TripleScores,
  spend: Float64Array | null,
  margin: number | null,
): Scores {
  const count = history.count;
  const spread = (column: Float64Array): Float64Array => {
    const out = new Float64Array(count);
    for (let i = 0; i < count; i++) out[i] = column[of[i]!]!;
    return out;
  };
  const value = new Float64Array(count).fill(NaN);
  if (spend) for (let i = 0; i < count; i++) value[i] = (margin ?? 1) * told.discounted[of[i]!]! * spend[i]!;
  return {
    count,
    id: history.id,
    evidence: history.x,
    alive: spread(told.alive),
    orders30: spread(told.orders30),
    orders90: spread(told.orders90),
    orders365: spread(told.orders365),
    ordersAhead: spread(told.ordersAhead),
    spend: spend ?? new Float64Array(count).fill(NaN),
    value,
  };
}
