import { i18n, type MessageKey } from '../../i18n/i18n.svelte';
import type { PredictionChoice, RiskReason } from '../../engine/protocol';
import type { Currency } from '../../terms/money';
import type { Ranged } from '../../terms/prediction';

/** Days as words; half a day is said. */
export function daysOf(count: number): string {
  return i18n.t('count.days', { count: Number.isInteger(count) ? count : i18n.format.count(count, 1) });
}

/** How silence stands to a customer's rhythm: short for a table, or a whole sentence. */
export function reasonWords(reason: RiskReason, length: 'short' | 'whole'): string {
  const { code, ...days } = reason;
  const slots = Object.fromEntries(Object.entries(days).map(([key, count]) => [key, daysOf(count)]));
  return i18n.t(length === 'short' ? `reason.${code}` : `reason.say.${code}`, { ...slots, n: reason.silent });
}

/** An expected number of orders, which is seldom whole, and its range: 12.3, 1.2, 0.04; with a digit more where the range would be none. */
export function expectedOrders({ value, low, high }: Ranged): Record<'value' | 'low' | 'high' | 'range', string> {
  const digits = value < 0.95 || high.toFixed(1) === low.toFixed(1) ? 2 : 1;
  const show = (count: number) => i18n.format.count(count, digits);
  return { value: show(value), low: show(low), high: show(high), range: `${show(low)}–${show(high)}` };
}

/** What a predicted value is: whose money, how far ahead, at what margin and discount. Stands in the name of every value. */
export function valueTerms({ horizonDays, margin, discountPerYear }: PredictionChoice): string {
  const kind = margin === null ? 'sales' : 'profit';
  const key: MessageKey = discountPerYear > 0 ? `prediction.terms.${kind}-discounted` : `prediction.terms.${kind}`;
  const percent = (ratio: number) => i18n.format.percent(ratio, Number.isInteger(Math.round(ratio * 1e6) / 1e4) ? 0 : 1);
  return i18n.t(key, { days: daysOf(horizonDays), margin: percent(margin ?? 0), rate: percent(discountPerYear) });
}

/** How much is known of a customer's rhythm. */
export function evidenceWords(repeatDays: number): string {
  return repeatDays === 0 ? i18n.t('likely.evidence.none') : i18n.t('likely.evidence', { count: repeatDays });
}

/** A number that is likely, with its range; null where it is not told. */
export function likelyCell(
  ranged: Ranged | null,
  key: 'alive' | 'orders90' | 'value',
  currency: Currency,
): { value: string; range: string } | null {
  if (!ranged) return null;
  if (key === 'alive') return likelihood(ranged);
  if (key === 'orders90') return expectedOrders(ranged);
  return expectedMoney(ranged, currency);
}

/** A likelihood and its range; with a digit more where the range is narrow, and near none and near all: a chance is not called a certainty. */
export function likelihood({ value, low, high }: Ranged): Record<'value' | 'low' | 'high' | 'range', string> {
  const digits = high - low >= 0.02 && low > 0.01 && high < 0.99 ? 0 : 1;
  const show = (ratio: number) => i18n.format.percent(ratio, digits);
  return { value: show(value), low: show(low), high: show(high), range: i18n.format.percentRange(low, high, digits) };
}

/** An expected sum and its range; pence only where they matter. */
export function expectedMoney({ value, low, high }: Ranged, currency: Currency): { value: string; range: string } {
  const money = (minor: number) => i18n.format.money(minor, currency, value >= 100 * 10 ** currency.digits);
  return { value: money(value), range: `${money(low)}–${money(high)}` };
}
