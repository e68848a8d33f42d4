import { NO_DAY, NONE } from '../../core/columns/batch';
import type { ImportPlan } from '../../terms/plan';
import { orderInUse } from '../meaning/order-in-use';
import { personKeys } from '../meaning/person-keys';
import { columnOf } from '../meaning/plan-columns';
import type { Codes, Readings } from '../cells/readings';
import { linkRefunds } from './refund-links';
import { restartingNumbers } from './restarting-numbers';
import type { RowFacts } from './row-facts';
import type { RowSort } from './row-sort';

/** The facts of the rows of a file under a plan. Cost: a pass over the rows where orders have numbers. */
export function readRowFacts(readings: Readings, plan: ImportPlan, sort: RowSort | null): RowFacts {
  const column = columnOf(plan, 'order');
  const order = mapped(column, column, readings, column < 0 ? null : readings.keys(column, 'order').of, NONE);
  // Where numbers begin again, blanks are not filled from other rows of the number: they are other orders.
  const apart = column < 0 ? null : factsOf(readings, plan, sort, { column: -1, order });
  const restarting = apart && restartingNumbers(readings, plan, apart);
  return restarting ? { ...apart, order: restarting } : factsOf(readings, plan, sort, { column, order });
}

/** @param by  `column`: that of the order numbers within which blanks are filled, -1 for none */
function factsOf(
  readings: Readings,
  plan: ImportPlan,
  sort: RowSort | null,
  by: { column: number; order: (row: number) => number },
): RowFacts {
  const person = personKeys(readings, plan, by.column);
  const date = columnOf(plan, 'date');
  const status = columnOf(plan, 'status');
  const own = mapped(status, by.column, readings, status < 0 ? null : readings.statuses(status), 0);
  const owner = { order: by.order, customer: person.of };
  return {
    ...(sort && by.column >= 0 ? linkRefunds(readings, plan, owner, sort.refund) : owner),
    people: person.keys,
    day: mapped(date, by.column, readings, date < 0 ? null : readings.days(date, orderInUse(readings, plan)), NO_DAY),
    status: sort ? (row) => sort.status(row, own(row)) : own,
    fillColumn: by.column,
  };
}

/** Meaning of a row's cell in a column, blanks filled down within the order; `none` where there is no such column. */
function mapped(column: number, order: number, readings: Readings, of: ArrayLike<number> | null, none: number): (row: number) => number {
  if (of === null) return () => none;
  const codes: Codes = column === order ? readings.table.columns[column]!.codes.view() : readings.filled(column, order);
  return (row) => of[codes[row]!]!;
}
