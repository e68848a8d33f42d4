import { i18n } from '../../i18n/i18n.svelte';
import type { Unit } from '../../terms/answer';

/** A rate of a breakdown: 36.6 % of a share, a whole number of a score; – where there is none. */
export function rateText(value: number | null, unit: Unit): string {
  if (value === null) return '–';
  return unit === 'score' ? i18n.format.count(value) : i18n.format.percent(value);
}

/** Its ends without a sign: 33.5–39.8. */
export function endsText({ low, high }: { low: number | null; high: number | null }, unit: Unit): string {
  if (low === null || high === null) return '–';
  const [times, digits] = unit === 'score' ? [1, 0] : [100, 1];
  // A score below zero has a minus, which a dash would hide.
  return `${i18n.format.count(low * times, digits)}${low < 0 ? '\u2009–\u2009' : '–'}${i18n.format.count(high * times, digits)}`;
}

/** A change in points, with its sign. */
export function pointsText(change: number, unit: Unit): string {
  return unit === 'score' ? `${change > 0 ? '+' : ''}${i18n.format.count(change)}` : i18n.format.points(change, true);
}

/** A base of so many: 30 customers, 30 orders, 30 answers; the bare number where its unit is not known. */
export function baseText(count: number, unit: Unit | null): string {
  if (unit === 'customers') return i18n.t('reading.n-customers', { count });
  if (unit === 'orders') return i18n.t('reading.n-orders', { count });
  if (unit === 'answers') return i18n.t('voice.n-answers', { count });
  return unit === 'cases' ? i18n.t('service.n-cases', { count }) : i18n.format.count(count);
}
