import { isTable, type Answer, type Cell } from '../../terms/answer';
import { dayFromIso, periodOf, periodStart, type Day } from '../../terms/day';
import type { View } from '../../terms/view';
import { numberIn, tableRecords } from './table-records';

/** One period of `life-cycle`: who bought, by where they came from. */
export interface BoughtPeriod {
  iso: string;
  start: Day;
  /** Days of it that the file knows, and its length. */
  days: number;
  length: number;
  complete: boolean;
  active: number;
  retained: number;
  reactivated: number;
  newcomers: number;
  /** null in the file's first period. */
  lapsed: number | null;
  orders: number;
  netMinor: number;
}

/** Periods of a `life-cycle` answer, oldest first; empty when it is not a table. */
export function boughtPeriods(answer: Answer, view: View): BoughtPeriod[] {
  if (!isTable(answer)) return [];
  return tableRecords(answer, answer.rows).map((record) => periodOfRecord(record, view));
}

function periodOfRecord(record: Record<string, Cell>, view: View): BoughtPeriod {
  const iso = String(record.period);
  const start = dayFromIso(iso) ?? view.from;
  const end = periodStart(periodOf(start, view.grain, view.calendar) + 1, view.grain, view.calendar);
  const known = Math.min(end, view.to, view.asOf + 1) - Math.max(start, view.from);
  return {
    iso,
    start,
    days: known,
    length: end - start,
    complete: record.complete === 1,
    active: numberIn(record, 'active'),
    retained: numberIn(record, 'retained'),
    reactivated: numberIn(record, 'reactivated'),
    newcomers: numberIn(record, 'new'),
    lapsed: typeof record.lapsed === 'number' ? record.lapsed : null,
    orders: numberIn(record, 'orders'),
    netMinor: numberIn(record, 'net-revenue'),
  };
}

/** The period that was picked, else the last complete one; its ISO day, '' when none is over. */
export function pickedPeriod(periods: readonly BoughtPeriod[], pick: string): string {
  return (periods.find((p) => p.iso === pick && p.complete) ?? periods.findLast((p) => p.complete))?.iso ?? '';
}
