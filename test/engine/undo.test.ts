import fc from 'fast-check';
import { it } from 'vitest';
import { anySequence, checkSequence } from './undo-sequences';

it(
  'kept, taken back, put back and restarted in any order, a shop is what the files that are kept now make of it',
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(anySequence, ([shop, steps]) => checkSequence(shop, steps)),
      { numRuns: 40 },
    );
  },
);
