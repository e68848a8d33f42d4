import fc from 'fast-check';
import { it } from 'vitest';
import { anySequence, checkSequence } from './undo-sequences';

it('two hundred times over: a shop is what the files that are kept now make of it, whatever was done before', async () => {
  await fc.assert(
    fc.asyncProperty(anySequence, ([shop, steps]) => checkSequence(shop, steps)),
    { numRuns: 200 },
  );
});
