import { dayFromYmd, ymdFromDay, type Day } from '../terms/day';
import type { Dice } from './dice';
import type { Basket } from './lives';

/** When an order was to come and came. */
export interface Delivery {
  promised: Day;
  /** null for a parcel that is on its way, was lost or was never sent. */
  delivered: Day | null;
}

/** From this day on parcels take longer, and more of them come late: two weeks before delivery becomes dearer. */
export function slowFrom(endDay: Day): Day {
  return dayFromYmd(ymdFromDay(endDay).year, 9, 1);
}

/** Days that the shop promises at home and abroad. */
const AT_HOME = 4;
const ABROAD = 6;

/** The delivery of each order, by its number. */
export function deliveries(dice: Dice, baskets: readonly Basket[], endDay: Day): Delivery[] {
  const slow = slowFrom(endDay);
  return baskets.map(({ day, country, cancelled }) => {
    const home = country === 0;
    const promised = day + (home ? AT_HOME : ABROAD);
    const isSlow = day >= slow;
    const days =
      (home ? 1 : 2) + dice.between(0, isSlow ? 3 : 2) + (dice.chance(isSlow ? 0.27 : 0.06) ? dice.between(3, isSlow ? 9 : 6) : 0);
    const lost = dice.chance(0.004);
    return { promised, delivered: cancelled || lost || day + days > endDay ? null : day + days };
  });
}

/** Whether an order came after the day promised, or had not come when that day was over. */
export function isLate({ promised, delivered }: Delivery, by: Day): boolean {
  return delivered === null ? promised < by : delivered > promised && promised < by;
}
