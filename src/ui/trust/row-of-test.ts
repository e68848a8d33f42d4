import { i18n } from '../../i18n/i18n.svelte';
import { dayFromIso, type Day } from '../../terms/day';
import { periodLong } from '../reading/words';
import { weekName } from './week-name';

/**
 * What a row of a table of the back-test is about, for the head of the drawer; null for other tables and rows that name themselves.
 *
 * A week is called by its last day, as in its table.
 * @param until  the day after the last one that the number is about
 */
export function rowOfTest(id: string, row: string, until: Day): string | null {
  const day = dayFromIso(row);
  if (id === 'back-test-weeks' && day !== null) return i18n.t('trust.week-to', { day: weekName({ from: day, to: until - 1 }) });
  if (id === 'back-test-by-month' && day !== null) return periodLong(day, 'month');
  if (id === 'back-test-by-frequency') return `${i18n.t('trust.head.back')} ${row.replace('-', '–')}`;
  const from = Number(row) / 100;
  if (id === 'alive-calibration' && row !== '' && from >= 0 && from < 1) return i18n.format.percentRange(from, from + 0.1, 0);
  return null;
}
