import { NO_DAY } from '../../core/columns/batch';
import { FIELDS } from '../../terms/fields';
import type { DateOrder, ImportPlan } from '../../terms/plan';
import type { Role } from '../../terms/role';
import { certainOrder } from '../dates/date-readings';
import { monthDay } from '../dates/month-days';
import type { Readings } from '../cells/readings';

/** Columns of a plan that hold days, by position; those of the role `date` first. */
export function dayColumns(plan: Pick<ImportPlan, 'kind' | 'roles'>): number[] {
  if (plan.kind === 'orders') return [];
  const roles: readonly Role[] = FIELDS[plan.kind].filter((field) => field.type === 'day').map((field) => field.role);
  const columns = plan.roles.flatMap((role, i) => (roles.includes(role) ? [i] : []));
  return columns.sort((a, b) => Number(plan.roles[b] === 'date') - Number(plan.roles[a] === 'date') || a - b);
}

/**
 * Order in which a column's dates are read: its own where its cells leave no doubt, else the plan's, else the first that is possible.
 * Columns of one file may be written by two programs, so each is judged by itself.
 */
export function dayOrder(readings: Readings, plan: Pick<ImportPlan, 'dateOrder'>, column: number): DateOrder {
  const possible = readings.dateReadings(column).filter((reading) => reading.possible);
  const certain = certainOrder(readings.dates(column), readings.dateReadings(column));
  if (certain !== null && certain !== 'ymd') return certain;
  if (possible.some((reading) => reading.order === plan.dateOrder)) return plan.dateOrder!;
  return certain ?? possible[0]?.order ?? 'ymd';
}

/** Columns of days that can be read in two ways, none of which the plan names. */
export function openDays(readings: Readings, plan: Pick<ImportPlan, 'kind' | 'roles' | 'dateOrder'>): number[] {
  if (plan.dateOrder !== null) return [];
  return dayColumns(plan).filter((column) => isOpen(readings, column));
}

/** The order for the columns of days that do not tell their own: that of another column which leaves no doubt; null while none does. */
export function guessDayOrder(readings: Readings, plan: Pick<ImportPlan, 'kind' | 'roles'>): DateOrder | null {
  const columns = dayColumns(plan);
  const certain = columns.map((column) => certainOrder(readings.dates(column), readings.dateReadings(column)));
  const open = columns.filter((column) => isOpen(readings, column));
  if (open.length === 0) return certain.find((order) => order !== null) ?? 'ymd';
  const told = certain.find((order, i) => order !== null && fits(readings, open, order) && !open.includes(columns[i]!));
  return told ?? null;
}

function isOpen(readings: Readings, column: number): boolean {
  const all = readings.dateReadings(column);
  return certainOrder(readings.dates(column), all) === null && all.filter((reading) => reading.possible).length > 1;
}

function fits(readings: Readings, columns: readonly number[], order: DateOrder): boolean {
  return columns.every((column) => readings.dateReadings(column).some((reading) => reading.possible && reading.order === order));
}

/**
 * Days of a column of a plan by different cell, NO_DAY where a cell has none; of a month without a day its first. Birthdays are read by
 * `birthdays`.
 */
export function daysOf(readings: Readings, plan: Pick<ImportPlan, 'dateOrder'>, column: number): Int32Array {
  const days = readings.days(column, dayOrder(readings, plan, column));
  const { texts } = readings.table.columns[column]!;
  const blank = readings.blanks(column);
  let withMonths: Int32Array | null = null;
  for (let code = 0; code < days.length; code++) {
    const month = days[code] === NO_DAY && !blank[code] ? monthDay(texts.get(code)) : NO_DAY;
    if (month !== NO_DAY) (withMonths ??= days.slice())[code] = month;
  }
  return withMonths ?? days;
}
