import { i18n } from '../../i18n/i18n.svelte';

/** Hours as they are said: 5 hours, 1.5 hours, and whole days from two days on. */
export function hoursText(hours: number): string {
  if (hours >= 48) return i18n.t('count.days', { count: roundedText(hours / 24) });
  return i18n.t('count.hours', { count: roundedText(hours) });
}

function roundedText(value: number): number | string {
  return Number.isInteger(value) ? value : i18n.format.count(value, 1);
}
