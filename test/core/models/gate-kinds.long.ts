import { describe, expect, it } from 'vitest';
import { FALSE_KINDS, timesOpen, TRUE_KINDS } from './gate-kinds';

describe('forty simulated shops a kind', () => {
  it.each(TRUE_KINDS.map((kind) => [kind.name, kind] as const))(
    '%s: the scores are shown in most, because the model is true',
    (name, kind) => {
      const open = timesOpen(kind, 40);
      console.log(`${open} of 40 shown: ${name}`);
      expect(open).toBeGreaterThanOrEqual(30);
    },
  );

  it.each(FALSE_KINDS.map((kind) => [kind.name, kind] as const))('%s: the scores are hidden in nearly all', (name, kind) => {
    const open = timesOpen(kind, 40);
    console.log(`${open} of 40 shown: ${name}`);
    expect(open).toBeLessThanOrEqual(2);
  });
});
