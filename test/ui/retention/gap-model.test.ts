import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/terms/answer';
import { drawnUpTo, gapModel, namedDays, tableDays } from '../../../src/ui/retention/gap-model';

/** A life table from lengths: waits that ended, and waits left open. */
function curve(...rows: [days: number, ended: number, open: number][]): Answer {
  let atRisk = rows.reduce((sum, [, ended, open]) => sum + ended + open, 0);
  let running = 1;
  return {
    columns: ['days', 'at-risk', 'ended', 'open', 'share'].map((key) => ({ key, unit: 'gaps' as const })),
    rows: rows.map(([days, ended, open]) => {
      running *= (atRisk - ended) / atRisk;
      const row = [days, atRisk, ended, open, 1 - running];
      atRisk -= ended + open;
      return row;
    }),
  };
}

describe('the curve of waits', () => {
  const model = gapModel(curve([10, 50, 0], [40, 30, 0], [100, 0, 10], [200, 5, 5]))!;

  it('is level between the days on which something happened', () => {
    expect([9, 10, 39, 40, 150].map(model.shareBy)).toEqual([0, 0.5, 0.5, expect.closeTo(0.8, 9), expect.closeTo(0.8, 9)]);
  });
  it('knows how many waits lasted so long', () => {
    expect([0, 10, 11, 40, 41, 100, 101, 201].map(model.atRisk)).toEqual([100, 100, 50, 50, 20, 20, 10, 0]);
  });
  it('names half, 80 % and 90 %, but not the window a second time', () => {
    expect(namedDays(model, null)).toEqual([
      { share: 0.5, days: 10 },
      { share: 0.8, days: 40 },
      { share: 0.9, days: 200 },
    ]);
    expect(namedDays(model, 40).map((m) => m.days)).toEqual([10, 200]);
  });
  it('has rows for usual days and for the window, as far as waits are known', () => {
    expect(tableDays(model, 40)).toEqual([30, 40, 60, 90, 180]);
    expect(tableDays(model, 90)).toEqual([30, 60, 90, 180]);
  });
  it('is drawn beyond the window, and never beyond what is known', () => {
    expect(drawnUpTo(model, 100)).toBe(200);
    expect(drawnUpTo(gapModel(curve([10, 90, 0], [400, 0, 10]))!, 50)).toBe(120);
  });
  it('is not drawn for a handful of waits, nor when none has ended', () => {
    expect(gapModel(curve([10, 20, 9]))).toBeNull();
    expect(gapModel(curve([10, 0, 40]))).toBeNull();
    expect(gapModel({ value: null, why: 'no-orders' })).toBeNull();
  });
});
