import { expect, it } from 'vitest';
import { FALSE_KINDS, timesOpen, TRUE_KINDS } from './gate-kinds';

/** Five shops a kind; forty in `gate-kinds.long.ts`. */
it.each(TRUE_KINDS.slice(0, 4).map((kind) => [kind.name, kind] as const))('a model that is true is shown: %s', (_, kind) => {
  expect(timesOpen(kind, 5)).toBeGreaterThanOrEqual(4);
});

it.each(FALSE_KINDS.map((kind) => [kind.name, kind] as const))('a model that is false for what follows is hidden: %s', (_, kind) => {
  expect(timesOpen(kind, 5)).toBeLessThanOrEqual(1);
});
