import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cpuTime } from '../cpu-time';
import { sniffDialect } from '../../src/intake/reading/sniff-dialect';
import type { Dialect } from '../../src/terms/plan';
import { readTableOf } from './corpus-reader';

type Way = Pick<Dialect, 'delimiter' | 'quote' | 'escape'>;

const NAMES = ['Order', 'Placed on', 'Note', 'Buyer', 'Paid'];
/** What words may hold beside letters: all that could be taken for a mark. */
const HARD = [',', ';', '|', '\t', '，', ' ', '"', "'", '\\', '\n', 'ä', '留', '客', '😀', '.', '-', ':'];

/** Every way to write a table that is to be recognised. */
const WAYS: readonly Way[] = [
  ...([',', ';', '\t', '|', '，', ', '] as const).flatMap((delimiter) =>
    (['"', "'"] as const).flatMap((quote): Way[] => [
      { delimiter, quote },
      { delimiter, quote, escape: '\\' },
    ]),
  ),
  ...([',', ';', '\t', '|', '，'] as const).map((delimiter): Way => ({ delimiter, quote: '' })),
  { delimiter: ' ', quote: '' },
  { delimiter: ' ', quote: '"' },
];

/** A cell as a program writes it: in quotes where it must, and notes always. */
function written(cell: string, { delimiter, quote, escape }: Way, always: boolean): string {
  if (quote === '') return cell;
  if (!always && !cell.includes(delimiter[0]!) && !cell.includes(quote) && !/[\n\s\\]/.test(cell)) return cell;
  const inside = escape ? cell.replaceAll('\\', '\\\\').replaceAll(quote, escape + quote) : cell.replaceAll(quote, quote + quote);
  return quote + inside + quote;
}

function textOf(rows: readonly string[][], way: Way, newline: string): string {
  return rows.map((row) => row.map((cell, c) => written(cell, way, c === 2)).join(way.delimiter) + newline).join('');
}

/** Words that can be written in a way at all: without quotes nothing that parts cells, between blanks nothing blank. */
function wordsOf({ delimiter, quote, escape }: Way): fc.Arbitrary<string> {
  const cannot = (letter: string): boolean =>
    quote === ''
      ? /[\s"']/.test(letter) || letter === delimiter[0]
      : (letter === '\\' && !escape) || (delimiter === ', ' && quote === "'" && letter === '"');
  const hard = HARD.filter((letter) => !cannot(letter));
  const words = fc.string({
    unit: fc.oneof(fc.constantFrom('a', 'b', 'c', 'x', 'y'), fc.constantFrom(...hard)),
    minLength: 1,
    maxLength: 12,
  });
  return words.map((word) => `n${word}z`);
}

const two = (n: number): string => String(n).padStart(2, '0');

function rowsOf(way: Way): fc.Arbitrary<string[][]> {
  const row = fc.record({
    day: fc.integer({ min: 1, max: 28 }),
    note: wordsOf(way),
    buyer: fc.constantFrom('ann', 'bob', 'eve'),
    pence: fc.nat(99),
  });
  return fc.array(row, { minLength: 4, maxLength: 12 }).map((rows) =>
    // A cell that shows how its quotes are escaped stands in every such file.
    rows.map(({ day, note, buyer, pence }, i) => [
      `${1000 + i}`,
      `2024-03-${two(day)}`,
      i === 0 && way.escape ? `n${way.quote}o${way.quote}z` : note,
      buyer,
      `${i}.${two(pence)}`,
    ]),
  );
}

const names = (way: Way): string[] => (way.delimiter === ' ' && way.quote === '' ? NAMES.map((name) => name.replace(' ', '_')) : NAMES);
const newlines = fc.constantFrom('\n', '\r\n', '\r');

describe('a table comes back', () => {
  for (const way of WAYS) {
    const { delimiter, quote, escape } = way;
    it(`written with ${JSON.stringify(delimiter)}, ${quote || 'no'} quotes${escape ? ' and backslashes' : ''}`, async () => {
      await fc.assert(
        fc.asyncProperty(rowsOf(way), newlines, async (rows, newline) => {
          const read = await readTableOf(textOf([names(way), ...rows], way, newline));
          expect(read.names).toEqual([names(way)]);
          expect(read.rows).toEqual(rows);
        }),
        { numRuns: 60 },
      );
    });
  }

  it('below a title, notes and a line that says how it is written, whatever quotes stand there', async () => {
    const note = fc.constantFrom(
      'Orders 2024',
      'From: 2024-01-01',
      '"',
      'It\'s a 5" screen',
      '导出信息：',
      '----------',
      'All amounts in EUR, unless said',
      '',
    );
    const way: Way = { delimiter: ';', quote: '"' };
    await fc.assert(
      fc.asyncProperty(fc.array(note, { maxLength: 8 }), fc.boolean(), rowsOf(way), newlines, async (notes, said, rows, newline) => {
        const above = [...notes, ...(said ? ['sep=;'] : [])];
        const read = await readTableOf(above.map((line) => line + newline).join('') + textOf([NAMES, ...rows], way, newline));
        expect([read.above, read.names]).toEqual([above.length, [NAMES]]);
        expect(read.rows).toEqual(rows);
        expect(read.lines[0]).toBe(above.length + 2);
      }),
      { numRuns: 300 },
    );
  });

  it('without names, and nothing of it is taken for a title', async () => {
    const way: Way = { delimiter: ',', quote: '"' };
    await fc.assert(
      fc.asyncProperty(rowsOf(way), async (rows) => {
        const read = await readTableOf(textOf(rows, way, '\n'));
        expect([read.above, read.names]).toEqual([0, []]);
        expect(read.rows).toEqual(rows);
      }),
      { numRuns: 100 },
    );
  });

  it('below names in two and three rows, with groups above or labels and codes below', async () => {
    const way: Way = { delimiter: ',', quote: '"' };
    const group = ['', '', 'Text', '', 'Money'];
    const labels = ['', 'the day', 'in words', 'who', 'in EUR'];
    const codes = NAMES.map((name) => JSON.stringify({ ImportId: name }));
    const heads = fc.constantFrom([group, NAMES], [NAMES, labels], [NAMES, labels, codes], [NAMES, codes], [NAMES, NAMES]);
    await fc.assert(
      fc.asyncProperty(heads, rowsOf(way), async (head, rows) => {
        const read = await readTableOf(textOf([...head, ...rows], way, '\n'));
        expect(read.names).toEqual(head);
        expect(read.rows).toEqual(rows);
      }),
      { numRuns: 100 },
    );
  });
});

describe('no line is lost', () => {
  it('each is above the table, a row of names, or a row of data, whatever stands in it', async () => {
    const line = fc.string({
      unit: fc.constantFrom('a', 'B', '1', '2', ',', ',', ';', '\t', '|', ' ', '.', '-', ':', '，', '留'),
      maxLength: 14,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 14 }), async (lines) => {
        const read = await readTableOf(`${lines.join('\n')}\n`);
        const apart = read.apart.reduce((sum, count) => sum + count, 0);
        const found = read.above + read.names.length + read.rows.length + apart;
        if (read.refused === null) expect(found).toBe(lines.length);
        else expect([read.refused, lines.join('').replace(/[\s,;|，]/g, '')]).toEqual(['intake/empty-file', '']);
      }),
      { numRuns: 1500 },
    );
  });

  it('a first row of data is never a title, when rows of it are as wide as they like', async () => {
    const width = fc.integer({ min: 2, max: 6 });
    await fc.assert(
      fc.asyncProperty(fc.array(width, { minLength: 1, maxLength: 10 }), async (widths) => {
        const rows = widths.map((w, i) => Array.from({ length: w }, (_, c) => `${(i + 1) * 100 + c}`));
        const read = await readTableOf(rows.map((row) => `${row.join(',')}\n`).join(''));
        expect([read.above, read.rows.length]).toEqual([0, rows.length]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the first look', () => {
  it('takes less than 50 ms for 256 KB, of whatever they consist', () => {
    const heads = [
      'a,'.repeat(1 << 17),
      '"'.repeat(1 << 18),
      '"a\n'.repeat(1 << 16),
      '\'",'.repeat(80_000),
      `${'x'.repeat(300)}\n`.repeat(850),
      `${'12.50,2024-03-05,"a, ""b""",ann@b.org\n'.repeat(6500)}`,
      `${'1 2 3 4\n'.repeat(1 << 15)}`,
      `${`${'n,'.repeat(4999)}n\n`.repeat(26)}`,
      '\n'.repeat(1 << 18),
      '\\"'.repeat(1 << 17),
    ];
    for (const head of heads) {
      const times = Array.from({ length: 5 }, () => {
        const start = cpuTime();
        sniffDialect(head);
        return cpuTime() - start;
      });
      // Others use the machine too: the shortest time is what it takes.
      expect(Math.min(...times), JSON.stringify(head.slice(0, 20))).toBeLessThan(50);
    }
  });
});
