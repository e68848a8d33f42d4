import fc from 'fast-check';
import { expect, it } from 'vitest';
import { keptBatch } from '../../src/engine/counting-imports';
import { orderLines } from '../../src/intake/staged-import';
import { stageFile } from '../../src/intake/stage-file';
import { dayFromIso } from '../../src/terms/day';
import type { ImportPlan } from '../../src/terms/plan';
import { countedBatches, type CountingBatch } from '../../src/core/columns/counted-batches';
import { bookFingerprint } from './book-fingerprint';
import { anyExports, anyShop, DAYS, textOf, wholeFile, type Export, type Shop } from './many-exports';

const TODAY = dayFromIso('2026-01-01')!;
const quiet = () => undefined;
const PLAIN: Export = {
  from: 0,
  to: DAYS,
  shuffle: [],
  newline: '\n',
  mark: '',
  quoteAll: false,
  delimiter: ',',
  apostrophe: false,
  noSeconds: false,
};

/** A file as it would be kept, read by the meanings that the shop's columns have; null when no row of it can be used. */
async function imported(shop: Shop, { delimiter }: Export, text: string, importId: number): Promise<CountingBatch> {
  const dialect = { delimiter, quote: '"', header: true } as const;
  const staged = await stageFile(new Blob([text]), 'orders.csv', TODAY, async () => undefined, quiet, { encoding: 'utf-8', dialect });
  const plan: ImportPlan = { ...staged.plan, kind: 'orders', roles: [...shop.roles], dateOrder: 'ymd', decimal: '.', preset: null };
  return keptBatch({ mode: 'append', plan }, { ...orderLines(staged.build(plan, quiet)), importId });
}

async function allImported(shop: Shop, exports: readonly Export[]): Promise<CountingBatch[]> {
  const made: CountingBatch[] = [];
  for (const how of exports) {
    const text = textOf(shop, how);
    if (text !== null) made.push(await imported(shop, how, text, made.length + 1));
  }
  return made;
}

it(
  'exports that overlap, in any order of files and rows and in any writing, make the shop that its whole file makes',
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(anyShop, anyExports, async (shop, exports) => {
        const whole = bookFingerprint([await imported(shop, PLAIN, wholeFile(shop), 1)]);
        const pieces = await allImported(shop, exports);
        expect(bookFingerprint(pieces)).toBe(whole);
        const { repeats } = countedBatches(pieces);
        expect(repeats.map(({ changed, superseded }) => changed + superseded)).toEqual(repeats.map(() => 0));
      }),
      { numRuns: 1000 },
    );
  },
);
