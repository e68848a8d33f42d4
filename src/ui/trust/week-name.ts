import { i18n } from '../../i18n/i18n.svelte';
import { daysOf, isPartial, type Week } from './tracked-weeks';

/** A week by its last day, with its days where they are fewer than seven: 31 Dec 2025, 6 days. */
export function weekName(week: Pick<Week, 'from' | 'to'>): string {
  const name = i18n.format.day(week.to);
  return isPartial(week) ? i18n.t('trust.part', { name, days: i18n.t('count.days', { count: daysOf(week) }) }) : name;
}
