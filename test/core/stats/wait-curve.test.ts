import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { kaplanMeier } from '../../../src/core/stats/kaplan-meier';
import { shareEnded, timeEnded, timeEndedInterval, waitCurve } from '../../../src/core/stats/wait-curve';

const waits = fc.array(fc.tuple(fc.nat(40), fc.constantFrom(0, 1)), { minLength: 1, maxLength: 60 });

describe('waits of any length', () => {
  it('have the curve that the estimate by whole time has', () => {
    fc.assert(
      fc.property(waits, (list) => {
        const curve = curveOf(list);
        const [events, censored] = [new Uint32Array(41), new Uint32Array(41)];
        for (const [time, ended] of list) (ended ? events : censored)[time]!++;
        const whole = kaplanMeier(events, censored);
        for (let t = 0; t <= 40; t++) expect(shareEnded(curve, t)).toBeCloseTo(1 - whole[t]!, 12);
      }),
      { seed: 21, numRuns: 300 },
    );
  });

  it('without open ones have the middle that sorting gives', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 1, maxLength: 40 }), (times) => {
        const curve = waitCurve(
          times,
          times.map(() => 1),
        );
        expect(timeEnded(curve, 0.5)).toBe([...times].sort((a, b) => a - b)[Math.ceil(times.length / 2) - 1]);
      }),
      { seed: 22, numRuns: 300 },
    );
  });

  it('have a median within its interval', () => {
    fc.assert(
      fc.property(waits, (list) => {
        const curve = curveOf(list);
        const [median, interval] = [timeEnded(curve, 0.5), timeEndedInterval(curve, 0.5)];
        if (median === null || interval === null) return;
        expect(interval.low).toBeLessThanOrEqual(median);
        expect(interval.high).toBeGreaterThanOrEqual(median);
      }),
      { seed: 23, numRuns: 300 },
    );
  });

  it('give the medians and log-log limits of the leukaemia data: 31 from 13 on, and 23 from 5 to 33', () => {
    // Remission of acute myelogenous leukaemia, with and without maintenance (R. G. Miller, Survival Analysis, 1981; `aml` in R survival).
    const maintained = curveOf(marked('9 13 13+ 18 23 28+ 31 34 45+ 48 161+'));
    const not = curveOf(marked('5 5 8 8 12 16+ 23 27 30 33 43 45'));
    expect([timeEnded(maintained, 0.5), timeEndedInterval(maintained, 0.5)]).toEqual([31, null]);
    expect([timeEnded(not, 0.5), timeEndedInterval(not, 0.5)]).toMatchObject([23, { low: 5, high: 33 }]);
  });
});

function curveOf(list: readonly (readonly [number, number])[]) {
  return waitCurve(
    list.map(([time]) => time),
    list.map(([, ended]) => ended),
  );
}

function marked(text: string): [number, number][] {
  return text.split(' ').map((one) => [Number.parseInt(one), one.endsWith('+') ? 0 : 1]);
}
