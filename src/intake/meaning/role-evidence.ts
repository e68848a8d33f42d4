import { MONEY_ROLES, type Role } from '../../terms/role';
import { notedRefund } from '../cells/noted-refund';
import { numberWrapping } from '../cells/number-wrapping';
import { isStatusWord } from '../cells/order-status';
import { EMPTY, EPOCH, NO_FORM, SERIAL } from '../dates/date-forms';
import { parseDate } from '../dates/parse-date';
import { parseDecimal } from '../cells/parse-decimal';
import { parseClock } from '../dates/parse-clock';
import type { RawColumn } from '../table/raw-table';
import { standInSort } from '../cells/stand-in-words';

/** Different cells of a column that are looked at when a meaning is guessed. */
const SAMPLE = 200;
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** Whether the cells of a column can have a meaning at all: dates must be dates, sums numbers. An empty column can mean anything but time. */
export function fitsRole(column: RawColumn, role: Role): boolean {
  const cells = sample(column);
  const isDay = role === 'date' || role === 'promised' || role === 'delivered';
  if (cells.length === 0) return !isDay && role !== 'time';
  if (isDay) return mostly(column, cells, isDateLike, 0.5);
  if (role === 'time') return mostly(column, cells, (cell) => parseClock(cell) >= 0, 0.7);
  if (role === 'quantity' || MONEY_ROLES.includes(role)) return mostly(column, cells, isSum, 0.6) || numberWrapping(cells) !== null;
  if (role === 'status') return mostly(column, cells, isStatusWord, 0.5);
  if (role === 'currency') return share(cells, (cell) => /^[A-Za-z]{3}$/.test(cell.trim())) >= 0.8;
  if (role === 'email') return share(cells, (cell) => cell.includes('@')) >= 0.5;
  if (role === 'phone') return share(cells, (cell) => /\d.*\d.*\d.*\d.*\d/.test(cell)) >= 0.5;
  if (role === 'customer-name' || role === 'product-name' || role === 'category' || role === 'country') return share(cells, isNumber) < 0.9;
  return true;
}

/** Share of cells that are dates in a form that only dates have. */
export function dateShare(column: RawColumn): number {
  return share(sample(column), (cell) => isDateLike(cell) && parseDate(cell).form !== SERIAL && parseDate(cell).form !== EPOCH);
}

function isDateLike(cell: string): boolean {
  const { form } = parseDate(cell);
  return form !== NO_FORM && form !== EMPTY;
}

function isNumber(cell: string): boolean {
  return typeof parseDecimal(cell, '.') === 'object' && cell.trim() !== '';
}

/** A number, or one with a note of what was given back of it. */
function isSum(cell: string): boolean {
  return isNumber(cell) || notedRefund(cell, '.') !== null;
}

/** Whether enough of the different cells pass a test, or of the rows: a few good dates stand on many rows, each unreadable cell on one. */
function mostly(column: RawColumn, cells: readonly string[], test: (cell: string) => boolean, least: number): boolean {
  return share(cells, test) >= least || share(sampleOfRows(column), test) >= least;
}

function share(cells: readonly string[], test: (cell: string) => boolean): number {
  return cells.length === 0 ? 0 : cells.filter(test).length / cells.length;
}

/**
 * Cells of rows from all over the file; those that stand for nothing are passed over. The steps are of the golden ratio, so that they do
 * not fall in with anything that repeats every ten or every hundred rows.
 */
function sampleOfRows({ texts, codes }: RawColumn): string[] {
  const rows = codes.view();
  const few = rows.length <= SAMPLE;
  const at = (k: number): number => (few ? k : Math.floor(((k * GOLDEN) % 1) * rows.length));
  return Array.from({ length: few ? rows.length : SAMPLE }, (_, k) => texts.get(rows[at(k)]!)).filter(saysSomething);
}

/** Different cells that lie evenly over those of the column. */
function sample(column: RawColumn): string[] {
  const cells: string[] = [];
  const step = Math.max(1, Math.floor(column.texts.size / SAMPLE));
  for (let code = 0; code < column.texts.size; code += step) {
    const cell = column.texts.get(code);
    if (saysSomething(cell)) cells.push(cell);
  }
  return cells;
}

function saysSomething(cell: string): boolean {
  return cell.trim() !== '' && standInSort(cell) !== 'nothing';
}
