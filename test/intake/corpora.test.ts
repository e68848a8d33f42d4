import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { bytesOfData, filesOf, readTableOf, textOfData } from './corpus-reader';
import { hasData } from './helpers';

/** Rows that say something, names first, every line end in a cell as \n: blank rows are counted by the app and left out. */
function saying(rows: readonly string[][]): string[][] {
  return rows.filter((row) => row.some((cell) => cell.trim() !== '')).map((row) => row.map((cell) => cell.replace(/\r\n?/g, '\n')));
}

/** All rows that a file is read as, with the code of a refusal. */
async function rowsRead(file: string): Promise<{ rows: string[][]; refused: string | null }> {
  const { names, rows, refused } = await readTableOf(bytesOfData(file));
  return { rows: saying([...names, ...rows]), refused };
}

const SPECTRUM = 'csv/csv-spectrum';
/** Cells that the JSON has otherwise than its file. */
const CHANGED: Readonly<Record<string, { cells: Record<string, string>; because: string }>> = {
  'location_coordinates.csv': {
    cells: { 'Contact Phone Number': '2095257564' },
    because: 'the JSON has another phone number than the file',
  },
};
describe('csv-spectrum', () => {
  for (const file of hasData(SPECTRUM) ? filesOf(`${SPECTRUM}/csvs`) : [])
    it(`${file} is read as its JSON says, by the names of its columns`, async () => {
      const { names, rows } = await readTableOf(bytesOfData(`${SPECTRUM}/csvs/${file}`));
      const json = JSON.parse(textOfData(`${SPECTRUM}/json/${file.replace('.csv', '.json')}`)) as
        Record<string, string> | Record<string, string>[];
      const wanted = Array.isArray(json) ? json : [json];
      const changed = CHANGED[file];
      if (changed) wanted[0] = { ...wanted[0], ...changed.cells };
      expect(names).toEqual([Object.keys(wanted[0]!)]);
      expect(saying(rows)).toEqual(saying(wanted.map((record) => Object.values(record))));
    });
});

const TEST_DATA = 'csv/csv-test-data';
/** What becomes of files that have no right answer, or none that this app could give. */
const ODD: Readonly<Record<string, { rows: string[][]; refused?: string; because: string }>> = {
  'all-empty.csv': { rows: [], refused: 'intake/empty-file', because: 'two blank lines are no table' },
  'bad-header-no-header.csv': { rows: [], refused: 'intake/empty-file', because: 'the file has no bytes' },
  'bad-header-less-fields.csv': {
    rows: [
      ['foo', 'bar', 'baz'],
      ['1', '2'],
    ],
    because: 'the row keeps its two cells, and that one is missing',
  },
  'bad-header-more-fields.csv': {
    rows: [
      ['foo', 'bar', 'baz'],
      ['1', '2', '3', '4'],
    ],
    because: 'the row keeps its fourth cell',
  },
  'bad-header-wrong-header.csv': { rows: [['qux', 'quux', 'quuz']], because: 'any names are names' },
  'bad-missing-quote.csv': {
    rows: [
      ['foo', 'bar', 'baz'],
      ['1', '"I forgot to close this one', '3'],
    ],
    because: 'as a letter the quote makes a row of the last line',
  },
  'bad-quotes-with-unescaped-quote.csv': {
    rows: [
      ['foo', 'bar', 'baz'],
      ['1', 'Hey, I missed " it', '3'],
    ],
    because: 'one reading makes a row',
  },
  'bad-unescaped-quote.csv': {
    rows: [
      ['foo', 'bar', 'baz'],
      ['1', 'This "quotes" must be escaped', '3'],
    ],
    because: 'they do not begin a cell',
  },
};

describe('csv-test-data', () => {
  for (const file of hasData(TEST_DATA) ? filesOf(`${TEST_DATA}/csv`) : []) {
    const odd = ODD[file];
    it(odd ? `${file}: ${odd.because}` : `${file} is read as its JSON says`, async () => {
      const { rows, refused } = await rowsRead(`${TEST_DATA}/csv/${file}`);
      if (odd) return void expect({ rows, refused }).toEqual({ rows: odd.rows, refused: odd.refused ?? null });
      const wanted = JSON.parse(textOfData(`${TEST_DATA}/json/${file.replace('.csv', '.json')}`)) as (string[] | Record<string, string>)[];
      // Records have their names; files without are rows alone. A file of names alone has no record that could name them.
      const named = wanted.map((row) => (Array.isArray(row) ? row : Object.values(row)));
      const names = file.startsWith('header-') ? [['foo', 'bar', 'baz']] : [];
      expect(rows).toEqual(saying([...names, ...named]));
      expect(refused).toBe(null);
    });
  }
});

const CSVKIT = 'csv/csvkit/examples';
/** How files are written that are not written with commas in UTF-8 from their first line on. */
const WRITTEN: Readonly<Record<string, { encoding?: string; delimiter?: string }>> = {
  'dummy.tsv': { delimiter: '\t' },
  'sniff_limit.csv': { delimiter: ';' },
  'test_latin1.csv': { encoding: 'windows-1252' },
  'test_utf16_big.csv': { encoding: 'utf-16be' },
  'test_utf16_little.csv': { encoding: 'utf-16le' },
  'realdata/event-notification-rpt-lastmonth.txt': { delimiter: '|' },
};
/** Lines that stand above and below the table; the app counts them apart. */
const AROUND: Readonly<Record<string, { above: number; below: number }>> = {
  'realdata/Datagov_FY10_EDU_recp_by_State.csv': { above: 1, below: 2 },
};
/** Files that are no tables of this app, with the reason. */
const NOT_READ: Readonly<Record<string, string>> = {
  'empty.csv': 'intake/empty-file',
  'null_byte.csv': 'intake/not-text',
};
const FILES = hasData(CSVKIT)
  ? [...filesOf(CSVKIT), ...filesOf(`${CSVKIT}/realdata`).map((file) => `realdata/${file}`)].filter((file) => /\.(csv|tsv|txt)$/.test(file))
  : [];

describe('csvkit', () => {
  for (const file of FILES) {
    const code = NOT_READ[file];
    it(code ? `${file} is refused: ${code}` : `${file} is read as a reader that is told how it is written reads it`, async () => {
      const { rows, refused } = await rowsRead(`${CSVKIT}/${file}`);
      if (code) return void expect([rows, refused]).toEqual([[], code]);
      const { encoding = 'utf-8', delimiter = ',' } = WRITTEN[file] ?? {};
      const text = new TextDecoder(encoding).decode(bytesOfData(`${CSVKIT}/${file}`)).replace(/\r\n?/g, '\n');
      const { above, below } = AROUND[file] ?? { above: 0, below: 0 };
      const all = saying(Papa.parse<string[]>(text, { delimiter, newline: '\n' }).data);
      expect(rows).toEqual(all.slice(above, all.length - below));
      expect(refused).toBe(null);
    });
  }

  it.runIf(hasData(`${CSVKIT}/testfixed`))(
    'columns of fixed width are not told apart: their lines are rows of one cell, and none is lost',
    async () => {
      for (const file of ['testfixed', 'testfixed_skip_lines']) {
        const { names, rows, above, apart } = await readTableOf(bytesOfData(`${CSVKIT}/${file}`));
        const lines = textOfData(`${CSVKIT}/${file}`).trimEnd().split('\n');
        expect(names.length + rows.length + above + apart.reduce((sum, count) => sum + count, 0)).toBe(lines.length);
      }
    },
  );
});
