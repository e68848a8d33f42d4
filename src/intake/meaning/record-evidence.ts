import { NO_DAY } from '../../core/columns/batch';
import { FIELDS, type RecordKind } from '../../terms/fields';
import type { Role } from '../../terms/role';
import { armOf, HELD_OUT_ARM, isArmWord } from '../cells/arm-words';
import { EMPTY, NO_FORM } from '../dates/date-forms';
import { flagShare } from '../cells/flag-column';
import { monthDay } from '../dates/month-days';
import { movementOf } from '../cells/movement-words';
import { parseDate } from '../dates/parse-date';
import { parseDecimal } from '../cells/parse-decimal';
import type { RawColumn } from '../table/raw-table';
import { scoreOfCell } from '../cells/score-of-cell';
import { wordPoints } from '../cells/score-words';

/** Different cells of a column that are looked at when a meaning is guessed. */
const SAMPLE = 200;

/** Cells of a column, blank ones apart, from all of its length. */
export function sampleOf({ texts }: RawColumn): string[] {
  const cells: string[] = [];
  const step = Math.max(1, Math.floor(texts.size / SAMPLE));
  for (let code = 0; code < texts.size; code += step) if (!texts.isBlank(code)) cells.push(texts.get(code));
  return cells;
}

function share(cells: readonly string[], test: (cell: string) => boolean): number {
  return cells.length === 0 ? 0 : cells.filter(test).length / cells.length;
}

function isDay(cell: string): boolean {
  const { form } = parseDate(cell);
  return (form !== NO_FORM && form !== EMPTY) || monthDay(cell) !== NO_DAY;
}

export function isNumber(cell: string): boolean {
  return typeof parseDecimal(cell, '.') === 'object';
}

/** Share of the cells of a column that are days. Numbers alone are none: an id of five digits could be one of a spreadsheet. */
export function dayShare(cells: readonly string[]): number {
  return share(cells, (cell) => isDay(cell) && !/^\d{1,7}$|^\d{9,}$/.test(cell.trim()));
}

/** Whether the cells of a column are answers on a scale: numbers, with words behind them or not, or words that stand for numbers. */
export function isScored(cells: readonly string[]): boolean {
  return share(cells, (cell) => scoreOfCell(cell, '.') !== null) >= 0.6 || wordPoints(cells) !== null;
}

/** Whether the cells of a column can have a meaning at all. An empty column can have any but that of a day. */
export function fitsField(column: RawColumn, kind: RecordKind, role: Role): boolean {
  const cells = sampleOf(column);
  const type = FIELDS[kind].find((field) => field.role === role)?.type;
  if (cells.length === 0) return type !== 'day';
  if (type === 'day') return share(cells, isDay) >= 0.5;
  if (type === 'flag') return flagShare(cells, role) >= 0.6 || share(cells, isDay) >= 0.6;
  if (role === 'score') return isScored(cells);
  // Points may have a text around them that all cells share.
  if (type === 'number') return share(cells, (cell) => isNumber(cell) || /\d/.test(cell)) >= 0.5 && dayShare(cells) < 0.5;
  return fitsText(column, cells, role);
}

/** Whether the few different cells of a column are the arms of an experiment by their words. */
export function namesArms(column: RawColumn): boolean {
  if (column.texts.size > 8) return false;
  const cells = sampleOf(column);
  return (
    cells.length >= 2 &&
    cells.filter(isArmWord).length >= 1 &&
    cells.some((cell) => armOf(cell) === HELD_OUT_ARM) &&
    cells.every((cell) => !isNumber(cell))
  );
}

function fitsText(column: RawColumn, cells: readonly string[], role: Role): boolean {
  const numbers = share(cells, isNumber);
  if (role === 'email') return share(cells, (cell) => cell.includes('@')) >= 0.5;
  if (role === 'phone') return share(cells, (cell) => /(?:\d.*){5}/.test(cell)) >= 0.5;
  if (role === 'customer' || role === 'order' || role === 'referrer') return dayShare(cells) < 0.5;
  if (role === 'movement') return share(cells, (cell) => movementOf(cell) !== null) >= 0.5;
  if (role === 'arm')
    return column.texts.size <= 12 && dayShare(cells) < 0.5 && (numbers < 0.5 || column.texts.size <= 3 || cells.some(isArmWord));
  if (role === 'tier' || role === 'gender') return column.texts.size <= 100 && dayShare(cells) < 0.5;
  if (role === 'customer-name' || role === 'comment' || role === 'tags' || role === 'city') return numbers < 0.9 && dayShare(cells) < 0.9;
  return dayShare(cells) < 0.9;
}
