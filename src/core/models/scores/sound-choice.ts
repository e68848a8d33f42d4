import { DEFAULT_PREDICTION, LIFETIME_MODELS, type PredictionChoice } from '../../../terms/prediction';

/** Days ahead that can be asked for: ten years at most, because nobody knows more of a shop. */
const FURTHEST = 3650;

/**
 * A choice that models can work with: whole days from 1 to 3,650, a margin from 0 to 1 or none, a discount from 0 on, a model that there is.
 * What was typed and is none of that gives way to the default. The same choice whatever came along with it, so that it can be a key.
 */
export function soundChoice(typed: { [K in keyof PredictionChoice]?: unknown }): PredictionChoice {
  const { model, horizonDays, margin, discountPerYear } = typed;
  return {
    model: LIFETIME_MODELS.find((id) => id === model) ?? DEFAULT_PREDICTION.model,
    horizonDays: isBetween(horizonDays, 0.5, Infinity) ? Math.min(FURTHEST, Math.round(horizonDays)) : DEFAULT_PREDICTION.horizonDays,
    margin: isBetween(margin, 0, 1) ? margin : DEFAULT_PREDICTION.margin,
    discountPerYear: isBetween(discountPerYear, 0, Infinity) ? discountPerYear : DEFAULT_PREDICTION.discountPerYear,
  };
}

function isBetween(value: unknown, low: number, high: number): value is number {
  return typeof value === 'number' && value >= low && value <= high;
}
