import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NONE, type Batch } from '../../../src/core/columns/batch';
import { Dictionary } from '../../../src/core/columns/dictionary';
import { buildLedger } from '../../../src/core/columns/ledger';
import { ledgerItems } from '../../../src/core/tables/ledger-items';
import type { ItemKind } from '../../../src/core/tables/order-items';
import { batchOf, d, type RowLiteral } from '../columns/ledger-fixture';

interface Line extends RowLiteral {
  order: string;
  name?: string;
  category?: string;
}

/** An import whose lines have names of products, and categories where it has the column. */
function namedBatch(lines: readonly Line[], importId: number, hasCategories: boolean): Batch {
  const batch = batchOf(lines, importId);
  const [names, categories] = [new Dictionary(), new Dictionary()];
  const code = (texts: Dictionary, text: string | undefined): number => (text === undefined ? NONE : texts.add(text));
  const attributes = { ...batch.lines.attributes, 'product-name': Uint32Array.from(lines, (line) => code(names, line.name)) };
  const category = Uint32Array.from(lines, (line) => code(categories, line.category));
  return {
    ...batch,
    lines: { ...batch.lines, attributes: hasCategories ? { ...attributes, category } : attributes },
    attributes: { ...batch.attributes, 'product-name': names.pack(), ...(hasCategories ? { category: categories.pack() } : {}) },
  };
}

const line: fc.Arbitrary<Line> = fc
  .record(
    {
      customer: fc.constantFrom('a', 'b', null),
      order: fc.constantFrom('1', '2', '3', '4'),
      day: fc.integer({ min: 1, max: 9 }).map((day) => `2024-01-0${day}`),
      amount: fc.integer({ min: 1, max: 5 }),
      refund: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
      product: fc.constantFrom('p', 'q', 'r'),
      name: fc.constantFrom('Teapot “blue”', 'teapot', '茶壶'),
      category: fc.constantFrom('tea', 'ware'),
    },
    { requiredKeys: ['customer', 'order', 'day', 'amount'] },
  )
  .map((one) => one as Line);
const imports = fc.array(fc.tuple(fc.array(line, { maxLength: 15 }), fc.boolean()), { minLength: 1, maxLength: 3 });

/** The items of each order by its lines, looked through one by one. */
function slowItems(all: readonly [Line[], boolean][], kind: ItemKind): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  const keyed = all.some(([lines]) => lines.some((one) => one.product !== undefined));
  for (const [lines, hasCategories] of all)
    for (const one of lines) {
      if (one.refund) continue;
      const item = kind === 'product' ? (keyed ? one.product : one.name) : hasCategories ? one.category : undefined;
      const items = (found[`${one.customer ?? `guest ${one.order}`}/${one.order}`] ??= []);
      if (item !== undefined && !items.includes(item)) items.push(item);
    }
  return Object.fromEntries(Object.entries(found).map(([key, items]) => [key, items.sort()]));
}

describe('all that was bought with each order', () => {
  it('is what its sale lines say, each item once, in whichever imports they stand', () => {
    fc.assert(
      fc.property(imports, fc.constantFrom('category' as const, 'product' as const), (all, kind) => {
        const ledger = buildLedger(all.map(([lines, has], i) => namedBatch(lines, i + 1, has)));
        const items = ledgerItems(ledger, kind, Infinity);
        const expected = slowItems(all, kind);
        if (!items) return void expect(Object.values(expected).flat()).toEqual([]);
        const told: Record<string, string[]> = {};
        for (let c = 0; c < ledger.customers; c++)
          for (let o = ledger.first[c]!; o < ledger.first[c + 1]!; o++) {
            const codes = items.codes.subarray(items.first[o], items.first[o + 1]);
            const key = `${ledger.codes.isGuest(c) ? 'guest ' : ''}${ledger.codes.customerText(c)}/${ledger.codes.orderText(ledger.code[o]!)}`;
            told[key] = [...codes].map((code) => items.texts[code]!).sort();
          }
        expect(told).toEqual(expected);
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  const line1 = { customer: 'a', order: '1', amount: 1 };

  it('is called what most of its lines up to the day call it, of equals the first by its letters', () => {
    const lines: Line[] = [
      { ...line1, day: '2024-01-01', product: 'p', name: 'Teapot' },
      { ...line1, order: '2', day: '2024-01-02', product: 'p', name: 'Pot' },
      { ...line1, order: '3', day: '2024-01-03', product: 'p', name: 'check' },
      { ...line1, order: '4', day: '2024-01-04', product: 'p', name: 'check' },
      { ...line1, order: '5', day: '2024-01-04', product: 'q' },
    ];
    const ledger = buildLedger([namedBatch(lines, 1, false)]);
    expect(ledgerItems(ledger, 'product', d('01-02'))!.names()).toEqual(['Pot', 'q']);
    expect(ledgerItems(ledger, 'product', d('01-04'))!.names()).toEqual(['check', 'q']);
    expect(ledgerItems(ledger, 'category', Infinity)).toBeNull();
  });

  it('is told apart by names where no file has keys of products', () => {
    const ledger = buildLedger([namedBatch([{ ...line1, day: '2024-01-01', name: 'Teapot' }], 1, false)]);
    const items = ledgerItems(ledger, 'product', Infinity)!;
    expect([items.texts, items.names(), [...items.codes]]).toEqual([['Teapot'], ['Teapot'], [0]]);
  });
});
