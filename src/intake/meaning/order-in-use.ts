import type { DateOrder, ImportPlan } from '../../terms/plan';
import { columnOf } from './plan-columns';
import type { Readings } from '../cells/readings';

/** Order of dates that previews use until the user has said which is meant: the first that fits. */
export function orderInUse(readings: Readings, plan: ImportPlan): DateOrder {
  const date = columnOf(plan, 'date');
  if (plan.dateOrder !== null || date < 0) return plan.dateOrder ?? 'ymd';
  return readings.dateReadings(date).find((reading) => reading.possible)?.order ?? 'ymd';
}
