import { NO_DAY } from '../../core/columns/batch';
import type { Dictionary } from '../../core/columns/dictionary';
import { dayFromYmd, isDate, ymdFromDay, type Day } from '../../terms/day';
import type { DateOrder } from '../../terms/plan';
import { daysUnder, type DateColumn } from './date-column';
import { SHORT } from './date-forms';

/** The oldest person who ever lived was 122. */
const OLDEST_YEARS = 122;
/** Years before 1950, which no order has: the parts in any order with the year at one end. */
const EARLY = /^(?:(1[89]\d\d)\D+(\d{1,2})\D+(\d{1,2})\D?|(\d{1,2})\D+(\d{1,2})\D+(1[89]\d\d)|(1[89]\d\d)(\d\d)(\d\d))(?:[\sT].*)?$/;

/**
 * Birthdays by different cell, NO_DAY where a cell has none or one that nobody has: 1 January 1900 and before, the future, and older
 * than anybody became. A birthday of two digits that would lie in the future was a hundred years before.
 */
export function birthdays(texts: Dictionary, column: DateColumn, order: DateOrder, today: Day): Int32Array {
  const days = daysUnder(column, order);
  const { year, month, day } = ymdFromDay(today);
  const oldest = Math.max(dayFromYmd(1900, 1, 2), dayFromYmd(year - OLDEST_YEARS, month, month === 2 && day === 29 ? 28 : day));
  for (let code = 0; code < days.length; code++) {
    if (days[code] === NO_DAY) days[code] = earlyDay(texts.get(code), order);
    if (days[code]! > today && column.form[code] === SHORT) days[code] = centuryBefore(days[code]!);
    if (days[code]! > today || days[code]! < oldest) days[code] = NO_DAY;
  }
  return days;
}

function earlyDay(text: string, order: DateOrder): Day {
  const m = EARLY.exec(text.normalize('NFKC').trim());
  if (!m) return NO_DAY;
  const year = Number(m[1] ?? m[6] ?? m[7]);
  const [a, b] = [Number(m[2] ?? m[4] ?? m[8]), Number(m[3] ?? m[5] ?? m[9])];
  const [month, day] = order === 'ydm' || (m[6] && order !== 'mdy') ? [b, a] : [a, b];
  return isDate(year, month, day) ? dayFromYmd(year, month, day) : NO_DAY;
}

function centuryBefore(day: Day): Day {
  const { year, month, day: of } = ymdFromDay(day);
  return isDate(year - 100, month, of) ? dayFromYmd(year - 100, month, of) : NO_DAY;
}
