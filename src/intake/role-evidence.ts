import { MONEY_ROLES, type Role } from '../terms/plan';
import { isStatusWord } from './order-status';
import { EMPTY, EPOCH, NO_FORM, SERIAL } from './date-forms';
import { parseDate } from './parse-date';
import { parseDecimal } from './parse-decimal';
import { parseClock } from './parse-clock';
import type { RawColumn } from './raw-table';

/** Different cells of a column that are looked at when a meaning is guessed. */
const SAMPLE = 200;

/** Whether the cells of a column can have a meaning at all: dates must be dates, sums numbers. An empty column can mean anything but time. */
export function fitsRole(column: RawColumn, role: Role): boolean {
  const cells = sample(column);
  if (cells.length === 0) return role !== 'date' && role !== 'time';
  if (role === 'date') return share(cells, isDateLike) >= 0.5;
  if (role === 'time') return share(cells, (cell) => parseClock(cell) >= 0) >= 0.7;
  if (role === 'quantity' || MONEY_ROLES.includes(role)) return share(cells, isNumber) >= 0.6;
  if (role === 'status') return share(cells, isStatusWord) >= 0.5;
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

function share(cells: readonly string[], test: (cell: string) => boolean): number {
  return cells.length === 0 ? 0 : cells.filter(test).length / cells.length;
}

function sample(column: RawColumn): string[] {
  const cells: string[] = [];
  const step = Math.max(1, Math.floor(column.texts.size / SAMPLE));
  for (let code = 0; code < column.texts.size; code += step) {
    const cell = column.texts.get(code);
    if (cell.trim() !== '') cells.push(cell);
  }
  return cells;
}
