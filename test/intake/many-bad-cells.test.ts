import { describe, expect, it } from 'vitest';
import { PART_CODES } from '../../src/intake/orders/interpret';
import { stage, sumOfRows } from './helpers';

const ROWS = 1_000_000;

/** A million rows, three of ten of them with a cell that nobody can read, each another one. */
function dirtyFile(): Blob {
  const pieces = ['order,customer,date,amount,quantity,status\n'];
  for (let from = 0; from < ROWS; from += 10_000) {
    const lines = Array.from({ length: 10_000 }, (_, k) => line(from + k));
    pieces.push(`${lines.join('\n')}\n`);
  }
  return new Blob(pieces);
}

function line(i: number): string {
  const bad = i % 10;
  const date = bad === 0 ? `day ${i}` : `2024-03-${String((i % 28) + 1).padStart(2, '0')}`;
  const amount = bad === 1 ? `about ${i} or so ${i}` : `${(i % 900) + 1}.50`;
  return `${i},c${i % 50_000},${date},${amount},1,${bad === 2 ? `state ${i}` : 'paid'}`;
}

describe('a file of a million rows, three of ten with an unreadable cell', () => {
  it('is told in a few parts and remarks with five examples each, and every row is in one of them', { timeout: 60_000 }, async () => {
    const file = await stage(dirtyFile());
    const { parts, columns, rows, questions } = file.preview(file.plan);
    expect([rows, sumOfRows(parts), questions]).toEqual([ROWS, ROWS, []]);
    expect(Object.fromEntries(parts.map((part) => [part.code, part.rows]))).toEqual({
      sale: 800_000,
      'bad-date': 100_000,
      'bad-amount': 100_000,
    });
    expect(parts.length + columns.filter((column) => column.remark).length).toBeLessThanOrEqual(200);
    expect(parts.every((part) => PART_CODES.includes(part.code))).toBe(true);
    const remarks = columns.flatMap(({ remark }) => (remark?.examples ? [remark] : []));
    expect(remarks.map(({ code, facts, examples }) => [code, facts.count, examples!.length])).toEqual([
      ['dates-unreadable', 100_000, 4],
      ['numbers-unreadable', 100_000, 4],
      ['status-unknown', 100_000, 4],
    ]);
    // All that goes to the page fits in a few kilobytes, whatever the file is.
    expect(JSON.stringify({ parts, columns }).length).toBeLessThan(8_000);
  });
});
