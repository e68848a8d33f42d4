import type { RiskReason } from '../models/predictions';

/** How often a customer orders, and for how long they have not: what `CustomerRow` and `CustomerColumns` know of everybody. */
export interface Rhythm {
  orderDays: number;
  /** Median of the own gaps, from three gaps on; else null. */
  usualGap: number | null;
  /** null with one order-day. */
  longestGap: number | null;
  /** Days from the last order to the as-of day. */
  silent: number;
}

/** Silence is past a customer's own rhythm when it is longer than this many of their own gaps. */
export const PAST_TIMES = 2;

/**
 * Why a customer is thought to slip away or to stay, by their own gaps and the shop's lapse window.
 *
 * From three gaps on the usual gap is the measure: silence beyond twice of it is past their rhythm. With one or two gaps no usual gap is
 * known; silence must then be beyond twice the longest and beyond half of the shop's window too, as one short gap is no rhythm. Who is not
 * past that, but silent for the window or longer, is past the window. Of one order-day only the shop's window can tell.
 * @param lapseDays  silence in days after which the shop counts anybody as lapsed
 */
export function riskReason({ orderDays, usualGap, longestGap, silent }: Rhythm, lapseDays: number): RiskReason {
  const window = lapseDays;
  if (orderDays < 2 || longestGap === null) return { code: silent >= window ? 'once-long-ago' : 'once-lately', window, silent };
  if (usualGap !== null) return { code: silent > PAST_TIMES * usualGap ? 'past-usual-gap' : 'within-rhythm', usual: usualGap, silent };
  if (silent > PAST_TIMES * longestGap && silent > window / 2) return { code: 'past-longest-gap', longest: longestGap, silent };
  return silent >= window ? { code: 'past-shop-window', window, silent } : { code: 'within-longest-gap', longest: longestGap, silent };
}

/** Whether silence is past what the customer did before. */
export function isPastOwnRhythm({ code }: RiskReason): boolean {
  return code === 'past-usual-gap' || code === 'past-longest-gap';
}
