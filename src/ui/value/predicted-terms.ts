import { i18n } from '../../i18n/i18n.svelte';
import { inputOf } from '../reading/words';
import type { PredictionParams } from './predicted-answers';
import type { Figure } from './read-value';

/** What a predicted value is: of how many days, sales or profit, at what discount. */
export interface PredictedTerms {
  /** Ending of the messages that say it. */
  code: 'sales' | 'sales-discounted' | 'profit' | 'profit-discounted';
  horizonDays: number;
  /** Ratios; the margin is null where the value is sales. */
  margin: number | null;
  discountPerYear: number;
}

/** The terms of a value from its inputs, because a margin that was typed and makes no sense is not in it. */
export function predictedTerms(value: Figure, params: PredictionParams): PredictedTerms {
  const horizonDays = Number(params.horizonDays);
  if (value.value === null) return { code: 'sales', horizonDays, margin: null, discountPerYear: 0 };
  const margin = value.inputs.find(({ key }) => key === 'profit-margin')?.value ?? null;
  const discountPerYear = inputOf(value, 'discount-per-year');
  const base = margin === null ? 'sales' : 'profit';
  return { code: discountPerYear > 0 ? `${base}-discounted` : base, horizonDays, margin, discountPerYear };
}

/** A range in brackets after a number, as a sentence has it; '' where there is none. */
export function likelyRange(figure: Figure, show: (value: number) => string): string {
  if (figure.value === null || !figure.interval) return '';
  const [low, high] = [show(figure.interval.low), show(figure.interval.high)];
  return i18n.t('prediction.finding.likely', { range: i18n.t('reading.range', { bare: low, low, high }) });
}

/** A typed ratio as it was typed: 10 %, 7.5 %. */
export function rateText(ratio: number | null): string {
  const percent = Number(((ratio ?? 0) * 100).toPrecision(12));
  const digits = [0, 1].find((count) => Number(percent.toFixed(count)) === percent) ?? 2;
  return i18n.format.percent(ratio, digits);
}
