import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { packedSize } from '../../src/core/columns/packed-strings';
import { csvRecord } from '../../src/intake/table/csv-record';
import { RowParser } from '../../src/intake/reading/row-parser';
import { PieceDecoder, piecesOf, withNewlines } from '../../src/intake/decoding/text-source';
import type { Dialect, ImportPlan } from '../../src/terms/plan';
import { orderLines } from '../../src/intake/staged-import';
import { refusal, stage, sumOfRows } from './helpers';

const COMMA: Dialect = { delimiter: ',', quote: '"', header: true };

/** Rows with their lines, the text handed over in pieces of the given lengths. */
function inPieces(text: string, lengths: readonly number[], dialect: Dialect = COMMA): { cells: string[]; line: number }[] {
  const rows: { cells: string[]; line: number }[] = [];
  const parser = new RowParser(dialect, (cells, line) => rows.push({ cells, line }));
  let at = 0;
  for (let i = 0; at < text.length; i++) {
    const length = lengths[i % lengths.length]!;
    parser.push(text.slice(at, at + length));
    at += length;
  }
  parser.finish();
  return rows;
}

const cell = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'b', ',', '"', '\n', ' ', '留', '😀', '1'), maxLength: 6 }),
  fc.constantFrom('', 'x', '12.50', '2024-03-05', '__proto__'),
);
const rowsOf = (columns: number) => fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 12 });
const lengths = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 });

describe('reading in pieces', () => {
  it('gives the rows of the whole text, wherever the pieces are cut, with the line on which each begins', () => {
    fc.assert(
      fc.property(rowsOf(3), lengths, fc.boolean(), (rows, pieces, ends) => {
        const text = rows.map((row) => csvRecord(row)).join('\n') + (ends ? '\n' : '');
        const whole = Papa.parse<string[]>(text, { delimiter: ',', newline: '\n' }).data;
        if (ends) whole.pop();
        const read = inPieces(text, pieces);
        expect(read.map((row) => row.cells)).toEqual(whole);
        let line = 1;
        for (const [i, row] of rows.entries()) {
          expect(read[i]!.line).toBe(line);
          line += csvRecord(row).split('\n').length;
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('gives back what RFC 4180 wrote, cell for cell', () => {
    fc.assert(
      fc.property(rowsOf(4), lengths, (rows, pieces) => {
        expect(inPieces(`${rows.map((row) => csvRecord(row)).join('\n')}\n`, pieces).map((row) => row.cells)).toEqual(rows);
      }),
      { numRuns: 2000 },
    );
  });

  it('refuses an unclosed quote at the same line however the text is cut', () => {
    const lineOf = (pieces: readonly number[]): unknown => {
      try {
        return inPieces('a,b\n1,"x\ny"\n2,"open\n3,4\n', pieces).length;
      } catch (error) {
        return (error as { facts: unknown }).facts;
      }
    };
    fc.assert(fc.property(lengths, (pieces) => void expect(lineOf(pieces)).toEqual({ line: 4 })));
  });

  it('a cell of several lines in a file with blanks behind its commas is one cell, however the text is cut', () => {
    const text = 'a, b\n1, "x\ny"\n2, "three\n\nlines"\n3, 4\n';
    const rows = [
      ['a', 'b'],
      ['1', 'x\ny'],
      ['2', 'three\n\nlines'],
      ['3', '4'],
    ];
    const dialect = { ...COMMA, delimiter: ', ' } as const;
    fc.assert(fc.property(lengths, (pieces) => void expect(inPieces(text, pieces, dialect).map((row) => row.cells)).toEqual(rows)));
  });

  it('an unclosed quote that is a letter ends with its line, and the rows are the same however the text is cut', () => {
    const text = 'a,b\n1,"x\ny"\n2,"open\n3,4\n';
    const rows = [
      ['a', 'b'],
      ['1', 'x\ny'],
      ['2', '"open'],
      ['3', '4'],
    ];
    for (const dialect of [COMMA, { ...COMMA, delimiter: ', ' } as const])
      fc.assert(
        fc.property(lengths, (pieces) => {
          const read = inPieces(text.replaceAll(',', dialect.delimiter), pieces, { ...dialect, openQuotes: 'letters' });
          expect(read.map((row) => row.cells)).toEqual(rows);
        }),
      );
  });

  it('a quote that closes too early swallows no other row, however the text is cut', () => {
    const text = 'a,b,c\n1,"Big" box,2\n2,"x, y",3\n3,"two\nlines",4\n4,"Bad" one,5';
    const rows = [
      ['a', 'b', 'c'],
      ['1', '"Big" box', '2'],
      ['2', 'x, y', '3'],
      ['3', 'two\nlines', '4'],
      ['4', '"Bad" one', '5'],
      ['9', 'z', '9'],
    ];
    fc.assert(
      fc.property(lengths, (pieces) => {
        const read = inPieces(`${text}\n9,"z",9\n`, pieces);
        expect(read.map((row) => row.cells)).toEqual(rows);
        expect(read.map((row) => row.line)).toEqual([1, 2, 3, 4, 6, 7]);
      }),
    );
  });

  it('a line that is a whole row stays one, whatever quotes close too early in it', () => {
    const cell = fc.constantFrom('x', '', '5" nail', '"Big" box', '"q"', '"a, b"', '"q ""w"" e"', '""', '"Big" box of "x"');
    const line = fc.array(cell, { minLength: 3, maxLength: 3 }).map((cells) => cells.join(','));
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (lines) => {
        const read = inPieces(['a,b,c', ...lines].join('\n'), [1 << 20]);
        expect(read.map((row) => [row.line, row.cells.length])).toEqual(read.map((_, i) => [i + 1, 3]));
        expect(read.length).toBe(lines.length + 1);
      }),
      { numRuns: 1000 },
    );
  });

  it('quotes that nobody doubled stay in a cell of several lines', () => {
    fc.assert(
      fc.property(lengths, (pieces) => {
        const read = inPieces('a,b,c\n1,"she said "no" twice\nand left",2\n3,x,4\n', pieces);
        expect(read.map((row) => row.cells)).toEqual([
          ['a', 'b', 'c'],
          ['1', 'she said "no" twice\nand left', '2'],
          ['3', 'x', '4'],
        ]);
      }),
    );
  });

  it('line ends become \\n as if the text had come at once', async () => {
    const piece = fc.constantFrom('\r', '\n', '\r\n', 'a', '留');
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (parts) => {
        const text = parts.join('');
        // Padding puts the pieces on the edge of the first megabyte that is read.
        const padded = 'x'.repeat((1 << 20) - 10) + text;
        let read = '';
        const decoder = new PieceDecoder('utf-8');
        for await (const { bytes, last } of piecesOf(new Blob([padded]))) read += decoder.next(bytes, last);
        expect(read).toBe(withNewlines(padded));
      }),
      { numRuns: 60 },
    );
  });
});

describe('a dirty file', () => {
  const dirty = {
    order: fc.constantFrom('1', '2', '3', 'C4', '', ' ', 'Total', '5.0'),
    customer: fc.constantFrom('a', 'b@X.org', '', '(blank)', 'N/A', '0007'),
    date: fc.constantFrom('2024-03-05', '2024-03-06 10:00:00', '', 'soon', '2099-01-01', '2024-02-30'),
    amount: fc.constantFrom('1.50', '-2', '0', '', 'free', '(3.00)', '1,234.50', '0.005', '1e3'),
    quantity: fc.constantFrom('1', '2', '-1', '', 'x', '0.333'),
    status: fc.constantFrom('paid', 'cancelled', 'refunded', 'refund', '', 'whatever'),
    currency: fc.constantFrom('EUR', 'USD', ''),
    tail: fc.constantFrom('', ',', ',stray', ',,'),
  };
  const rules = fc.record({
    negative: fc.constantFrom('refund', 'leave-out'),
    noCustomer: fc.constantFrom('leave-out', 'guest'),
    zero: fc.constantFrom('leave-out', 'keep'),
    cancelled: fc.constantFrom('leave-out', 'keep'),
    orderless: fc.constantFrom('row', 'customer-day'),
  }) as fc.Arbitrary<ImportPlan['rules']>;

  it('loses no row under any rules or roles: the parts are the file, and used and left out are the parts', async () => {
    const row = fc.record(dirty).map((r) => csvRecord([r.order, r.customer, r.date, r.amount, r.quantity, r.status, r.currency]) + r.tail);
    const money = fc.constantFrom('amount', 'order-amount', 'unit-price', 'ignore');
    const kept = fc.constantFrom('order', 'ignore');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof({ weight: 9, arbitrary: row }, { weight: 1, arbitrary: fc.constantFrom('', 'short', ',,,,,,') }), {
          minLength: 1,
          maxLength: 25,
        }),
        rules,
        money,
        kept,
        async (rows, chosen, way, order) => {
          const file = await stage(
            `order,customer,date,amount,quantity,status,currency\n2024001,z,2024-03-05,5.00,1,paid,EUR\n${rows.join('\n')}\n`,
          );
          const roles: ImportPlan['roles'] = [order, 'customer', 'date', way, 'quantity', 'status', 'currency'];
          const plan: ImportPlan = {
            ...file.plan,
            roles: [...roles, ...file.plan.roles.slice(7)],
            dateOrder: 'ymd',
            rules: chosen,
            currency: { code: 'EUR', digits: 2 },
          };
          const { parts, rows: count, totals } = file.preview(plan);
          expect([count, sumOfRows(parts)]).toEqual([rows.length + 1, rows.length + 1]);
          expect(parts.every((part) => Number.isInteger(part.worthMinor))).toBe(true);
          if (way === 'ignore') return;
          const built = file.build(plan, () => undefined);
          const { leftOut } = built;
          const batch = orderLines(built);
          expect(batch.lines.rows + leftOut.rows).toBe(count);
          expect(packedSize(leftOut.cells)).toBe(leftOut.rows);
          const used = parts.filter((part) => part.code === 'sale' || part.code === 'refund').reduce((sum, part) => sum + part.rows, 0);
          expect(batch.lines.rows).toBe(used);
          const { order: numbers, customer, kind } = batch.lines;
          // The book keeps customers apart, so a number that two of them share is two orders.
          const orders = new Set(Array.from(numbers, (number, i) => `${number} ${customer[i]}`).filter((_, i) => kind[i] === 0));
          expect(orders.size).toBe(totals.orders);
          expect([...batch.lines.line, ...leftOut.line].sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, i) => i + 2));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is read or refused with a code of the intake, never with a crash', async () => {
    const junk = fc.string({
      unit: fc.constantFrom('a', '1', ',', ';', '"', "'", '\n', '\r', '\t', '|', ' ', '.', '-', '留', '\0'),
      maxLength: 80,
    });
    await fc.assert(
      fc.asyncProperty(junk, async (text) => {
        const { code } = await refusal(text);
        expect(code).toMatch(/^intake\/|^read without complaint$/);
      }),
      { numRuns: 500 },
    );
  });
});
