import { expect, it } from 'vitest';
import { timesSeen } from './season-kinds';

// Five shops a kind; forty in `season-kinds.long.ts`.
it.each([1, 4])('a shop with %d times as many new customers every year and no season has no peak', (growth) => {
  expect(timesSeen({ customers: 3000, months: 24, growth, times: 1 }, 5)).toBe(0);
});

it.each([
  [24, 1.5, 1],
  [24, 3, 4],
  [20, 2, 1],
  [20, 2, 4],
])('in %d months, twice the orders or so in November and December are seen: times %d, growth %d a year', (months, times, growth) => {
  expect(timesSeen({ customers: 3000, months, growth, times }, 5)).toBeGreaterThanOrEqual(4);
});

it('a file whose customers all began in its first three months has no peak for that', () => {
  for (let from = 1; from <= 4; from++)
    expect(timesSeen({ customers: 3000, months: 18, growth: 1, times: 1, from, arrivals: 90 }, 5), `from month ${from}`).toBe(0);
});
