import { dayFromIso, periodOf, periodStart, type Day } from '../../terms/day';
import type { View } from '../../terms/view';
import type { OrderTable } from '../columns/order-table';
import type { AnyMetric } from '../metrics/define';
import { lapseWindow } from '../metrics/lapse/lapse-window';
import { chosenPeriod } from '../metrics/periods';
import type { ShopTables } from '../tables/shop-tables';

/** A value that a query is asked with: a day apart from a number. */
export type SqlValue = string | number | boolean | null | { day: Day };

/** Without a complete period there is none to ask for: a day this far ahead stands for it, of which SQL knows nothing either. */
const FAR_DAYS = 4000;

/**
 * The values of everything that a metric's SQL may name after `$`: the view, the chosen period's first day, the lapse window in days, and
 * the metric's own parameters in snake_case. Cost: a pass over orders when the lapse window is the shop's own.
 */
export function queryParameters(
  metric: Pick<AnyMetric, 'reads'>,
  { orders }: ShopTables,
  view: View,
  params: Record<string, unknown>,
): Record<string, SqlValue> {
  const own = Object.entries(params).map(([name, value]) => [snakeCase(name), (value ?? null) as SqlValue] as const);
  return {
    from: { day: view.from },
    to: { day: view.to },
    as_of: { day: view.asOf },
    grain: view.grain,
    lapse_days: lapseWindow(orders, view).days,
    ...Object.fromEntries(own),
    period: periodParameter(metric, orders, view, params.period as string | undefined),
  };
}

/**
 * First day of the period asked about: the last complete one when none is named, null for a metric that is then about the whole view (its
 * `period` is ''). Only records may know of a period of which orders know nothing.
 */
function periodParameter({ reads }: Pick<AnyMetric, 'reads'>, orders: OrderTable, view: View, named: string | undefined): SqlValue {
  if (named === '') return null;
  const day = dayFromIso(named ?? '');
  const known = chosenPeriod(orders, view, named)?.start;
  if (known !== undefined || day === null || !reads) return { day: known ?? view.asOf + FAR_DAYS };
  return { day: periodStart(periodOf(day, view.grain, view.calendar), view.grain, view.calendar) };
}

/** `withinDays` as `within_days`. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
