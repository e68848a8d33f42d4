import { i18n, type MessageKey } from '../../i18n/i18n.svelte';
import type { PredictionChoice, RiskReason } from '../../engine/protocol';
import type { Currency } from '../../terms/money';
import type { Ranged } from '../../terms/prediction';
import { sidedNumber, sidedRange, type Print } from './sided-number';

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

/** A number that is likely, and its range. */
export type Shown = Record<'value' | 'range', string>;

/** An expected number of orders, which is seldom whole, and its range: 12.3, 1.2, 0.04; with a digit more where the range would be none. */
export function expectedOrders({ value, low, high }: Ranged): Shown {
  const digits = value < 0.95 || high.toFixed(1) === low.toFixed(1) ? 2 : 1;
  const show = (count: number) => i18n.format.count(count, count === 0 ? 0 : digits);
  const print = { show, step: 10 ** -digits, all: Infinity };
  return { value: sidedNumber(value, print), range: sidedRange(low, high, print, () => `${show(low)}–${show(high)}`) };
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
export function likelyCell(ranged: Ranged | null, key: 'alive' | 'orders90' | 'value', currency: Currency): Shown | null {
  if (!ranged) return null;
  if (key === 'alive') return likelihood(ranged);
  if (key === 'orders90') return expectedOrders(ranged);
  return expectedMoney(ranged, currency);
}

/** A likelihood and its range; with a digit more where the range is narrow, and near none and near all: a chance is not called a certainty. */
export function likelihood({ value, low, high }: Ranged): Shown {
  const digits = high - low >= 0.02 && low > 0.01 && high < 0.99 ? 0 : 1;
  const print = chances(digits);
  return { value: sidedNumber(value, print), range: sidedRange(low, high, print, () => i18n.format.percentRange(low, high, digits)) };
}

/** A likelihood alone. */
export function chance(ratio: number): string {
  return sidedNumber(ratio, chances(ratio > 0.01 && ratio < 0.99 ? 0 : 1));
}

function chances(digits: number): Print {
  const show = (ratio: number) => i18n.format.percent(ratio, ratio === 0 || ratio === 1 ? 0 : digits);
  return { show, step: 10 ** (-2 - digits), all: 1 };
}

/** An expected sum and its range; pence only where they matter. */
export function expectedMoney({ value, low, high }: Ranged, currency: Currency): Shown {
  const unit = 10 ** currency.digits;
  const isShort = value >= 100 * unit;
  const show = (minor: number) => i18n.format.money(minor, currency, isShort);
  const print = { show, step: isShort ? unit : 1, all: Infinity };
  return { value: sidedNumber(value, print), range: sidedRange(low, high, print, () => `${show(low)}–${show(high)}`) };
}
