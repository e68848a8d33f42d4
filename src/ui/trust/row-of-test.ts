import { i18n } from '../../i18n/i18n.svelte';
import { dayFromIso } from '../../terms/day';
import { periodLong } from '../reading/words';

/** What a row of a table of the back-test is about, for the head of the drawer; null for other tables and rows that name themselves. */
export function rowOfTest(id: string, row: string): string | null {
  const day = dayFromIso(row);
  if (id === 'back-test-weeks' && day !== null) return periodLong(day, 'week');
  if (id === 'back-test-by-month' && day !== null) return periodLong(day, 'month');
  if (id === 'back-test-by-frequency') return `${i18n.t('trust.head.back')} ${row.replace('-', '–')}`;
  const from = Number(row) / 100;
  if (id === 'alive-calibration' && row !== '' && from >= 0 && from < 1) return i18n.format.percentRange(from, from + 0.1, 0);
  return null;
}
