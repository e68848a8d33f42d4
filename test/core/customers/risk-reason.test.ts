import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPastOwnRhythm, riskReason, type Rhythm } from '../../../src/core/customers/risk-reason';

const of = (rhythm: Partial<Rhythm>, lapseDays = 180) =>
  riskReason({ orderDays: 5, usualGap: 32, longestGap: 60, silent: 81, ...rhythm }, lapseDays);
const few = (longestGap: number, silent: number) => of({ orderDays: 3, usualGap: null, longestGap, silent });

describe('why a customer may slip away', () => {
  it('from three gaps on silence is measured by the usual gap: past it beyond twice', () => {
    expect(of({})).toEqual({ code: 'past-usual-gap', usual: 32, silent: 81 });
    expect(of({ silent: 64 })).toEqual({ code: 'within-rhythm', usual: 32, silent: 64 });
    expect(of({ silent: 65 }).code).toBe('past-usual-gap');
  });

  it('with one or two gaps by twice the longest and half of the shop’s window, whichever is longer', () => {
    expect(few(60, 121)).toEqual({ code: 'past-longest-gap', longest: 60, silent: 121 });
    expect(few(60, 120)).toEqual({ code: 'within-longest-gap', longest: 60, silent: 120 });
    expect(few(1, 90).code).toBe('within-longest-gap');
    expect(few(1, 91).code).toBe('past-longest-gap');
  });

  it('with long gaps and few of them the shop’s window tells', () => {
    expect(few(150, 180)).toEqual({ code: 'past-shop-window', window: 180, silent: 180 });
    expect(few(150, 179).code).toBe('within-longest-gap');
  });

  it('of one day with an order the window tells, as it does for everybody', () => {
    const once = (silent: number) => of({ orderDays: 1, usualGap: null, longestGap: null, silent });
    expect(once(180)).toEqual({ code: 'once-long-ago', window: 180, silent: 180 });
    expect(once(179).code).toBe('once-lately');
  });

  it('a longer silence never takes a customer back into their rhythm', () => {
    const rhythms = fc.record({
      orderDays: fc.integer({ min: 1, max: 9 }),
      longest: fc.integer({ min: 1, max: 400 }),
      silent: fc.nat(900),
    });
    fc.assert(
      fc.property(rhythms, fc.integer({ min: 1, max: 400 }), fc.nat(300), ({ orderDays, longest, silent }, window, more) => {
        const rhythm = { orderDays, longestGap: orderDays > 1 ? longest : null, usualGap: orderDays > 3 ? longest / 2 : null };
        const before = isPastOwnRhythm(riskReason({ ...rhythm, silent }, window));
        const after = isPastOwnRhythm(riskReason({ ...rhythm, silent: silent + more }, window));
        expect(after || !before).toBe(true);
        expect(riskReason({ ...rhythm, silent }, window).silent).toBe(silent);
      }),
    );
  });
});
