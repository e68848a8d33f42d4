import { NO_DAY } from '../../core/columns/batch';
import type { Dictionary } from '../../core/columns/dictionary';
import type { Day } from '../../terms/day';
import type { DateOrder } from '../../terms/plan';
import type { DateReading } from '../../terms/preview';
import { daysUnder, type DateColumn } from './date-column';
import { COMPACT, DOTTED, EMPTY, EPOCH, FIXED, NO_FORM, ROC, SERIAL, SHORT, YEAR_FIRST, YEAR_LAST } from './date-forms';

/** Orders in which the dates of a column could be meant, by the forms that it holds. */
function candidateOrders(column: DateColumn): DateOrder[] {
  const n = column.forms;
  if (n[YEAR_LAST]! > 0 || n[DOTTED]! > 0) return ['dmy', 'mdy'];
  if (n[SHORT]! > 0) return ['dmy', 'mdy', 'ymd'];
  if (n[YEAR_FIRST]! > 0) return ['ymd', 'ydm'];
  if (n[COMPACT]! > 0 && n[COMPACT]! >= n[SERIAL]!) return ['compact'];
  if (n[SERIAL]! > 0 && n[SERIAL]! >= n[EPOCH]!) return ['serial', 'serial-1904'];
  if (n[EPOCH]! > 0) return ['epoch'];
  return n[FIXED]! + n[ROC]! > 0 ? ['ymd'] : [];
}

/**
 * Every way to read a column's dates, with what follows from it. A reading is impossible when it leaves more cells without a date than
 * another does; one of those cells is its proof. Cells that are no date in any order count against nobody.
 *
 * Cost: one pass over the different cells for each reading.
 */
export function dateReadings(column: DateColumn, texts: Dictionary, today: Day): DateReading[] {
  let readings = candidateOrders(column).map((order) => readingOf(column, texts, order, today));
  // 25/03/24 with the year first is written so rarely that it is only thought of where nothing else fits.
  const sound = readings.some((r) => r.order !== 'ymd' && r.impossible === 0 && r.future === 0);
  if (column.forms[SHORT]! > 0 && sound) readings = readings.filter((r) => r.order !== 'ymd');
  // Day numbers from 1904 on are as rare: only where they do not lead into the future.
  if (!column.from1904) readings = readings.filter((r) => r.order !== 'serial-1904' || r.future === 0);
  const fewest = Math.min(...readings.map((r) => r.impossible));
  return readings.map((r) => ({ ...r, possible: r.impossible === fewest }));
}

function readingOf(column: DateColumn, texts: Dictionary, order: DateOrder, today: Day): DateReading {
  const days = daysUnder(column, order);
  const reading: DateReading = { order, possible: true, impossible: 0, proof: null, from: null, to: null, days: 0, future: 0 };
  const seen = new Set<Day>();
  for (let code = 0; code < days.length; code++) {
    const form = column.form[code]!;
    if (form === EMPTY || form === NO_FORM) continue;
    const day = days[code]!;
    if (day === NO_DAY) {
      reading.impossible++;
      reading.proof ??= texts.get(code);
      continue;
    }
    if (day > today) reading.future++;
    if (reading.from === null || day < reading.from) reading.from = day;
    if (reading.to === null || day > reading.to) reading.to = day;
    seen.add(day);
  }
  return { ...reading, days: seen.size };
}

/**
 * The order that is beyond doubt, or null when two are possible and nothing decides.
 *
 * Three conventions decide without proof because nobody writes otherwise: a four-digit year first is followed by the month, dots before
 * a four-digit year put the day first, and day numbers count from 1900 unless the column's name says 1904. 03/04/2024 is never decided by convention.
 */
export function certainOrder(column: DateColumn, readings: readonly DateReading[]): DateOrder | null {
  const possible = readings.filter((r) => r.possible);
  if (possible.length === 1) return possible[0]!.order;
  if (possible.length === 0) return null;
  if (possible[0]!.order === 'serial') return column.from1904 ? 'serial-1904' : 'serial';
  if (possible[0]!.order === 'ymd' && column.forms[SHORT] === 0) return 'ymd';
  const onlyDots = column.forms[DOTTED]! > 0 && column.forms[YEAR_LAST] === 0 && column.forms[SHORT] === 0;
  return onlyDots ? 'dmy' : null;
}
