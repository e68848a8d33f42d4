import type { ImportPlan } from '../../terms/plan';
import type { BrokenIdsGlance } from '../../terms/preview';
import { columnOf } from './plan-columns';
import type { Readings } from '../cells/readings';

/** Columns of order numbers and customer keys that a spreadsheet rounded under a plan, with how much of them. */
export function brokenIdColumns(readings: Readings, plan: ImportPlan): BrokenIdsGlance[] {
  return (['order', 'customer'] as const).flatMap((role) => {
    const index = columnOf(plan, role);
    const found = index < 0 ? null : readings.brokenIds(index);
    if (!found) return [];
    const counts = readings.counts(index);
    const glance = { index, cause: found.cause, rows: 0, distinct: 0, example: '' };
    found.broken.forEach((is, code) => {
      if (!is) return;
      glance.rows += counts[code]!;
      glance.distinct++;
      glance.example ||= readings.table.columns[index]!.texts.get(code).trim();
    });
    return [glance];
  });
}
