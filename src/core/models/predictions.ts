import type { Why } from '../../terms/answer';
import type { Day } from '../../terms/day';
import type { LifetimeModelId, PredictionChoice, PredictionWarning, Ranged } from '../../terms/prediction';

/**
 * Whether predictions can be given for a shop, and on what ground.
 * - `model`: the model was better than both plain guesses in the back-test.
 * - `empirical`: fewer than 100 customers came back: what happened to customers with as many orders and as long a silence, drawn together
 *   towards the mean of such groups; called that wherever it is shown.
 * - `none`: nothing is shown, and why.
 */
export type Verdict =
  /**
   * `bias`: what the back-test expected in all ÷ what came, less 1; 0.41 for 41 % too many. `noValue`: why spend and value are not told, where
   * orders are.
   */
  | { basis: 'model'; model: LifetimeModelId; warnings: PredictionWarning[]; bias: number; noValue?: Why }
  | { basis: 'empirical'; warnings: PredictionWarning[] }
  | { basis: 'none'; why: Why; warnings: PredictionWarning[] };

/** Predictions for every customer with an order, row i about customer `id[i]`. NaN where the ground of the verdict does not tell. */
export interface Scores {
  count: number;
  id: Uint32Array;
  /** Order-days after the first: what is known of the customer's rhythm. */
  evidence: Uint32Array;
  alive: Float64Array;
  /** Order-days expected within 30, 90 and 365 days, and within the horizon asked for. */
  orders30: Float64Array;
  orders90: Float64Array;
  orders365: Float64Array;
  ordersAhead: Float64Array;
  /** Expected worth of an order-day, minor units. */
  spend: Float64Array;
  /** Discounted value within the horizon, minor units: profit where a margin was given, else sales. */
  value: Float64Array;
}

/** Predictions for one customer; null where the ground does not tell. */
export interface CustomerPrediction {
  key: string;
  evidence: number;
  alive: Ranged | null;
  orders30: Ranged | null;
  orders90: Ranged | null;
  orders365: Ranged | null;
  ordersAhead: Ranged | null;
  spend: Ranged | null;
  value: Ranged | null;
  /** Days between which the next order falls with 50 % if the customer is still one; null where that is not told or too far off. */
  next: { from: Day; to: Day } | null;
}

/** Why a customer is thought to slip away or to stay, in a shopkeeper's terms; numbers are days. */
export type RiskReason =
  | { code: 'within-rhythm'; usual: number; silent: number }
  | { code: 'past-usual-gap'; usual: number; silent: number }
  | { code: 'past-longest-gap'; longest: number; silent: number }
  /** Fewer than three gaps, and silence not beyond what they say. */
  | { code: 'within-longest-gap'; longest: number; silent: number }
  | { code: 'past-shop-window'; window: number; silent: number }
  | { code: 'once-lately'; window: number; silent: number }
  | { code: 'once-long-ago'; window: number; silent: number };

/** Predictions for some customers, in the order asked for; null for one without an order. Empty where the verdict is `none`. */
export interface Predictions {
  verdict: Verdict;
  choice: PredictionChoice;
  rows: (CustomerPrediction | null)[];
}

/** What the page of one customer shows of what is likely to come. */
export interface CustomerOutlook {
  verdict: Verdict;
  choice: PredictionChoice;
  prediction: CustomerPrediction | null;
  reason: RiskReason;
  /** Days of silence after which the shop's lapse rule counts anybody as lapsed. */
  lapseDays: number;
  /** P(alive) at the end of days from the first order to the as-of day, at least at each order-day and shortly before; empty without a model. */
  curve: { day: Day; alive: number }[];
}
