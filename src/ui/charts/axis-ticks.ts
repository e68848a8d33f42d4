import { ymdFromDay, type Day, type Grain } from '../../terms/day';
import { roughWidth } from './scale';

/** How an axis of periods writes itself. */
export interface TickWords {
  tick: (start: Day) => string;
  year: (year: number) => string;
}

/** Steps that keep a calendar readable: every month, every second, third, sixth, every year. */
const STEPS: Record<Grain, readonly number[]> = {
  month: [1, 2, 3, 6, 12, 24, 60],
  quarter: [1, 2, 4, 8, 20],
  week: [1, 2, 4, 8, 13, 26, 52, 104],
};

/**
 * Labels of a period axis: '' where there is no room; the year in a second line under the first label and where it changes.
 *
 * Months and quarters are thinned so that January stays; weeks are counted back from the last one.
 * @param least  label at most every so many periods
 */
export function axisTicks(starts: readonly Day[], grain: Grain, band: number, words: TickWords, least = 1): string[] {
  const texts = starts.map(words.tick);
  const widest = Math.max(0, ...texts.map(roughWidth), starts.length ? roughWidth(words.year(2000)) : 0);
  const step = STEPS[grain].find((s) => s >= least && s * band >= widest + 10) ?? STEPS[grain].at(-1)!;
  let year = 0;
  return starts.map((start, i) => {
    if (!isOnStep(start, i, starts.length, grain, step)) return '';
    const own = ymdFromDay(start).year;
    if (own === year) return texts[i]!;
    year = own;
    return `${texts[i]}\n${words.year(own)}`;
  });
}

function isOnStep(start: Day, index: number, count: number, grain: Grain, step: number): boolean {
  if (step === 1) return true;
  if (grain === 'week') return (count - 1 - index) % step === 0;
  const { year, month } = ymdFromDay(start);
  const ordinal = grain === 'month' ? year * 12 + month - 1 : Math.floor((year * 12 + month - 1) / 3);
  return ordinal % step === 0;
}
