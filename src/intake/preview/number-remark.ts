import type { ImportPlan } from '../../terms/plan';
import type { Remark } from '../../terms/preview';
import { isMarkOpen, markInUse, openColumns } from '../meaning/decimal-marks';
import { headerWords } from '../cells/header-words';
import { BAD, MISSING, OK, type NumberColumn } from '../cells/number-column';
import { columnOf } from '../meaning/plan-columns';
import type { Readings } from '../cells/readings';
import { emptyRemark, remark, remarkOn, rowsWith } from './remark-of';

/** The one thing to know about a column of numbers: sums, prices, discounts, refunds, quantities. */
export function numberRemark(readings: Readings, plan: ImportPlan, index: number): Remark | null {
  const numbers = readings.numbers(index, markInUse(readings, plan));
  return howRead(readings, plan, index, numbers) ?? whatTheyAre(readings, plan, index, numbers);
}

/** What had to be decided to read the cells, or could not be read. */
function howRead(readings: Readings, plan: ImportPlan, index: number, numbers: NumberColumn): Remark | null {
  if (isMarkOpen(readings, plan) && openColumns(readings, plan.roles).includes(index)) {
    const unsure = rowsWith(readings, index, (code) => readings.blanks(index)[code] === 0);
    return remark('decimal-mark-unsure', { example: unsure.cells[0] ?? '' }, true);
  }
  const bad = rowsWith(readings, index, (code) => numbers.state[code] === BAD);
  if (bad.count > 0) return remarkOn('numbers-unreadable', bad);
  if (numbers.wrapping) return remark('numbers-wrapped', { text: `${numbers.wrapping.before}…${numbers.wrapping.after}` });
  const { back } = numbers;
  if (back) return remarkOn('refunds-noted', rowsWith(readings, index, (code) => back.mantissa[code]! > 0)); // prettier-ignore
  if (numbers.points > 0 && numbers.commas > 0) return remark('decimal-marks-mixed', { points: numbers.points, commas: numbers.commas });
  return null;
}

function whatTheyAre(readings: Readings, plan: ImportPlan, index: number, numbers: NumberColumn): Remark | null {
  const role = plan.roles[index];
  if (role === 'discount') return emptyRemark(readings, index);
  if (role === 'discount-off') return remark('preset-off');
  const below = rowsWith(readings, index, (code) => numbers.mantissa[code]! < 0).count;
  if (role === 'quantity') return below > 0 ? remark('below-zero', { count: below }) : emptyRemark(readings, index);
  const mixed = mixedSigns(readings, plan, index);
  if (mixed) return mixed;
  if (includesTax(readings, plan, index)) return remark('amount-with-tax');
  const zero = rowsWith(readings, index, (code) => numbers.state[code] === OK && numbers.mantissa[code] === 0).count;
  if (zero === 0 && below > 0 && role !== 'refund') return remark('below-zero', { count: below });
  if (zero > 0 && role !== 'refund') return remark('zero-and-below', { zero, below });
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
  const others = rowsWith(readings, index, (code) => signs[code] !== '' && signs[code] !== main);
  return remarkOn('currencies-mixed', others, { facts: { main } });
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
