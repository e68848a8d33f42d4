import { describe, expect, it } from 'vitest';
import { dayFromYmd, isoFromDay } from '../../../src/terms/day';
import { orderTableOf, type OrderLiteral } from '../../../src/core/columns/order-literals';
import { lapseWindow } from '../../../src/core/metrics/lapse/lapse-window';
import { vectorView } from './vector-view';

const START = dayFromYmd(2024, 1, 1);

/** Orders of one customer on days counted from the first of January, 0 first. */
function on(customer: string, ...days: number[]): OrderLiteral[] {
  return days.map((d) => ({ customer, day: isoFromDay(START + d), net: 100 }));
}

describe('the lapse window', () => {
  it('is the one that was chosen', () => {
    const table = orderTableOf(on('a', 0, 5));
    expect(lapseWindow(table, vectorView(table, { lapseDays: 30 }))).toEqual({ days: 30, note: 'lapse-chosen' });
  });

  it('is the days by which nine of ten waits have ended', () => {
    // One customer, 20 gaps of 1 to 20 days in turn and no open one: nine tenths of 20 have ended by day 18.
    const days = Array.from({ length: 21 }, (_, i) => (i * (i + 1)) / 2);
    const table = orderTableOf(on('a', ...days));
    expect(lapseWindow(table, vectorView(table))).toEqual({ days: 18, note: 'lapse-from-p90' });
  });

  it('counts waits that are still open: eight of ten came back after 10 days, yet only four waits in nine have ended', () => {
    // 8 gaps of 10 days; open: 8 of 89 days, 2 of 99. S(10) = 1 − 8/18, so 40 % is reached at 10 days and 50 % never.
    const back = [...'abcdefgh'].flatMap((c) => on(c, 0, 10));
    const table = orderTableOf([...back, ...on('i', 0), ...on('j', 0)]);
    expect(lapseWindow(table, vectorView(table, { asOf: START + 99 }))).toEqual({ days: 10, note: 'lapse-from-p40' });
  });

  it('is at most half of the file, and then the largest tenth that is reached by then', () => {
    // Gaps of 3, 15 and 15 days; open: 4, 4 and 16. S(3) = 5/6, S(15) = 5/18: 70 % only at 15 days, half of 20 days is 10.
    const table = orderTableOf([...on('a', 0, 15), ...on('b', 0, 15), ...on('c', 0, 3)]);
    const view = vectorView(table, { asOf: START + 19 });
    expect(lapseWindow(table, view)).toEqual({ days: 3, note: 'lapse-from-p10' });
    const longer = orderTableOf([...on('a', 0, 15), ...on('b', 0, 15), ...on('c', 0, 3)]);
    expect(lapseWindow(longer, { ...view, asOf: START + 29 }).days).toBe(15);
  });

  it('is half of the file when hardly anybody came back', () => {
    const table = orderTableOf([...on('a', 0), ...on('b', 1), ...on('c', 50)]);
    expect(lapseWindow(table, vectorView(table))).toEqual({ days: 25, note: 'lapse-half-file' });
  });

  it("does not depend on the view's beginning and end, nor on orders after the as-of day", () => {
    const orders = [...on('a', 0, 4, 9, 15, 60), ...on('b', 2, 8, 11, 80)];
    const table = orderTableOf(orders);
    const asOf = START + 30;
    const known = lapseWindow(orderTableOf(orders, asOf), vectorView(table, { asOf }));
    expect(lapseWindow(table, vectorView(table, { asOf, from: START + 10, to: START + 12 }))).toEqual(known);
  });

  it('of an empty file is one day', () => {
    const table = orderTableOf([]);
    expect(lapseWindow(table, vectorView(table)).days).toBe(1);
  });
});
