import { describe, expect, it } from 'vitest';
import { timesSeen, type SeasonKind } from './season-kinds';

const name = ({ customers, months, growth, times, from = 1 }: SeasonKind) =>
  `${customers} customers, ${months} months from month ${from}, growth ${growth} a year, Nov and Dec ×${times}`;

describe('forty simulated shops a kind', () => {
  const steady = [1, 4].flatMap((growth) =>
    [12, 20, 24, 36].flatMap((months) => [1, 7].map((from) => ({ customers: 3000, months, growth, times: 1, from }))),
  );
  it.each(steady.map((kind) => [name(kind), kind] as const))('%s: no peak is seen', (told, kind) => {
    const seen = timesSeen(kind, 40);
    console.log(`${seen} of 40 seen: ${told}`);
    expect(seen).toBeLessThanOrEqual(2);
  });

  const peaked = [
    ...[1.5, 2, 3].flatMap((times) =>
      [1, 4].flatMap((growth) => [1, 7].map((from) => ({ customers: 3000, months: 24, growth, times, from }))),
    ),
    ...[1, 4].flatMap((growth) => [1, 5, 7].map((from) => ({ customers: 3000, months: 20, growth, times: 2, from }))),
    ...[1, 4].map((growth) => ({ customers: 3000, months: 12, growth, times: 3 })),
  ];
  /** Two that are hard: a peak at the end of twelve months of growth may be growth; ×1.5 is little beside ×4 a year. */
  const isHard = ({ months, growth, times, from }: SeasonKind) => growth > 1 && (months === 12 || (times === 1.5 && from === 7));
  it.each(peaked.map((kind) => [name(kind), kind] as const))('%s: the peak is seen in most', (told, kind) => {
    const seen = timesSeen(kind, 40);
    console.log(`${seen} of 40 seen: ${told}`);
    expect(seen).toBeGreaterThanOrEqual(isHard(kind) ? 15 : 30);
  });
});
