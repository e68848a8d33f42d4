/** Models of how customers buy and stay away, by the names of the literature. */
export const LIFETIME_MODELS = ['mbg-nbd', 'bg-nbd', 'pareto-nbd'] as const;
export type LifetimeModelId = (typeof LIFETIME_MODELS)[number];

/** What a prediction is asked with; it stands in the name of every predicted value. */
export interface PredictionChoice {
  model: LifetimeModelId;
  /** Days ahead that orders and value are counted for. */
  horizonDays: number;
  /** Profit per unit of sales, 0 to 1; null: value is sales, not profit. */
  margin: number | null;
  /** Discount rate per year, 0.1 for 10 %; 0 for none. */
  discountPerYear: number;
}

export const DEFAULT_PREDICTION: PredictionChoice = { model: 'mbg-nbd', horizonDays: 365, margin: null, discountPerYear: 0.1 };

/** What makes a prediction doubtful without making it useless. The sentence stands in i18n under `prediction.warning.<code>`. */
export type PredictionWarning =
  | 'left-truncated' // the file begins in the middle of the shop's life: many "first" orders are none
  | 'seasonal' // the shop's year has peaks, and the model knows none
  | 'horizon-beyond-file' // looks further ahead than the file reaches back
  | 'weak-prior' // too little was known to settle the parameters without a weak prior
  | 'biased'; // in the back-test the sum was off by more than a fifth

/** A number and the 95 % interval that the uncertainty of the model's parameters gives it. */
export interface Ranged {
  value: number;
  low: number;
  high: number;
}
