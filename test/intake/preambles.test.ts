import { describe, expect, it } from 'vitest';
import { columnNames } from '../../src/intake/meaning/column-names';
import type { Skipped } from '../../src/terms/preview';
import { readTableOf, bytesOfData } from './corpus-reader';
import { hasData, stage, stageData, sumOfRows } from './helpers';

/** Lines above the names, first name and rows of exports as shops and payment services write them, counted by hand. */
const EXPORTS: readonly [file: string, above: number, first: string, rows: number][] = [
  ['alipay-personal-GBK.csv', 24, '交易时间', 10],
  ['jd-personal-BOM.csv', 21, '交易时间', 26],
  ['meituan-personal-BOM-CRLF.csv', 19, '交易创建时间', 29],
  ['amazon-date-range-preamble.csv', 7, 'date/time', 4],
  ['amazon-unified-india-preamble.tsv', 5, 'date/time', 1],
  ['ebay-transaction-report-preamble.csv', 4, 'Transaction creation date', 3],
  ['ebay-sep-marker-preamble.csv', 2, 'Order number', 1],
  ['ebay-orders-trailer.csv', 0, 'Sales Record Number', 1],
  ['ebay-de-orders.csv', 0, 'Verkaufsprotokollnummer', 1],
  ['square-transactions-us-dates.csv', 0, 'Date', 3],
  ['square-items-sample.csv', 0, 'Date', 5],
  ['paypal-activity-decimal-comma.csv', 0, 'Date', 1],
  ['shopify-orders-sample.csv', 0, 'Name', 5],
  ['douyin-orders-BOM-leadingtab.csv', 0, '主订单编号', 3],
  ['qualtrics-three-row-header.csv', 0, 'StartDate', 2],
  ['surveymonkey-two-row-header.csv', 0, 'Respondent ID', 10],
  ['typeform-sample.csv', 0, '#', 3],
];

const lines = (skipped: readonly Skipped[]): Record<string, number> => Object.fromEntries(skipped.map((some) => [some.why, some.lines]));

describe('exports with lines above and below their data', () => {
  for (const [file, above, first, rows] of EXPORTS)
    it.runIf(hasData(`export-shapes/${file}`))(`${file}: ${above} lines, then "${first}", then ${rows} rows`, async () => {
      const read = await readTableOf(bytesOfData(`export-shapes/${file}`));
      expect([read.above, read.names[0]![0]!.trim(), read.rows.length]).toEqual([above, first, rows]);
    });

  it.runIf(hasData('export-shapes/alipay-personal-GBK.csv'))('the preview shows what stands above the names, with its lines', async () => {
    const file = await stageData('export-shapes/alipay-personal-GBK.csv');
    const [preamble, header] = file.preview(file.plan).skipped;
    expect(preamble).toMatchObject({ why: 'preamble', lines: 24 });
    expect(preamble!.examples).toHaveLength(5);
    expect(preamble!.examples[1]).toEqual({ line: 2, text: '导出信息：' });
    expect(header).toMatchObject({ why: 'header', lines: 1, examples: [{ line: 25 }] });
    expect(file.plan.dialect.skip).toBe(24);
  });

  it.runIf(hasData('export-shapes/ebay-orders-trailer.csv'))(
    'rows below the data are left out as such, and used and left out are the file',
    async () => {
      const file = await stageData('export-shapes/ebay-orders-trailer.csv');
      const { parts, rows } = file.preview(file.plan);
      expect(parts.find((part) => part.code === 'trailer-row')?.rows).toBe(2);
      expect([sumOfRows(parts), rows]).toEqual([3, 3]);
      expect(file.rowsOf(file.plan, 'trailer-row', 0, 5).map((row) => row.line)).toEqual([3, 4]);
    },
  );

  it.runIf(hasData('export-shapes/qualtrics-three-row-header.csv'))(
    'names in three rows are one name each, and what a program wrote is no part of it',
    async () => {
      const file = await stageData('export-shapes/qualtrics-three-row-header.csv');
      expect(lines(file.preview(file.plan).skipped)).toEqual({ header: 2, units: 1 });
      expect(file.plan.header.slice(0, 3)).toEqual(['StartDate', 'EndDate', 'Status']);
      expect(file.plan.header.find((name) => name.startsWith('Q1'))).toMatch(/^Q1.* \p{L}+/u);
    },
  );
});

describe('rows that are no data', () => {
  const TABLE = 'Order,Customer,Date,Amount\n1,ann,2024-03-01,5.00\n2,bob,2024-03-02,6.00\n3,ann,2024-03-03,7.00\n';
  const partsOf = async (text: string): Promise<Record<string, number>> => {
    const file = await stage(text);
    const { parts } = file.preview(file.plan);
    return Object.fromEntries(parts.map((part) => [part.code, part.rows]));
  };

  it.each([
    ['a count', '3 record(s) downloaded,,,\n'],
    ['a count in Chinese', '共3笔记录\n'],
    ['a line of dashes', '--------\n'],
    ['dashes around words', '------------------支付宝------------------\n'],
    ['a label', 'Seller ID: discounted-shop,,,\n'],
    ['a note behind a blank line', '\nNote: prices include tax\n'],
    ['when it was made', 'Generated on 2024-04-01,,,\n'],
  ])('%s below the data is left out', async (_, below) => {
    expect(await partsOf(TABLE + below)).toMatchObject({ sale: 3, 'trailer-row': 1 });
  });

  it('sums below the data are sums', async () => {
    expect(await partsOf(`${TABLE}Total,,,18.00\n`)).toEqual({ sale: 3, 'total-row': 1 });
    expect(await partsOf(`${TABLE}合计,,,18.00\n`)).toEqual({ sale: 3, 'total-row': 1 });
    expect(await partsOf(`${TABLE},,Grand total:,18.00\n\n3 rows\n`)).toMatchObject({ sale: 3, 'total-row': 1, 'trailer-row': 1 });
  });

  it('names that come once more are left out, and the rows below them count', async () => {
    expect(await partsOf(`${TABLE}${TABLE.replaceAll('2024', '2023')}`)).toEqual({ sale: 6, 'repeated-header': 1 });
  });

  it('another table behind the first is left out with its names, whether it is wider or narrower', async () => {
    const wider = 'Order,Customer,Date,Amount,Coupon\n1,ann,2024-03-01,5.00,X\n2,bob,2024-03-02,6.00,\n';
    const narrower = 'Order,Customer,Date\n1,ann,2024-03-01\n2,bob,2024-03-02\n';
    expect(await partsOf(TABLE + wider)).toEqual({ sale: 3, 'other-table': 3 });
    expect(await partsOf(TABLE + narrower)).toEqual({ sale: 3, 'other-table': 3 });
  });

  it('another table behind a blank line is left out, with its title, however its rows are filled up', async () => {
    const months = '\nSales by month\nMonth,Orders\nMarch,3\nApril,2\n';
    expect(await partsOf(TABLE + months)).toEqual({ sale: 3, 'empty-row': 1, 'other-table': 4 });
    const padded = months
      .trim()
      .split('\n')
      .map((line) => line + ','.repeat(3 - (line.match(/,/g)?.length ?? 0)));
    expect(await partsOf(`${TABLE},,,\n${padded.join('\n')}\n`)).toEqual({ sale: 3, 'empty-row': 1, 'other-table': 4 });
  });

  it('rows behind a blank line are of the same table when they have its cells, or are too few to tell', async () => {
    const more = '4,eve,2024-03-04,8.00\n5,eve,2024-03-05,9.00\n';
    expect(await partsOf(`${TABLE}\n${more}`)).toEqual({ sale: 5, 'empty-row': 1 });
    expect(await partsOf(`${TABLE}\nfree,words\n${more}`)).toMatchObject({ sale: 5, 'empty-row': 1 });
    expect((await readTableOf(`${TABLE}\nMonth,Orders\nMarch,3\n`)).apart).toEqual([1, 0, 0, 0]);
  });

  it('rows with one cell stay rows of the table where it has such rows anyway', async () => {
    const mails = 'email,name,phone\nann@x.org,,\nbob@x.org,,\n"Note: eve@x.org",,\n';
    const { rows, apart } = await readTableOf(mails);
    expect([rows.length, apart]).toEqual([3, [0, 0, 0, 0]]);
  });

  it('a first row of data is not taken for a second row of names because it lacks values', async () => {
    for (const row of ['1,n/a,n/a,-', '1,,,', 'x,soon,,', ',,2024-01-01,free']) {
      const { names, rows } = await readTableOf(TABLE.replace('\n', `\n${row}\n`));
      expect([names.length, rows.length]).toEqual([1, 4]);
    }
  });

  it('months over sums are names', async () => {
    const { names, rows } = await readTableOf('Customer,2024-01,2024-02\nann,5.00,6.00\nbob,7.00,8.00\n');
    expect([names, rows.length]).toEqual([[['Customer', '2024-01', '2024-02']], 2]);
  });

  it('a hundred thousand blank lines above a table are counted', async () => {
    const { above, rows, names } = await readTableOf(`${'\n'.repeat(100_000)}${TABLE}`);
    expect([above, rows.length, names.length]).toEqual([100_000, 3, 1]);
  });

  it('a question gives its words to its answers, and a column of its own keeps its name', async () => {
    const { names } = await readTableOf('Respondent ID,,Which?,,Score\n,E-mail,Red,Blue,Response\n1,a@x.org,Red,,5\n2,b@x.org,,Blue,4\n');
    expect(names).toHaveLength(2);
    expect(columnNames(names).names).toEqual(['Respondent ID', 'E-mail', 'Which? Red', 'Which? Blue', 'Score']);
  });

  it('a group of columns gives its name to columns that are called alike', async () => {
    const file = await stage('Order,Date,2023,,2024,\n,,Sold,Price,Sold,Price\n1,2024-03-01,2,5.00,3,6.00\n2,2024-03-02,1,4.00,2,5.00\n');
    expect(file.plan.header).toEqual(['Order', 'Date', '2023 Sold', '2023 Price', '2024 Sold', '2024 Price']);
  });
});

describe('what the user says about the file', () => {
  const TEXT = 'A title\nnot, quite\nOrder,Customer,Date,Amount\n1,ann,2024-03-01,5.00\n2,bob,2024-03-02,6.00\n';
  const how = { encoding: 'utf-8', dialect: { delimiter: ',', quote: '"', header: true } } as const;

  it('stands: where the names are, in how many rows, and that there are none', async () => {
    const namesOf = async (dialect: object): Promise<[string[], number]> => {
      const file = await stage(TEXT, { ...how, dialect: { ...how.dialect, ...dialect } });
      return [file.plan.header, file.rows];
    };
    expect(await namesOf({ skip: 2 })).toEqual([['Order', 'Customer', 'Date', 'Amount'], 2]);
    expect(await namesOf({ skip: 1 })).toEqual([['not', 'quite', '3', '4'], 3]);
    expect(await namesOf({ skip: 1, headerRows: 2 })).toEqual([['not', 'quite Customer', 'quite Date', 'quite Amount'], 2]);
    expect(await namesOf({ skip: 3, header: false })).toEqual([['1', '2', '3', '4'], 2]);
    expect(await namesOf({})).toEqual([['A title', '2', '3', '4'], 4]);
  });

  it('makes the file be read again when rows or cells would be others, and not otherwise', async () => {
    const file = await stage(TEXT);
    const { plan } = file;
    const again = (dialect: object): boolean => file.needsReading({ ...plan, dialect: { ...plan.dialect, ...dialect } });
    expect(plan.dialect).toEqual({ ...how.dialect, skip: 2 });
    for (const other of [{ skip: 1 }, { headerRows: 2 }, { header: false }, { escape: '\\' }, { quote: '' }, { delimiter: ', ' }])
      expect(again(other), JSON.stringify(other)).toBe(true);
    for (const same of [{}, { headerRows: 1 }, { skip: 2 }]) expect(again(same), JSON.stringify(same)).toBe(false);
  });
});
