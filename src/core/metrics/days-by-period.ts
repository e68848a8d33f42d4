import type { Period } from '../../terms/answer';
import type { Day } from '../../terms/day';
import type { View } from '../../terms/view';

/** Position among consecutive `periods` of the one that holds a day; -1 outside them or outside the view. */
export function daysByPeriod(periods: readonly Period[], view: View): (day: Day) => number {
  const base = periods[0]?.start ?? 0;
  const index = new Int32Array(Math.max(0, (periods.at(-1)?.end ?? 0) - base));
  periods.forEach((period, i) => index.fill(i, period.start - base, period.end - base));
  return (day) => (day >= view.from && day < view.to ? (index[day - base] ?? -1) : -1);
}
