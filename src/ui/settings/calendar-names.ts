import { i18n } from '../../i18n/i18n.svelte';

/** Name of a day of the week, 0 Sunday, in the language of the page. */
export function weekdayName(weekday: number): string {
  // 4 January 1970 was a Sunday.
  return new Intl.DateTimeFormat(i18n.language, { weekday: 'long', timeZone: 'UTC' }).format((3 + weekday) * 86_400_000);
}

/** Name of a month, 1 January, in the language of the page. */
export function monthName(month: number): string {
  return new Intl.DateTimeFormat(i18n.language, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(1970, month - 1, 1));
}
