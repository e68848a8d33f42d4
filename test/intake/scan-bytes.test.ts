import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readTable, type HowToRead } from '../../src/intake/reading/read-table';
import { canScan } from '../../src/intake/reading/scan-bytes';
import { ENCODINGS, type Dialect } from '../../src/terms/plan';
import { readOneWay } from './both-ways';
import { DATA, filesReadDifferently } from './scan-bytes-corpus';
import { agreeOnFiles } from './scan-bytes-law';

const COMMA: Dialect = { delimiter: ',', quote: '"', header: true };

function plain(how: Partial<HowToRead> = {}): HowToRead {
  return { encoding: 'utf-8', dialect: COMMA, guessed: false, width: 0, ...how };
}

/** Reads a text both ways, in slices of several sizes, and gives what the direct way gave. */
async function bothWays(content: string | Uint8Array<ArrayBuffer>, how: Partial<HowToRead> = {}): Promise<Record<string, unknown>> {
  const blob = new Blob([content]);
  let direct: unknown;
  for (const slice of [1, 2, 3, 7, 16, 1 << 20]) {
    direct = await readOneWay(blob, plain({ ...how, slice }));
    expect(direct).toEqual(await readOneWay(blob, plain({ ...how, slice, direct: false })));
  }
  return direct as Record<string, unknown>;
}

describe('rows found in bytes are those that the parser finds', () => {
  it('in any file, in any dialect and encoding, wherever the slices are cut', { timeout: 120_000 }, () => agreeOnFiles(3000));

  const head = 'id,name\n1,first\n';
  it.each([
    ['doubled quotes', '2,"a ""b"""\n3,""""\n4,""\n'],
    ['line ends of every sort in quotes', '2,"a\r\nb"\n3,"a\rb"\n4,"a\nb\n"\n5,x'],
    ['line ends of every sort between rows', '2,a\r\n3,b\r4,c\n\n\r\n5,d\r'],
    ['quotes where they mean nothing', '2,5" pipe\n3,a"b"\n4,x "y"\n'],
    ['a quote that closes too early', '2,"Big" box\n3,b\n'],
    ['a blank line before a quote that closes too early', '2,a\n\n""b\n3,c\n'],
    ['blanks behind a quote', '2,"a" \n3,"b" ,\n4,c\n'],
    ['a quote that is never closed', '2,a\n3,"b\n4,c\n'],
    ['rows of other widths', '2\n3,a,b\n,\n4,a,,\n5,b, \n'],
    ['letters of many bytes, some of them damaged', '2,é\n3,留客\n4,😀\n5,\ufffd\n6,x\n'],
    ['a byte order mark inside', '2,\ufeffa\n\ufeff3,b\n'],
    ['a zero byte', '2,a\n3,\0\n'],
    ['nothing behind the names', ''],
  ])('%s', async (_, text) => {
    await bothWays(head + text);
    await bothWays(head + text, { dialect: { ...COMMA, header: false } });
    await bothWays(head + text, { dialect: { ...COMMA, quote: '' } });
  });

  it('bytes that are no UTF-8 are counted, or end the reading when UTF-8 was a guess', async () => {
    const bytes = new Uint8Array([...new TextEncoder().encode('id,name\n1,é\n2,留\n3,b\n'), 0x34, 0x2c, 0xe9, 0x0a, 0x35, 0x2c, 0x63]);
    expect(await bothWays(bytes)).toMatchObject({ rows: 5, undecodable: 1, undecodableLines: [5] });
    await bothWays(bytes, { guessed: true });
  });

  it('a row longer than a slice, and one that is too long', async () => {
    const long = 'x'.repeat(3 << 20);
    for (const text of [
      `a,b\n1,${long}\n2,c\n`,
      `a,b\n1,"${long}"\n2,c\n`,
      `a,b\n1,"${long}\n${long}"\n2,c\n`,
      `a,b\n1,${long}${long}\n2,c\n`,
    ]) {
      const blob = new Blob([text]);
      expect(await readOneWay(blob, plain())).toEqual(await readOneWay(blob, plain({ direct: false })));
    }
  });

  it('more fields than are found at a time, and more columns', async () => {
    for (const columns of [1, 3, 200, 4999]) {
      const row = (from: number) => Array.from({ length: columns }, (_, c) => from + (c % 7)).join(',');
      const text = Array.from({ length: Math.ceil(40_000 / columns) }, (_, r) => row(r)).join('\n');
      const blob = new Blob([text]);
      expect(await readOneWay(blob, plain())).toEqual(await readOneWay(blob, plain({ direct: false })));
    }
  });
});

it('the direct way is taken where every byte below 0x80 is what it seems, and for dialects of one letter', () => {
  expect(ENCODINGS.filter((encoding) => !canScan(encoding, COMMA))).toEqual(['utf-16le', 'utf-16be']);
  expect(ENCODINGS.filter((encoding) => canScan(encoding, { ...COMMA, delimiter: '|' }))).toEqual([
    'utf-8',
    'windows-1252',
    'windows-1250',
    'windows-1251',
  ]);
  for (const delimiter of [' ', ', ', '，'] as const) expect(canScan('utf-8', { ...COMMA, delimiter })).toBe(false);
  expect(canScan('utf-8', { ...COMMA, escape: '\\' })).toBe(false);
});

it('a plain file is read in the direct way, a damaged row by the parser, and the rows after it in the direct way again', async () => {
  const text = `a,b\n${'1,x\n'.repeat(1000)}2,"Big" box\n${'3,y\n'.repeat(1000)}`;
  const { table } = (await readTable(new Blob([text]), plain({ slice: 500 }), () => undefined)) as Extract<
    Awaited<ReturnType<typeof readTable>>,
    { table: unknown }
  >;
  expect(table.rows).toBe(2001);
  expect(table.cells(1000)).toEqual(['2', '"Big" box']);
  expect(table.lineOf(2000)).toBe(2002);
});

describe.runIf(existsSync(DATA))('the files of the shared data', () => {
  it('are read alike both ways: every tenth of the smaller ones here, all of them in the long trials', { timeout: 300_000 }, async () => {
    expect(await filesReadDifferently((bytes, file) => (bytes < 200_000 && file % 10 === 0 ? [100, 1 << 20] : []))).toEqual([]);
  });
});
