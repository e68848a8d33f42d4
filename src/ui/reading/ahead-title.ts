import { i18n } from '../../i18n/i18n.svelte';
import type { Scalar } from '../../terms/answer';
import { DEFAULT_PREDICTION } from '../../terms/prediction';
import { daysOf, valueTerms } from '../customers/likely-words';

/** The name of a figure about days to come with what it was asked with: horizon, margin and discount; null for a figure about the past. */
export function aheadTitle(name: string, { inputs }: Scalar): string | null {
  const given = (key: string) => inputs.find((input) => input.key === key)?.value;
  const [horizonDays, discountPerYear] = [given('horizon-days'), given('discount-per-year')];
  if (horizonDays === undefined) return null;
  if (discountPerYear === undefined) return i18n.t('how.title.ahead', { name, days: daysOf(horizonDays) });
  const terms = { ...DEFAULT_PREDICTION, horizonDays, discountPerYear, margin: given('profit-margin') ?? null };
  return i18n.t('how.title.of-period', { name, period: valueTerms(terms) });
}
