import { NONE, NO_DAY } from '../../core/columns/batch';
import { isoFromDay } from '../../terms/day';
import { major } from '../../terms/money';
import type { ImportPlan } from '../../terms/plan';
import type { ColumnGlance, Remark } from '../../terms/preview';
import { MONEY_ROLES } from '../../terms/role';
import { columnRemark, isLineTime } from './column-remark';
import { markInUse } from '../meaning/decimal-marks';
import { orderInUse } from '../meaning/order-in-use';
import { fineOf, roundFine } from '../cells/minor-units';
import { OK } from '../cells/number-column';
import { timeDays } from '../orders/line-times';
import { contacts } from '../meaning/person-keys';
import type { Readings } from '../cells/readings';
import { standInGlances } from './stand-in-glances';

const EXAMPLES = 3;

/** What is read from a cell, by its code, and what is to be said of the column. */
export interface ColumnSense {
  read: (code: number) => string | number | null;
  remark: Remark | null;
}

/**
 * One column of the preview: what it was taken to mean, a few cells as written and as read, how full it is.
 * @param own  what the column is to a kind of record; absent: what it is to orders
 */
export function columnGlance(readings: Readings, plan: ImportPlan, index: number, own?: ColumnSense): ColumnGlance {
  const { texts, name } = readings.table.columns[index]!;
  const role = plan.roles[index]!;
  const blank = readings.blanks(index);
  const counts = readings.counts(index);
  let empty = 0;
  let blanks = 0;
  for (let code = 0; code < counts.length; code++) {
    if (!blank[code]) continue;
    empty += counts[code]!;
    blanks++;
  }
  const read = own?.read ?? reader(readings, plan, index);
  const examples = exampleCodes(readings, plan, index).map((code) => ({ raw: texts.get(code), read: read(code) }));
  return {
    index,
    header: name,
    role,
    examples,
    filled: readings.table.rows === 0 ? 0 : 1 - empty / readings.table.rows,
    distinct: texts.size - blanks,
    remark: own ? own.remark : columnRemark(readings, plan, index),
    standIns: standInGlances(readings, index),
  };
}

/** The first two different cells and one that is special (a credit note, a number below zero), else the first three. */
function exampleCodes(readings: Readings, plan: ImportPlan, index: number): number[] {
  const blank = readings.blanks(index);
  const codes: number[] = [];
  for (let code = 0; code < blank.length && codes.length < EXAMPLES; code++) if (!blank[code]) codes.push(code);
  const special = plan.roles[index] === 'order' ? /^[Cc]\d+$/ : plan.roles[index] === 'quantity' ? /^-/ : null;
  const at = special ? readings.matching(index, special).indexOf(1) : -1;
  return at >= 0 && !codes.includes(at) && codes.length === EXAMPLES ? [codes[0]!, codes[1]!, at] : codes;
}

/** What a cell is read as under the plan; null when it cannot be read. */
function reader(readings: Readings, plan: ImportPlan, index: number): (code: number) => string | number | null {
  const role = plan.roles[index]!;
  const { texts } = readings.table.columns[index]!;
  if (role === 'date') {
    const days = readings.days(index, orderInUse(readings, plan));
    return (code) => (days[code] === NO_DAY ? null : isoFromDay(days[code]!));
  }
  if (isLineTime(role)) {
    const days = timeDays(readings, plan, index);
    return (code) => (days[code] === NO_DAY ? null : isoFromDay(days[code]!));
  }
  if (role === 'order' || role === 'customer') {
    const { keys, of } = readings.keys(index, role);
    return (code) => (of[code] === NONE ? null : keys.get(of[code]!));
  }
  if (role === 'email' || role === 'phone') {
    const { keys, of } = contacts(readings, plan, role)!;
    return (code) => (of[code] === NONE ? null : keys.get(of[code]!));
  }
  if (role !== 'quantity' && !MONEY_ROLES.includes(role)) return (code) => texts.get(code).trim();
  const { mantissa, scale, state } = readings.numbers(index, markInUse(readings, plan));
  if (role === 'quantity' || role === 'unit-price') return (code) => (state[code] === OK ? mantissa[code]! / 10 ** scale[code]! : null);
  return (code) => {
    if (state[code] !== OK) return null;
    const fine = fineOf(mantissa[code]!, scale[code]!, plan.currency.digits);
    return major(roundFine(fine.minor, fine.rest), plan.currency);
  };
}
