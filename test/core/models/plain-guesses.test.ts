import { describe, expect, it } from 'vitest';
import { dayFromYmd, ISO_CALENDAR, ymdFromDay } from '../../../src/terms/day';
import { dealtOut } from '../../../src/core/models/back-test/dealt-out';
import { guessErrors, pairedGain } from '../../../src/core/models/back-test/guess-errors';
import { heldOut } from '../../../src/core/models/back-test/held-out';
import { repeatHistory } from '../../../src/core/models/lifetime/repeat-history';
import { crossesPeak, seasonPeaks } from '../../../src/core/models/back-test/season-peaks';
import { orderTableFromDays } from './shop-from-days';

describe('errors of guesses', () => {
  it('are those counted by hand', () => {
    const errors = guessErrors([1, 2, 0], [0, 2, 3]);
    expect(errors.mae).toBeCloseTo(4 / 3, 12);
    expect(errors.rmse).toBeCloseTo(Math.sqrt(10 / 3), 12);
    expect(errors.sum).toBe(3);
  });

  it('a gain is the mean of the differences, and its range that of a mean of pairs', () => {
    const { value, low, high } = pairedGain([0, 0, 0, 0], [1, 2, 3, 2], [0, 0, 0, 0]);
    const reach = (1.959963984540054 * Math.sqrt(2 / 3)) / 2;
    expect(value).toBe(2);
    expect([low, high]).toEqual([expect.closeTo(2 - reach, 12), expect.closeTo(2 + reach, 12)]);
  });

  it('dealt out at random they are the mean over all pairs', () => {
    const guess = Float64Array.of(0.25, 1.5, 4.75, 0, 2);
    const actual = Uint32Array.of(0, 3, 1, 0, 7);
    const pairs = [...guess].flatMap((g) => [...actual].map((y) => Math.abs(g - y)));
    const { mae, gain } = dealtOut(guess, actual);
    expect(mae).toBeCloseTo(pairs.reduce((sum, one) => sum + one, 0) / 25, 12);
    expect(gain.value).toBeCloseTo(mae - guessErrors(guess, actual).mae, 12);
  });

  it('dealt out at random nothing is lost where everybody is guessed alike', () => {
    const { gain } = dealtOut(
      new Float64Array(50).fill(1.3),
      Uint32Array.from({ length: 50 }, (_, i) => i % 4),
    );
    for (const one of [gain.value, gain.low, gain.high]) expect(one).toBeCloseTo(0, 12);
  });
});

describe('what is held out', () => {
  it('counts days, not orders, after the cut, and the same number of days before it without the first order', () => {
    const shop = orderTableFromDays([[1, 8, 8, 12, 15, 15, 20, 21], [9, 10], [11], [3, 4]]);
    const split = { first: 1, cut: 10, end: 20, holdOutDays: 5 };
    const history = repeatHistory(shop, split.cut);
    const { actual, before } = heldOut(shop, history, split);
    expect([...history.id]).toEqual([0, 1, 3]);
    expect([...actual]).toEqual([3, 0, 0]);
    expect([...before]).toEqual([1, 1, 0]);
  });
});

describe('peaks of the year', () => {
  /** So many orders on each day, more in December. */
  const shop = (years: number, december: number) => {
    const first = dayFromYmd(2022, 1, 1);
    const end = dayFromYmd(2022 + years, 1, 1);
    const days: number[] = [];
    for (let day = first; day < end; day++) {
      const month = new Date(day * 86_400_000).getUTCMonth();
      for (let k = 0; k < (month === 11 ? december : 2); k++) days.push(day);
    }
    return { table: orderTableFromDays([days]), asOf: end - 1 };
  };
  const peaks = (years: number, december: number) => {
    const { table, asOf } = shop(years, december);
    return seasonPeaks(table, asOf, ISO_CALENDAR).map(({ month }) => month);
  };

  it('two years must both have it, one year alone must show it more clearly', () => {
    expect(peaks(2, 3)).toEqual([12]);
    expect(peaks(1, 3)).toEqual([]);
    expect(peaks(1, 4)).toEqual([12]);
    expect(peaks(2, 2)).toEqual([]);
  });

  it('a shop that brings a tenth more every month has none, and one with a peak on top of it has that', () => {
    const grown = (december: number) => {
      const days: number[] = [];
      for (let day = dayFromYmd(2022, 1, 1); day < dayFromYmd(2024, 1, 1); day++) {
        const { year, month } = ymdFromDay(day);
        const orders = 2 * 1.1 ** ((year - 2022) * 12 + month) * (month === 12 ? december : 1);
        days.push(...Array.from({ length: Math.round(orders) }, () => day));
      }
      return seasonPeaks(orderTableFromDays([days]), dayFromYmd(2023, 12, 31), ISO_CALENDAR).map(({ month }) => month);
    };
    expect(grown(1)).toEqual([]);
    expect(grown(2)).toEqual([12]);
  });

  it('less than twelve whole months tell of none', () => {
    const { table, asOf } = shop(1, 20);
    expect(seasonPeaks(table, asOf - 1, ISO_CALENDAR)).toEqual([]);
  });

  it('a horizon crosses a peak when it touches a day of it', () => {
    const asOf = dayFromYmd(2024, 9, 30);
    expect(crossesPeak([{ month: 12, times: 2 }], asOf, 61)).toBe(false);
    expect(crossesPeak([{ month: 12, times: 2 }], asOf, 62)).toBe(true);
    expect(crossesPeak([], asOf, 365)).toBe(false);
  });
});
