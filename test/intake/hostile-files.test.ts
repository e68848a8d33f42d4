import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { stageFile } from '../../src/intake/stage-file';
import type { Progress } from '../../src/terms/progress';
import { partsAsRecord, refusal, stage, sumOfRows, TODAY } from './helpers';

const bytes = (...values: number[]): Uint8Array<ArrayBuffer> => new Uint8Array(values);
const latin = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array([...text].map((letter) => letter.charCodeAt(0)));

/** A file of one letter again and again that is never in memory as a whole, and counts what was read of it. */
class EndlessFile extends Blob {
  read = 0;
  readonly #start: string;
  constructor(start: string) {
    super([]);
    this.#start = start;
  }
  override get size(): number {
    return 1 << 30;
  }
  override slice(from = 0, to = this.size): Blob {
    this.read += to - from;
    const head = from === 0 ? this.#start : '';
    return new Blob([head + 'a'.repeat(to - from - head.length)]);
  }
}

describe('files that are no tables of text', () => {
  it.each([
    ['a zip', latin('PK\x03\x04 readme.txt'), 'zip'],
    ['an xlsx', latin('PK\x03\x04....[Content_Types].xml....xl/workbook.xml'), 'xlsx'],
    ['a docx', latin('PK\x03\x04....[Content_Types].xml....word/document.xml'), 'docx'],
    ['an old xls', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), 'xls'],
    ['a pdf', latin('%PDF-1.7\n'), 'pdf'],
    ['a picture', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), 'png'],
    ['a gzip', new Uint8Array(gzipSync('a,b\n1,2\n')), 'gzip'],
    ['a page', latin('<!DOCTYPE html><html><table>'), 'html'],
    ['NUL bytes', latin('order,date,amount\n1,2024-03-05,\0\n'), 'binary'],
  ])('%s is refused by what it looks like, whatever its name', async (_, content, looksLike) => {
    expect(await refusal(content)).toEqual({ code: 'intake/not-text', facts: { looksLike } });
  });

  it.each([
    ['', 'intake/empty-file'],
    ['\n\n  \n', 'intake/empty-file'],
    ['\ufeff', 'intake/empty-file'],
    ['order,date,amount', 'intake/header-only'],
    ['order,date,amount\r\n', 'intake/header-only'],
    ['sep=;\norder;date;amount\n', 'intake/header-only'],
  ])('%j is refused', async (text, code) => {
    expect((await refusal(text)).code).toBe(code);
  });

  it('a file that cannot be read any more is unreadable', async () => {
    class Moved extends Blob {
      override slice(): Blob {
        return { arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotFoundError')) } as unknown as Blob;
      }
    }
    expect((await refusal(new Moved(['a,b\n1,2\n']))).code).toBe('intake/unreadable');
  });

  it('a line of 1 GB is refused within two seconds, and after a few megabytes', async () => {
    const file = new EndlessFile('order,date,amount\n');
    const start = performance.now();
    expect(await refusal(file)).toEqual({ code: 'intake/line-too-long', facts: { line: 2 } });
    expect(performance.now() - start).toBeLessThan(2000);
    expect(file.read).toBeLessThan(8 << 20);
  });

  it('a cell of 1 GB in quotes that never close is refused, with the line where it opens', async () => {
    const file = new EndlessFile('order,date,amount\n1,2024-03-05,2\n2,"x\ny');
    expect(await refusal(file)).toEqual({ code: 'intake/unclosed-quote', facts: { line: 3 } });
    expect(file.read).toBeLessThan(8 << 20);
  });

  it('an unclosed quote is refused with the line where it opens, behind cells of several lines', async () => {
    const text = 'order,note\n1,"two\nlines"\n2,"three\n\nlines"\n3,plain\n4,"never closed\n5,x\n';
    expect(await refusal(text)).toEqual({ code: 'intake/unclosed-quote', facts: { line: 8 } });
  });

  it('5,001 columns are too many', async () => {
    const header = Array.from({ length: 5001 }, (_, i) => `c${i}`).join(',');
    expect(await refusal(`${header}\n1,2\n`)).toMatchObject({ code: 'intake/too-many-columns', facts: { columns: 5001 } });
  });
});

describe('progress', () => {
  it('is told at most every 100 ms and at the end, when all bytes and rows are known', async () => {
    const rows = Array.from({ length: 150_000 }, (_, i) => `${i},c${i % 999},2024-03-05,${i % 100}.50`);
    const blob = new Blob([`order,customer,date,amount\n${rows.join('\n')}\n`]);
    const told: { progress: Progress; at: number }[] = [];
    await stageFile(blob, 'big.csv', TODAY, async () => undefined, (progress) => told.push({ progress, at: performance.now() })); // prettier-ignore
    expect(told.at(-1)!.progress).toEqual({ phase: 'read', rows: 150_000, rowsExpected: 150_000, bytes: blob.size, bytesTotal: blob.size });
    const gaps = told.slice(1, -1).map(({ at }, i) => at - told[i]!.at);
    expect(gaps.every((gap) => gap >= 99)).toBe(true);
  });
});

describe('files that are odd and harmless', () => {
  it('columns named like parts of every object are columns like others', async () => {
    const file = await stage('__proto__,constructor,toString,hasOwnProperty,order,customer,date,amount\nA,B,C,D,1,a,2024-03-05,2.50\n');
    const { columns, totals } = file.preview(file.plan);
    expect(columns.map((column) => [column.header, column.examples[0]!.raw]).slice(0, 4)).toEqual([
      ['__proto__', 'A'],
      ['constructor', 'B'],
      ['toString', 'C'],
      ['hasOwnProperty', 'D'],
    ]);
    expect([totals.worthMinor, ({} as Record<string, unknown>)['A']]).toEqual([250, undefined]);
  });

  it.each([
    ['one', ['1,a,2024-03-05,2,"Big" box', '2,a,2024-03-06,2,x']],
    ['every one', ['1,a,2024-03-05,2,"Big" box', '2,b,2024-03-06,2,"Small" box']],
    ['one before cells of several lines', ['1,a,2024-03-05,2,"Big" box', '2,b,2024-03-06,2,"two\nlines"', '3,b,2024-03-06,2,"x ""y"" z"']],
  ])('quotes that close before the end of a line do not swallow the file: %s', async (_, rows) => {
    const file = await stage(`order,customer,date,amount,product name\n${rows.join('\n')}\n`);
    expect(partsAsRecord(file.preview(file.plan).parts)).toEqual({ sale: [rows.length, 200 * rows.length] });
    expect(file.rowsOf(file.plan, 'sale', 0, 2).map((row) => [row.line, row.raw[4]])).toEqual([
      [2, '"Big" box'],
      [3, expect.anything()],
    ]);
  });

  it('a million bytes of them are read, not refused', async () => {
    const rows = Array.from({ length: 40_000 }, (_, i) => `${i},c${i % 50},2024-03-05,2,"Big" box ${i}`);
    const file = await stage(`order,customer,date,amount,product name\n${rows.join('\n')}\n`);
    expect(partsAsRecord(file.preview(file.plan).parts)).toEqual({ sale: [40_000, 8_000_000] });
    expect(file.rowsOf(file.plan, 'sale', 39_999, 1)[0]).toMatchObject({
      line: 40_001,
      raw: ['39999', 'c49', '2024-03-05', '2', '"Big" box 39999'],
    });
  });

  it('columns of one name stay apart', async () => {
    const file = await stage('order,amount,amount,date,customer\n1,2,3,2024-03-05,a\n');
    expect(file.plan.roles).toEqual(['order', 'amount', 'ignore', 'date', 'customer']);
  });

  it('cells that look like scripts are text', async () => {
    const cell = '<img src=x onerror=alert(1)>';
    const file = await stage(`order,customer,date,amount\n1,${cell},2024-03-05,2\n`);
    expect(file.rowsOf(file.plan, 'sale', 0, 5)[0]!.read.customer).toBe(cell);
  });

  it.each([
    [
      'UTF-8 with a mark',
      new Uint8Array([0xef, 0xbb, 0xbf, ...new TextEncoder().encode('order,customer,date,amount\n1,Zoë,2024-03-05,2\n')]),
      'utf-8',
    ],
    ['UTF-16 with a mark', utf16('\ufefforder,customer,date,amount\n1,Zoë,2024-03-05,2\n', true), 'utf-16le'],
    ['UTF-16 without a mark', utf16('order,customer,date,amount\n1,Zoë,2024-03-05,2\n', true), 'utf-16le'],
    ['UTF-16 big-endian without a mark', utf16('order,customer,date,amount\n1,Zoë,2024-03-05,2\n', false), 'utf-16be'],
    ['windows-1252', latin('order,customer,date,amount\n1,Zo\xeb,2024-03-05,2\n'), 'windows-1252'],
  ])('%s is recognised', async (_, content, encoding) => {
    const file = await stage(content);
    expect([file.plan.encoding, file.rowsOf(file.plan, 'sale', 0, 1)[0]!.read.customer]).toEqual([encoding, 'Zoë']);
  });

  it('an accented letter far behind the beginning does not spoil a windows-1252 file', async () => {
    const rows = Array.from({ length: 40_000 }, (_, i) => `${i},a,2024-03-05,2`);
    rows[20_001] += '\n99999,Zo\xeb,2024-03-05,2';
    const file = await stage(latin(`order,customer,date,amount\n${rows.join('\n')}\n`));
    expect([file.plan.encoding, file.preview(file.plan).undecodable, file.rows]).toEqual(['windows-1252', 0, 40_001]);
  });

  it('broken characters in UTF-8 are counted, not lost in silence', async () => {
    const rows = Array.from({ length: 9 }, (_, i) => `${i},Zoë,2024-03-05,2\n`);
    const text = new TextEncoder().encode(`order,customer,date,amount\n${rows.join('')}10,Z`);
    const file = await stage(new Uint8Array([...text, 0xc3, ...latin(',2024-03-05,2\n')]));
    expect(file.plan.encoding).toBe('utf-8');
    expect(file.preview(file.plan).undecodable).toBe(1);
  });

  it.each([
    [',', '"', 'order,customer,date,amount\n1,"a, b",2024-03-05,"1,234.50"\n'],
    [';', '"', 'order;customer;date;amount\n1;"a; b";2024-03-05;1.234,50\n2;c;2024-03-05;1,00\n'],
    ['\t', '"', 'order\tcustomer\tdate\tamount\n1\ta\t2024-03-05\t1,234.50\n'],
    ['|', '"', 'order|customer|date|amount\n1|a|2024-03-05|1,234.50\n'],
    [',', "'", "order,customer,date,amount\n1,'a, b',2024-03-05,'1,234.50'\n2,'c, d',2024-03-06,'1.00'\n"],
    [';', '"', 'sep=;\norder;customer;date;amount\n1;a;2024-03-05;1.234,50\n2;a;2024-03-06;1,00\n'],
  ] as const)('delimiter %j with quote %s is found out', async (delimiter, quote, text) => {
    const file = await stage(text);
    expect(file.plan.dialect).toEqual({ delimiter, quote, header: true, ...(text.startsWith('sep') ? { skip: 1 } : {}) });
    expect(file.rowsOf(file.plan, 'sale', 0, 1)[0]).toMatchObject({ line: text.startsWith('sep') ? 3 : 2, read: { amountMinor: 123_450 } });
  });

  it('a trailing line end is no row; other blank lines are, with a reason', async () => {
    const file = await stage('order,customer,date,amount\n1,a,2024-03-05,2\n\n2,b,2024-03-05,2\n,,,\n\n');
    const { parts, rows } = file.preview(file.plan);
    expect([rows, sumOfRows(parts), partsAsRecord(parts)]).toEqual([5, 5, { sale: [2, 400], 'empty-row': [3, 0] }]);
  });

  it('line ends of three sorts in one file count as one each, in cells too', async () => {
    const file = await stage('order,customer,date,amount\r\n1,"a\r\nb",2024-03-05,2\r2,c,2024-03-05,2\n3,d,2024-03-05,2');
    expect(file.rowsOf(file.plan, 'sale', 0, 9).map((row) => row.line)).toEqual([2, 4, 5]);
  });
});

function utf16(text: string, little: boolean): Uint8Array<ArrayBuffer> {
  const out = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i++) out.setUint16(i * 2, text.charCodeAt(i), little);
  return new Uint8Array(out.buffer);
}
