import type { Input } from '../../../terms/answer';
import type { Day } from '../../../terms/day';
import type { View } from '../../../terms/view';
import { NO_DAY } from '../../columns/batch';
import type { OrderTimes } from '../../tables/order-facts';
import { daysOfField, type RecordTable } from '../../tables/record-table';
import type { ShopTables } from '../../tables/shop-tables';
import { horizon } from '../periods';
import { recordsCounted } from '../record-input';

/** What became of promises made in the view, each as an input of the figure. `open`: not yet due, and so not counted. */
export interface Promises {
  /** All that count: kept, late and missing. */
  due: Input;
  kept: Input;
  late: Input;
  /** Overdue on the as-of day and still not there. */
  missing: Input;
  open: Input;
}
type Fate = 'kept' | 'late' | 'missing' | 'open';
const FATES: readonly Fate[] = ['kept', 'late', 'missing', 'open'];

/**
 * What became of one promise. Without a time of day on either side the whole promised day is in time; a promise for midnight is how files
 * write a day.
 * @returns  null where nothing was promised
 */
function fateOf(promised: OrderTimes, delivered: OrderTimes | null, at: number, asOf: Day): Fate | null {
  const [due, dueSecond] = [promised.day[at]!, promised.second[at]!];
  if (due === NO_DAY) return null;
  const came = delivered?.day[at] ?? NO_DAY;
  if (came === NO_DAY || came > asOf) return due <= asOf ? 'missing' : 'open';
  if (came !== due) return came < due ? 'kept' : 'late';
  const cameSecond = delivered!.second[at]!;
  return dueSecond <= 0 || cameSecond < 0 || cameSecond <= dueSecond ? 'kept' : 'late';
}

/** Promises of the orders placed in the view; null when no order was promised or none is known to have come. Cost: one pass over orders. */
export function promisesOfOrders({ placed, facts }: ShopTables, view: View): Promises | null {
  const { promised, delivered } = facts;
  if (!promised || !delivered) return null;
  const to = horizon(view);
  const found = Object.fromEntries(FATES.map((fate) => [fate, { orders: 0, who: [] as number[] }]));
  const told = { promised: false, delivered: false };
  for (let c = 0; c < placed.customers; c++) {
    for (let i = placed.first[c]!; i < placed.first[c + 1]! && placed.day[i]! <= view.asOf; i++) {
      const order = placed.ledgerOrder[i]!;
      told.promised ||= promised.day[order] !== NO_DAY;
      told.delivered ||= delivered.day[order] !== NO_DAY && delivered.day[order]! <= view.asOf;
      if (placed.day[i]! < view.from || placed.day[i]! >= to) continue;
      const fate = fateOf(promised, delivered, order, view.asOf);
      if (fate === null) continue;
      const group = found[fate]!;
      group.orders++;
      if (group.who.at(-1) !== c) group.who.push(c);
    }
  }
  if (!told.promised || !told.delivered) return null;
  return promisesOf((fates, key) => ({
    key,
    value: fates.reduce((sum, fate) => sum + found[fate]!.orders, 0),
    unit: 'orders',
    who: Uint32Array.from(new Set(fates.flatMap((fate) => found[fate]!.who))).sort(),
  }));
}

/** The same of records of feedback, by the day of the record. */
export function promisesOfRecords(feedback: RecordTable, view: View): Promises | null {
  const [promised, delivered] = [daysOfField(feedback, 'promised'), daysOfField(feedback, 'delivered')];
  if (!promised || !delivered) return null;
  const isKnown = (row: number): boolean => feedback.day[row]! <= view.asOf;
  const some = (days: Int32Array, latest: Day): boolean => days.some((day, row) => isKnown(row) && day !== NO_DAY && day <= latest);
  if (!some(promised.day, Infinity) || !some(delivered.day, view.asOf)) return null;
  const to = horizon(view);
  const rows = Uint32Array.from(feedback.day, (_, row) => row).filter((row) => feedback.day[row]! >= view.from && feedback.day[row]! < to);
  return promisesOf((fates, key) =>
    recordsCounted(
      key,
      'cases',
      feedback,
      rows.filter((row) => fates.some((fate) => fate === fateOf(promised, delivered, row, view.asOf))),
    ),
  );
}

function promisesOf(inputOf: (fates: readonly Fate[], key: string) => Input): Promises {
  return {
    due: inputOf(['kept', 'late', 'missing'], 'promises-due'),
    kept: inputOf(['kept'], 'promises-kept'),
    late: inputOf(['late'], 'promises-late'),
    missing: inputOf(['missing'], 'promises-missing'),
    open: inputOf(['open'], 'promises-open'),
  };
}
