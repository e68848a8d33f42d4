import { describe, expect, it } from 'vitest';
import type { Progress } from '../../src/terms/progress';
import { paceOf, shareOf } from '../../src/ui/import/pace';

const progress = (part: Partial<Progress>): Progress => ({ phase: 'read', rows: 0, rowsExpected: 0, bytes: 0, bytesTotal: 0, ...part });

describe('how far an import is', () => {
  it('reading is measured in bytes, storing in rows', () => {
    expect(shareOf(progress({ bytes: 25, bytesTotal: 100, rows: 1, rowsExpected: 2 }))).toBe(0.25);
    expect(shareOf(progress({ phase: 'store', bytes: 100, bytesTotal: 100, rows: 1, rowsExpected: 2 }))).toBe(0.5);
  });

  it('without a total there is no share', () => {
    expect(shareOf(progress({ rows: 5 }))).toBeNull();
  });
});

describe('how fast an import is', () => {
  it('the first moment has no pace', () => {
    expect(paceOf(progress({ rows: 1000, bytes: 1, bytesTotal: 2 }), 100)).toBeNull();
  });

  it('the rate is given in two figures', () => {
    expect(paceOf(progress({ rows: 341_403, bytes: 63, bytesTotal: 100 }), 1835)?.rowsPerSecond).toBe(190_000);
    expect(paceOf(progress({ rows: 7, bytes: 1, bytesTotal: 2 }), 1000)?.rowsPerSecond).toBe(7);
  });

  it('nothing is left of what is done', () => {
    expect(paceOf(progress({ rows: 10, bytes: 100, bytesTotal: 100 }), 2000)?.secondsLeft).toBeNull();
  });

  it('what is left takes as long in proportion as what is done', () => {
    expect(paceOf(progress({ rows: 10, bytes: 25, bytesTotal: 100 }), 2000)?.secondsLeft).toBe(6);
    expect(paceOf(progress({ rows: 10 }), 2000)?.secondsLeft).toBeNull();
  });
});
