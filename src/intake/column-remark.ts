import { NONE, NO_DAY } from '../core/columns/batch';
import type { ImportPlan, Remark } from '../terms/plan';
import { headerWords } from './header-words';
import { orderInUse } from './interpret';
import { BAD, MISSING, OK } from './number-column';
import { UNKNOWN } from './order-status';
import { columnOf } from './plan-columns';
import type { Readings } from './readings';

/** The one thing about a column that the user should know, or null. Sentences stand in i18n under `remark.<code>`. */
export function columnRemark(readings: Readings, plan: ImportPlan, index: number): Remark | null {
  const role = plan.roles[index]!;
  if (role === 'date') return dateRemark(readings, plan, index);
  if (role === 'order') return orderRemark(readings, index);
  if (role === 'customer') return customerRemark(readings, index);
  if (role === 'quantity') return quantityRemark(readings, plan, index);
  if (role === 'amount' || role === 'order-amount' || role === 'unit-price' || role === 'refund') return moneyRemark(readings, plan, index);
  if (role === 'discount') return discountRemark(readings, plan, index);
  if (role === 'status') return statusRemark(readings, index);
  if (role === 'currency') return currencyRemark(readings, plan, index);
  return role === 'ignore' ? null : emptyRemark(readings, index);
}

function remark(code: string, facts: Remark['facts'], ask = false): Remark {
  return { code, facts, ask };
}

/** Rows whose cell passes a test, and the first such cell. */
function rowsWith(readings: Readings, index: number, test: (code: number) => boolean): { count: number; example: string } {
  const counts = readings.counts(index);
  let count = 0;
  let example: string | null = null;
  for (let code = 0; code < counts.length; code++) {
    if (!test(code)) continue;
    count += counts[code]!;
    example ??= readings.table.columns[index]!.texts.get(code);
  }
  return { count, example: example ?? '' };
}

function emptyRemark(readings: Readings, index: number): Remark | null {
  const blank = readings.blanks(index);
  const { count } = rowsWith(readings, index, (code) => blank[code] === 1);
  return count === 0 ? null : remark('some-empty', { count });
}

function dateRemark(readings: Readings, plan: ImportPlan, index: number): Remark | null {
  const possible = readings.dateReadings(index).filter((reading) => reading.possible);
  if (plan.dateOrder === null && possible.length > 1) return remark('dates-two-ways', { example: firstFilled(readings, index) }, true);
  const days = readings.days(index, orderInUse(readings, plan));
  const blank = readings.blanks(index);
  const bad = rowsWith(readings, index, (code) => days[code] === NO_DAY && !blank[code]);
  if (bad.count > 0) return remark('dates-unreadable', bad);
  return remark(hasZone(readings, index) ? 'dates-with-zone' : 'dates-local', {});
}

/** Whether times name a zone or an offset. The first cells tell: one program wrote them all. */
function hasZone(readings: Readings, index: number): boolean {
  const { texts } = readings.table.columns[index]!;
  for (let code = 0; code < Math.min(texts.size, 200); code++) if (ZONED.test(texts.get(code))) return true;
  return false;
}

const ZONED = /\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?\s*(?:Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)(?:\s*\([^()]*\))?$/;

function firstFilled(readings: Readings, index: number): string {
  const at = readings.blanks(index).indexOf(0);
  return at < 0 ? '' : readings.table.columns[index]!.texts.get(at);
}

/** Long numbers that a spreadsheet rounded cannot be told apart any more. */
const ROUNDED = /^\d(?:[.,]\d+)?E\+\d{2}$/i;

function roundedRemark(readings: Readings, index: number): Remark | null {
  const rounded = readings.matching(index, ROUNDED);
  if (!rounded.includes(1)) return null;
  const which = rowsWith(readings, index, (code) => rounded[code] === 1);
  return remark('ids-rounded', which, true);
}

function orderRemark(readings: Readings, index: number): Remark | null {
  const rounded = roundedRemark(readings, index);
  if (rounded) return rounded;
  const notes = readings.creditNotes(index);
  if (notes) return remark('credit-notes', { count: notes.reduce((sum, note) => sum + note, 0), letter: 'C' });
  return emptyRemark(readings, index);
}

function customerRemark(readings: Readings, index: number): Remark | null {
  const rounded = roundedRemark(readings, index);
  if (rounded) return rounded;
  const { of, placeholder, decimalIds } = readings.keys(index, 'customer');
  const nobody = rowsWith(readings, index, (code) => placeholder[code] === 1);
  if (nobody.count > 0) return remark('customers-placeholder', nobody);
  const { count } = rowsWith(readings, index, (code) => of[code] === NONE);
  if (decimalIds) return remark(count > 0 ? 'customers-empty-decimal' : 'customers-decimal', { count });
  return count === 0 ? null : remark('customers-empty', { count });
}

function quantityRemark(readings: Readings, plan: ImportPlan, index: number): Remark | null {
  const { mantissa, state } = readings.numbers(index, plan.decimal);
  const bad = rowsWith(readings, index, (code) => state[code] === BAD);
  if (bad.count > 0) return remark('numbers-unreadable', bad);
  const { count } = rowsWith(readings, index, (code) => mantissa[code]! < 0);
  return count > 0 ? remark('below-zero', { count }) : emptyRemark(readings, index);
}

function moneyRemark(readings: Readings, plan: ImportPlan, index: number): Remark | null {
  const numbers = readings.numbers(index, plan.decimal);
  if (numbers.unsure > 0 && numbers.points + numbers.commas === 0)
    return remark('decimal-mark-unsure', { example: firstFilled(readings, index) }, true);
  const bad = rowsWith(readings, index, (code) => numbers.state[code] === BAD);
  if (bad.count > 0) return remark('numbers-unreadable', bad);
  const mixed = mixedSigns(readings, plan, index);
  if (mixed) return mixed;
  if (includesTax(readings, plan, index)) return remark('amount-with-tax', {});
  const zero = rowsWith(readings, index, (code) => numbers.state[code] === OK && numbers.mantissa[code] === 0);
  const below = rowsWith(readings, index, (code) => numbers.mantissa[code]! < 0);
  if (zero.count + below.count > 0 && plan.roles[index] !== 'refund')
    return remark('zero-and-below', { zero: zero.count, below: below.count });
  const { count } = rowsWith(readings, index, (code) => numbers.state[code] === MISSING);
  return count === 0 ? null : remark('some-empty', { count });
}

/** Cells with the sign of another currency than most signed cells have: they are added up all the same, so it has to be said. */
function mixedSigns(readings: Readings, plan: ImportPlan, index: number): Remark | null {
  if (columnOf(plan, 'currency') >= 0) return null;
  const signs = readings.signs(index);
  const counts = readings.counts(index);
  const rows = new Map<string, number>();
  signs.forEach((sign, code) => sign !== '' && rows.set(sign, (rows.get(sign) ?? 0) + counts[code]!));
  if (rows.size < 2) return null;
  const [main] = [...rows].sort((a, b) => b[1] - a[1])[0]!;
  return remark('currencies-mixed', { ...rowsWith(readings, index, (code) => signs[code] !== '' && signs[code] !== main), main });
}

/** A discount that cannot be read takes nothing off. */
function discountRemark(readings: Readings, plan: ImportPlan, index: number): Remark | null {
  const { state } = readings.numbers(index, plan.decimal);
  const bad = rowsWith(readings, index, (code) => state[code] === BAD);
  return bad.count > 0 ? remark('numbers-unreadable', bad) : emptyRemark(readings, index);
}

/** A total beside columns of tax or shipping probably holds both. */
function includesTax(readings: Readings, plan: ImportPlan, index: number): boolean {
  const words = readings.table.columns.map((column) => headerWords(column.name));
  if (
    plan.roles[index] === 'unit-price' ||
    !/\b(total|gross|gesamtbetrag|ttc)\b|总金额|總金額|实际支付/.test(words[index]!) ||
    /\b(net|item|line)\b/.test(words[index]!)
  )
    return false;
  return words.some((word, i) => i !== index && /\b(tax|taxes|vat|shipping|postage)\b|运费|邮费|運費|税|稅/.test(word));
}

function statusRemark(readings: Readings, index: number): Remark | null {
  const statuses = readings.statuses(index);
  const unknown = rowsWith(readings, index, (code) => statuses[code] === UNKNOWN);
  return unknown.count === 0 ? null : remark('status-unknown', unknown);
}

function currencyRemark(readings: Readings, plan: ImportPlan, index: number): Remark | null {
  const { texts } = readings.table.columns[index]!;
  const other = rowsWith(readings, index, (code) => {
    const name = texts.get(code).trim().toUpperCase();
    return name !== '' && name !== plan.currency.code;
  });
  return other.count === 0 ? null : remark('currencies-mixed', { ...other, main: plan.currency.code });
}
