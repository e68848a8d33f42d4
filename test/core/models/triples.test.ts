import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RepeatHistory } from '../../../src/core/models/lifetime/repeat-history';
import { mergedTriples } from '../../../src/core/models/lifetime/triples';

const customer = fc
  .record({ age: fc.nat(28_000), late: fc.double({ min: 0, max: 1, noNaN: true }), often: fc.double({ min: 0, max: 1, noNaN: true }) })
  .map(({ age, late, often }) => {
    const recency = Math.floor(age * late);
    return [Math.floor(recency * often), recency, age] as const;
  });
const few = fc.tuple(fc.nat(2), fc.nat(3), fc.nat(4));

function historyOf(rows: readonly (readonly [number, number, number])[]): RepeatHistory {
  const column = (k: 0 | 1 | 2) => Uint32Array.from(rows, (row) => row[k]);
  return { count: rows.length, id: Uint32Array.from(rows, (_, i) => i), x: column(0), recency: column(1), age: column(2) };
}

describe('histories taken together', () => {
  it('each customer finds the own history among them, and each history has as many customers as it says', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(customer, few), { maxLength: 60 }), (rows) => {
        const { triples, of } = mergedTriples(historyOf(rows));
        rows.forEach(([x, recency, age], i) => {
          const at = of[i]!;
          expect([triples.x[at], triples.recency[at], triples.age[at]]).toEqual([x, recency, age]);
        });
        for (let k = 0; k < triples.size; k++) expect(triples.weight[k]).toBe(of.filter((at) => at === k).length);
        expect(triples.size).toBe(new Set(rows.map(String)).size);
      }),
    );
  });

  it('they stand by x, then by the last order-day, then by age', () => {
    const { triples } = mergedTriples(historyOf([[1, 5, 9], [0, 0, 9], [1, 5, 8], [1, 4, 9], [0, 0, 9]])); // prettier-ignore
    expect(Array.from({ length: triples.size }, (_, k) => [triples.x[k], triples.recency[k], triples.age[k], triples.weight[k]])).toEqual([
      [0, 0, 9, 2],
      [1, 4, 9, 1],
      [1, 5, 8, 1],
      [1, 5, 9, 1],
    ]);
  });
});
