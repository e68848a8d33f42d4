import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PairCodes } from '../../../src/core/columns/pair-codes';

const whole = fc.oneof(fc.nat(20), fc.integer({ min: -20_000, max: 20_000 }), fc.constantFrom(0xffffffff, 0x7fffffff, -0x80000000));

it('every pair gets the code of its first appearance, as a Map would give it', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(whole, whole), { maxLength: 800 }), (pairs) => {
      const codes = new PairCodes();
      const map = new Map<string, number>();
      for (const [a, b] of pairs) {
        const key = `${a | 0} ${b | 0}`;
        if (!map.has(key)) map.set(key, map.size);
        expect(codes.add(a, b)).toBe(map.get(key));
      }
      expect(codes.size).toBe(map.size);
    }),
  );
});

it('a million pairs of neighbours are told apart', () => {
  const codes = new PairCodes();
  for (let a = 0; a < 1000; a++) for (let b = 0; b < 1000; b++) codes.add(a, 19_000 + b);
  expect(codes.size).toBe(1_000_000);
  expect(codes.add(999, 19_999)).toBe(999_999);
});
