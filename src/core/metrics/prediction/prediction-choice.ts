import type { Input } from '../../../terms/answer';
import { DEFAULT_PREDICTION, LIFETIME_MODELS, type PredictionChoice } from '../../../terms/prediction';
import { measured } from '../figure';
import { typedNumber } from '../typed-number';

/** Most days ahead that are counted: ten years. */
const FARTHEST_DAYS = 3650;

/** A choice as it comes with a question: what makes no sense is as if it was not typed. */
export function choiceOf(params: Partial<PredictionChoice>): PredictionChoice {
  const horizonDays = typedNumber(params.horizonDays, 1, FARTHEST_DAYS);
  return {
    model: LIFETIME_MODELS.find((id) => id === params.model) ?? DEFAULT_PREDICTION.model,
    horizonDays: horizonDays === null ? DEFAULT_PREDICTION.horizonDays : Math.round(horizonDays),
    margin: typedNumber(params.margin, 0, 1),
    discountPerYear: typedNumber(params.discountPerYear) ?? DEFAULT_PREDICTION.discountPerYear,
  };
}

/** What a predicted value was asked with, as inputs of its figure: days ahead, margin where there is one, discount rate. */
export function choiceInputs({ horizonDays, margin, discountPerYear }: PredictionChoice): Input[] {
  return [
    measured('horizon-days', horizonDays, 'days'),
    ...(margin === null ? [] : [measured('profit-margin', margin, 'ratio')]),
    measured('discount-per-year', discountPerYear, 'ratio'),
  ];
}
