import { describe, expect, it } from 'vitest';
import { monthPattern } from '../../../src/ui/trust/month-pattern';

const whole = (...ratios: (number | null)[]) => ratios.map((ratio) => ({ ratio, days: 30 }));

describe('the months held back', () => {
  it('that fall steadily away from what was expected are an error that grows, not a season', () => {
    expect(monthPattern(whole(0.97, 0.85, 0.82, 0.75, 0.57, 0.48, 0.53, 0.58))).toBe('falls');
    expect(monthPattern(whole(0.9, 0.8, 0.7, 0.6))).toBe('falls');
  });

  it('that fall but for a turn at their end are one all the same, and of so many only a few pairs may go the other way', () => {
    expect(monthPattern(whole(0.85, 0.82, 0.75, 0.57, 0.48, 0.53, 0.58))).toBe('falls');
    expect(monthPattern(whole(0.85, 0.82, 0.75, 0.57, 0.48, 0.53, 0.59, 0.56))).toBe('falls');
    expect(monthPattern(whole(0.85, 0.82, 0.75, 0.57, 0.48, 0.53, 0.59, 0.58))).toBe('season');
  });

  it('that rise steadily above what was expected are one too, the other way', () => {
    expect(monthPattern(whole(1.02, 1.1, 1.08, 1.3, 1.5))).toBe('rises');
  });

  it('that steadily near what was expected are said to drift, not to be further off', () => {
    expect(monthPattern(whole(0.5, 0.6, 0.8, 0.95))).toBe('drifts');
    expect(monthPattern(whole(1.8, 1.5, 1.2, 1.02))).toBe('drifts');
  });

  it('of a year whose last two bring the most are a season', () => {
    expect(monthPattern(whole(1.02, 0.97, 1.01, 0.99, 1.03, 0.98, 1, 1.04, 0.96, 1.05, 1.3, 1.6))).toBe('season');
  });

  it('of which one stands out are a season', () => {
    expect(monthPattern(whole(1, 0.95, 1.02, 0.98, 1.6, 1.01))).toBe('season');
    expect(monthPattern(whole(0.9, 0.7, 0.8, 0.6))).toBe('season');
    expect(monthPattern(whole(0.6, 0.8, 1.1, 1.2, 0.9, 0.7))).toBe('season');
  });

  it('show nothing steady where they are fewer than four of four weeks or more, lie close together or are alike', () => {
    expect(monthPattern(whole(0.9, 0.7, 0.5))).toBe('season');
    expect(monthPattern([{ ratio: 0.9, days: 27 }, ...whole(0.8, 0.7, 0.6), { ratio: 0.1, days: 27 }])).toBe('season');
    expect(monthPattern(whole(0.9, null, 0.7, 0.5))).toBe('season');
    expect(monthPattern(whole(0.99, 0.97, 0.96, 0.94))).toBe('season');
    expect(monthPattern(whole(1, 1, 1, 1))).toBe('season');
    expect(monthPattern([])).toBe('season');
  });

  it('are read without the ones of which fewer than 28 days were held back', () => {
    expect(monthPattern([{ ratio: 0.2, days: 27 }, ...whole(0.9, 0.8, 0.7, 0.6), { ratio: 3, days: 27 }])).toBe('falls');
  });

  it('in no order of four show a steady change but in the two that go one way all along', () => {
    const orders = (of: number[]): number[][] =>
      of.length < 2 ? [of] : of.flatMap((one) => orders(of.filter((x) => x !== one)).map((rest) => [one, ...rest]));
    const steady = orders([0.5, 0.6, 0.7, 0.8]).filter((ratios) => monthPattern(whole(...ratios)) !== 'season');
    expect(steady).toEqual([
      [0.5, 0.6, 0.7, 0.8],
      [0.8, 0.7, 0.6, 0.5],
    ]);
  });
});
