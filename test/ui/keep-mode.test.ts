import { expect, test } from 'vitest';
import type { Overlap } from '../../src/terms/shop';
import { overlapSum, proposedMode, settledTarget } from '../../src/ui/import/keep-mode';
import { memoryForecast } from '../../src/ui/import/memory-forecast';

const overlap = (part: Partial<Overlap>): Overlap => ({
  file: 1,
  fresh: 0,
  unchanged: 0,
  changed: 0,
  cancelled: 0,
  orders: 0,
  replaced: [],
  ...part,
});

test('files that only add or repeat are added; one that changes or cancels something is kept as an update', () => {
  expect(proposedMode([])).toBe('append');
  expect(proposedMode([overlap({ fresh: 9, unchanged: 4 })])).toBe('append');
  expect(proposedMode([overlap({ fresh: 9 }), overlap({ changed: 1 })])).toBe('update');
  expect(proposedMode([overlap({ cancelled: 2 })])).toBe('update');
});

test('what was chosen stands, and a new shop has no older files to be kept beside', () => {
  const changed = [overlap({ changed: 3 })];
  expect(settledTarget({ shop: 4 }, changed)).toEqual({ shop: 4, mode: 'update' });
  expect(settledTarget({ shop: 4, mode: 'append' }, changed)).toEqual({ shop: 4, mode: 'append' });
  expect(settledTarget({ newShop: ' Tea house ' }, changed)).toEqual({ newShop: 'Tea house' });
});

test('several files bring their rows together, and an older file that each would replace is counted once', () => {
  const sum = overlapSum([overlap({ fresh: 5, unchanged: 2, replaced: [7, 8] }), overlap({ fresh: 1, changed: 3, replaced: [7, 8] })]);
  expect(sum).toEqual({ rows: 11, fresh: 6, changed: 3, unchanged: 2, cancelled: 0, replaced: [7, 8] });
});

test('a forecast of memory is a range that grows with the file', () => {
  const [small, large] = [memoryForecast(300e6), memoryForecast(3e9)];
  expect(small.low).toBeLessThan(small.high);
  expect(small.low).toBeGreaterThan(300e6);
  expect(large.low).toBeGreaterThan(small.high);
});
