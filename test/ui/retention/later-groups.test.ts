import { describe, expect, it } from 'vitest';
import type { CohortModel, CohortRow } from '../../../src/ui/retention/cohort-model';
import { laterGroups } from '../../../src/ui/retention/later-groups';

const group = (size: number, value: number, complete = true): CohortRow => ({
  iso: '',
  start: 0,
  size,
  cells: [{ k: 1, share: value / size, value, complete, shade: 0 }],
});
const model = (...rows: CohortRow[]): CohortModel => ({ rows, width: 1, share: [], base: [], followed: 0, ends: null });

describe('the groups after the first', () => {
  it('are weighed together, without what is not over', () => {
    expect(laterGroups(model(group(883, 324), group(300, 60), group(100, 30), group(50, 40, false)))).toEqual({
      share: 90 / 400,
      isClearlyLess: true,
    });
  });
  it('are not said to return less often when that may be chance', () => {
    expect(laterGroups(model(group(119, 35), group(4484, 1119)))?.isClearlyLess).toBe(false);
  });
  it('are not compared where either side has fewer than thirty customers', () => {
    expect(laterGroups(model(group(29, 20), group(400, 10)))).toBeNull();
    expect(laterGroups(model(group(400, 200), group(29, 1)))).toBeNull();
    expect(laterGroups(model())).toBeNull();
  });
});
