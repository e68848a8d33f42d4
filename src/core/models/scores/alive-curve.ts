import type { Day } from '../../../terms/day';
import type { OrderTable } from '../../columns/order-table';
import type { Fit } from '../lifetime/lifetime-model';
import { lifetimeModel } from '../lifetime/lifetime-models';

/** Points of the curve between order-days, about. */
const POINTS = 150;

/**
 * P(alive) of one customer at the end of days from the first order to `asOf`, ascending, as the model would have said it then.
 *
 * At every order-day, on the day before it, on `asOf` and at even steps between. The parameters are those of the whole file, so the curve
 * shows what today's knowledge of the shop says of the customer's past. Cost: linear in the customer's orders.
 */
export function aliveCurve(orders: OrderTable, customer: number, fit: Fit, asOf: Day): { day: Day; alive: number }[] {
  const { first, day } = orders;
  const all = Array.from(day.subarray(first[customer]!, first[customer + 1]!)).filter((one) => one <= asOf);
  const begin = all[0];
  if (begin === undefined) return [];
  const days = new Set([asOf]);
  for (const one of all) {
    days.add(one);
    if (one - 1 >= begin) days.add(one - 1);
  }
  const step = Math.max(1, Math.ceil((asOf - begin) / POINTS));
  for (let one = begin; one < asOf; one += step) days.add(one);
  const model = lifetimeModel(fit.model);
  const curve: { day: Day; alive: number }[] = [];
  let [x, last, next] = [-1, begin, 0];
  for (const one of [...days].sort((a, b) => a - b)) {
    for (; next < all.length && all[next]! <= one; next++) {
      if (x >= 0 && all[next] === last) continue;
      x++;
      last = all[next]!;
    }
    curve.push({ day: one, alive: model.pAlive(fit.theta, x, last - begin, one - begin) });
  }
  return curve;
}
