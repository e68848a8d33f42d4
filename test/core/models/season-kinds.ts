import { dayFromYmd, ISO_CALENDAR, ymdFromDay } from '../../../src/terms/day';
import { seasonPeaks } from '../../../src/core/models/back-test/season-peaks';
import { shopOf } from './gate-kinds';
import { orderTableFromDays } from './shop-from-days';
import { warm } from './simulate';

/** A shop whose November and December bring so many times as many orders as other months; 1: it has no season. */
export interface SeasonKind {
  customers: number;
  months: number;
  growth: number;
  times: number;
  /** Month of 2022 on the first of which the file begins. */
  from?: number;
  /** Days over which first orders are spread; the whole file where not said. */
  arrivals?: number;
}

/** In how many of so many shops a peak is seen; where there is one, only November or December count. */
export function timesSeen({ customers, months, growth, times, from = 1, arrivals }: SeasonKind, trials: number): number {
  const start = dayFromYmd(2022, from, 1);
  const days = Math.round(months * 30.4375);
  let seen = 0;
  for (let seed = 1; seed <= trials; seed++) {
    const shop = { model: 'mbg-nbd', theta: [0.5, 30, 1, 4], customers, days, arrivals: arrivals ?? days } as const;
    const steady = shopOf({ shop, growth }, seed);
    const dice = warm(seed + 3000);
    const isKept = (day: number) => ymdFromDay(day).month >= 11 || dice() < 1 / times;
    const lived = Array.from({ length: steady.customers }, (_, c) => Array.from(steady.day.slice(steady.first[c]!, steady.first[c + 1]!)));
    const orders = orderTableFromDays(lived.map((own) => own.map((day) => start + day).filter(isKept)));
    const peaks = seasonPeaks(orders, start + days - 1, ISO_CALENDAR);
    if (times === 1 ? peaks.length > 0 : peaks.some(({ month }) => month >= 11)) seen++;
  }
  return seen;
}
