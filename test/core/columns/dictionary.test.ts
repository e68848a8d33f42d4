import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Dictionary } from '../../../src/core/columns/dictionary';
import { CodeColumn } from '../../../src/core/columns/growing-column';
import { pack, unpack } from '../../../src/core/columns/packed-strings';

describe('a dictionary', () => {
  it('gives every text the code of its first appearance and gives the text back, as a Map would', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ unit: 'binary', maxLength: 12 }), fc.integer({ min: 0, max: 300 }).map(String)), { maxLength: 600 }),
        (texts) => {
          const dictionary = new Dictionary();
          const map = new Map<string, number>();
          for (const text of texts) {
            if (!map.has(text)) map.set(text, map.size);
            expect(dictionary.add(text)).toBe(map.get(text));
          }
          expect(dictionary.size).toBe(map.size);
          const packed = dictionary.pack();
          for (const [text, code] of map) {
            expect(dictionary.get(code)).toBe(text);
            expect(unpack(packed, code)).toBe(text);
            expect(dictionary.indexOf(text)).toBe(code);
          }
          expect(dictionary.indexOf('never added, for sure')).toBe(-1);
        },
      ),
    );
  });

  it('holds names that an object would choke on', () => {
    const dictionary = new Dictionary();
    const names = ['__proto__', 'constructor', 'toString', '', 'hasOwnProperty'];
    expect(names.map((name) => dictionary.add(name))).toEqual([0, 1, 2, 3, 4]);
    expect(names.map((_, code) => dictionary.get(code))).toEqual(names);
  });

  it('holds a million ids that differ in their last digits only', () => {
    const dictionary = new Dictionary();
    for (let i = 0; i < 1_000_000; i++) dictionary.add(`ORD-${i}`);
    expect(dictionary.size).toBe(1_000_000);
    expect(dictionary.get(765_432)).toBe('ORD-765432');
    expect(dictionary.indexOf('ORD-999999')).toBe(999_999);
  });

  it('a text of 100 000 letters comes back whole', () => {
    const text = '留客'.repeat(50_000);
    const dictionary = new Dictionary();
    expect(dictionary.get(dictionary.add(text))).toBe(text);
    expect(unpack(pack(['a', text, 'b']), 1)).toBe(text);
  });
});

describe('a column of codes', () => {
  it('keeps every code while it widens', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.nat(255), fc.nat(65_535), fc.nat(0xffffffff)), { maxLength: 3000 }), (codes) => {
        const column = new CodeColumn();
        for (const code of codes) column.push(code);
        expect([...column.view()]).toEqual(codes);
      }),
    );
  });
});
