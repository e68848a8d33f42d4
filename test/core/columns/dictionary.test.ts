import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Dictionary } from '../../../src/core/columns/dictionary';
import { CodeColumn } from '../../../src/core/columns/growing-column';
import { hashOf } from '../../../src/core/columns/text-hash';
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

  it('gives the same codes to bytes as to texts, in whatever order both come', () => {
    const text = fc.oneof(
      fc.string({ unit: fc.constantFrom('a', 'b', '1', '-'), maxLength: 5 }),
      fc.constantFrom('é', '留客', '', '\u00ff\u0100'),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(text, fc.boolean()), { maxLength: 300 }), (added) => {
        const mixed = new Dictionary();
        const plain = new Dictionary();
        for (const [text, asBytes] of added) expect(asBytes ? addAsField(mixed, text) : mixed.add(text)).toBe(plain.add(text));
        expect(mixed.pack()).toEqual(plain.pack());
      }),
    );
  });

  it('texts of which the hash is the same are told apart by their letters', () => {
    const [one, other] = sameHash();
    expect(one).not.toBe(other);
    expect(hashOf(one)).toBe(hashOf(other));
    const dictionary = new Dictionary();
    expect([one, other, one, other].map((text) => dictionary.add(text))).toEqual([0, 1, 0, 1]);
    expect([one, other].map((text) => addAsField(dictionary, text))).toEqual([0, 1]);
  });

  it('letters take one byte until one needs two', () => {
    const dictionary = new Dictionary();
    dictionary.add('Zoë');
    expect(dictionary.pack().units).toBeInstanceOf(Uint8Array);
    dictionary.add('留客');
    expect(dictionary.pack().units).toBeInstanceOf(Uint16Array);
    expect([dictionary.get(0), dictionary.get(1), dictionary.indexOf('Zoë')]).toEqual(['Zoë', '留客', 0]);
  });

  it('a text of 100 000 letters comes back whole', () => {
    const text = '留客'.repeat(50_000);
    const dictionary = new Dictionary();
    expect(dictionary.get(dictionary.add(text))).toBe(text);
    expect(unpack(pack(['a', text, 'b']), 1)).toBe(text);
  });
});

/** Adds a text as a scanner does: as bytes where it is ASCII, else as what is left to be made. */
function addAsField(dictionary: Dictionary, text: string): number {
  const bytes = new TextEncoder().encode(`,${text},`);
  const ascii = bytes.length === text.length + 2;
  const fields = { bytes, from: Int32Array.of(ascii ? 1 : ~1), end: Int32Array.of(bytes.length - 1), hash: Int32Array.of(hashOf(text)) };
  const codes = new Uint32Array(1);
  dictionary.addFields(fields, 0, 1, 1, codes, () => dictionary.add(text));
  return codes[0]!;
}

/** Two texts with one hash, found by trying: among 150 000 of 4 billion a pair is all but certain. */
function sameHash(): [string, string] {
  const seen = new Map<number, string>();
  for (let i = 0; ; i++) {
    const text = `id-${i}`;
    const before = seen.get(hashOf(text));
    if (before !== undefined) return [before, text];
    seen.set(hashOf(text), text);
  }
}

describe('a column of codes', () => {
  it('takes codes one by one, in lists and many of the same, in any order', () => {
    const code = fc.oneof(fc.nat(255), fc.nat(65_535), fc.nat(0xffffffff));
    const step = fc.oneof(
      fc.tuple(fc.constant('one'), fc.array(code, { minLength: 1, maxLength: 1 })),
      fc.tuple(fc.constant('list'), fc.array(code)),
      fc.tuple(
        fc.constant('same'),
        fc.tuple(code, fc.nat(3000)).map(([c, n]) => Array.from({ length: n }, () => c)),
      ),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const column = new CodeColumn();
        for (const [how, codes] of steps) {
          if (how === 'one') column.push(codes[0]!);
          else if (how === 'list') column.pushAll(Uint32Array.from([...codes, 7]), codes.length, Math.max(0, ...codes));
          else column.pushSame(codes[0] ?? 0, codes.length);
        }
        expect([...column.view()]).toEqual(steps.flatMap(([, codes]) => codes));
      }),
    );
  });

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
