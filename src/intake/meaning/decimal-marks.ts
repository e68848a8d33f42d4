import type { ImportPlan } from '../../terms/plan';
import { MONEY_ROLES, type Role } from '../../terms/role';
import { ownMark } from '../cells/number-column';
import type { Readings } from '../cells/readings';

/** Columns of sums and points, and those whose numbers decide what a row is worth. */
const SUMS: readonly Role[] = [...MONEY_ROLES, 'points', 'balance', 'earned', 'redeemed', 'expired', 'cost'];
const WORTH: readonly Role[] = [...SUMS, 'quantity'];

/**
 * The decimal mark of a file's sums where it is beyond doubt; null when nothing tells it, whether or not any cell depends on it.
 *
 * A column decides for itself by its own cells, else the other sums of the file decide; sums that contradict each other decide nothing.
 */
export function certainMark(readings: Readings, roles: readonly Role[]): '.' | ',' | null {
  const sums = evidence(readings, roles, SUMS);
  const file = ownMark(sums) ?? (sums.points + sums.commas === 0 ? ownMark(evidence(readings, roles, ['quantity'])) : null);
  const open = openColumns(readings, roles);
  if (file) return open.every((column) => isSilent(readings, column)) ? file : null;
  return open.length > 0 || sums.points === sums.commas ? null : sums.commas > sums.points ? ',' : '.';
}

/** The mark that numbers such as 1.234 are read with: what the user said, else what the file tells, else what the plan has. */
export function markInUse(readings: Readings, plan: ImportPlan): '.' | ',' {
  return plan.decimalSaid ? plan.decimal : (certainMark(readings, plan.roles) ?? plan.decimal);
}

/** Whether the mark makes a difference, the file does not tell it and the user has not said it. */
export function isMarkOpen(readings: Readings, plan: ImportPlan): boolean {
  return !plan.decimalSaid && openColumns(readings, plan.roles).length > 0 && certainMark(readings, plan.roles) === null;
}

function evidence(readings: Readings, roles: readonly Role[], of: readonly Role[]): { points: number; commas: number } {
  const found = { points: 0, commas: 0 };
  roles.forEach((role, column) => {
    if (!of.includes(role)) return;
    const { points, commas } = readings.numbers(column, '.');
    found.points += points;
    found.commas += commas;
  });
  return found;
}

/** Columns with cells that could be either and no other cells that agree on a mark. */
export function openColumns(readings: Readings, roles: readonly Role[]): number[] {
  return roles.flatMap((role, column) => {
    if (!WORTH.includes(role)) return [];
    const numbers = readings.numbers(column, '.');
    return numbers.unsure > 0 && ownMark(numbers) === null ? [column] : [];
  });
}

/** Whether a column says nothing about its mark, so that the file's other sums may. */
function isSilent(readings: Readings, column: number): boolean {
  const { points, commas } = readings.numbers(column, '.');
  return points + commas === 0;
}
