import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/answers';
import type { AnswersDocument, ScalarJson, TableJson } from '../../src/engine/answers-document';
import { dayFromYmd } from '../../src/terms/day';
import { METRICS } from '../../src/core/metrics/registry';

/** Three customers: a buys in January, twice in February (once given back in full) and in March, b in January and March, c in March. */
const SHOP = `order_id,customer_id,order_date,sku,quantity,unit_price,currency
1,a,2024-01-05,T1,2,10.00,GBP
1,a,2024-01-05,T2,1,5.50,GBP
2,b,2024-01-20,T1,1,10.00,GBP
3,a,2024-02-01,T1,1,10.00,GBP
4,a,2024-02-02,T3,1,7.25,GBP
4,a,2024-02-09,T3,-1,7.25,GBP
5,b,2024-03-03,T1,1,10.00,GBP
6,c,2024-03-04,T1,1,10.00,GBP
7,a,2024-03-31,T1,1,10.00,GBP
8,,2024-03-31,T1,1,99.00,GBP
9,c,not a day,T1,1,99.00,GBP
`;

/** The command over files that exist only here. */
async function answers(
  argv: string[],
  files: Record<string, string> = { 'shop.csv': SHOP },
): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const code = await run(argv, {
    open: (path) => (Object.hasOwn(files, path) ? Promise.resolve(new Blob([files[path]!])) : Promise.reject(new Error('no such file'))),
    today: dayFromYmd(2026, 1, 1),
    out: (text) => (out += text),
    err: (text) => (err += text),
  });
  return { code, out, err };
}

async function document(argv: string[], files?: Record<string, string>): Promise<AnswersDocument> {
  const { code, out, err } = await answers(argv, files);
  expect(err).toBe('');
  expect(code).toBe(0);
  return JSON.parse(out) as AnswersDocument;
}

const value = (doc: AnswersDocument, id: string): unknown => (doc.answers[id] as ScalarJson).value;

describe('answers', () => {
  it('every metric is answered, and every row of the file is used or rejected for a reason', async () => {
    const doc = await document(['shop.csv']);
    expect(Object.keys(doc.answers)).toEqual(METRICS.map((metric) => metric.id));
    expect(doc.app).toBe('liuke');
    expect(doc.currency).toBe('GBP');
    expect(doc.view).toMatchObject({ from: '2024-01-05', to: '2024-04-01', asOf: '2024-03-31', grain: 'month', refunds: 'behaviour' });
    expect(doc.files).toEqual([
      { name: 'shop.csv', kind: 'orders', rowsRead: 11, rowsUsed: 9, rowsRejected: 2, rejectedBy: { 'no-customer': 1, 'bad-date': 1 } },
    ]);
  });

  it('money is in pounds, and each refund view counts as it says', async () => {
    const sums = { behaviour: [6, 75.5], accounting: [7, 75.5], ignore: [7, 82.75] };
    for (const [refunds, [orders, revenue]] of Object.entries(sums)) {
      const doc = await document(['--refunds', refunds, 'shop.csv']);
      expect([refunds, value(doc, 'orders'), value(doc, 'net-revenue')]).toEqual([refunds, orders, revenue]);
    }
  });

  it('a period ends before --to, and --as-of hides what came later', async () => {
    const doc = await document(['--from=2024-01-01', '--to=2024-03-31', 'shop.csv']);
    expect(value(doc, 'orders')).toBe(5);
    const early = await document(['--as-of', '2024-02-29', 'shop.csv']);
    expect(early.view.to).toBe('2024-03-01');
    expect(value(early, 'customers')).toBe(2);
  });

  it('an absent answer says why and nothing else', async () => {
    const doc = await document(['--from', '2030-01-01', '--to', '2030-02-01', 'shop.csv']);
    expect(doc.answers['net-revenue']).toEqual({ value: null, why: 'no-orders' });
  });

  it('a cohort of two keeps its size, and what it did is withheld unless it is asked for', async () => {
    const [withheld, given] = [await document(['shop.csv']), await document(['--small', 'shop.csv'])];
    expect((withheld.answers['retention-by-cohort'] as TableJson).rows[0]!.slice(0, 4)).toEqual(['2024-01-01', 2, null, null]);
    expect(withheld.answers['repeat-customer-rate']).toMatchObject({ value: null, why: 'suppressed' });
    expect(given.answers['repeat-customer-rate']).not.toMatchObject({ value: null });
    expect(given.contract).toEqual(withheld.contract);
    expect(given.data.fingerprint).toMatch(/^[0-9a-f]{64}$/);
  });

  it('cohorts come as a table with its columns, by the grain asked for', async () => {
    const months = (await document(['--small', 'shop.csv'])).answers['retention-by-cohort'] as TableJson;
    expect(months.columns.slice(0, 4).map((column) => column.key)).toEqual(['cohort', 'size', 'complete', 'p0']);
    expect(months.rows.map((row) => row.slice(0, 2))).toEqual([
      ['2024-01-01', 2],
      ['2024-02-01', 0],
      ['2024-03-01', 1],
    ]);
    expect(months.rows[0]!.slice(3)).toEqual([2, 1, 2]);
    const quarters = (await document(['--grain', 'quarter', 'shop.csv'])).answers['retention-by-cohort'] as TableJson;
    expect(quarters.rows.map((row) => row.slice(0, 2))).toEqual([['2024-01-01', 3]]);
  });

  it('two files are one shop: an order of both is one order', async () => {
    const lines = SHOP.trim().split('\n');
    const split = { 'a.csv': lines.slice(0, 6).join('\n'), 'b.csv': [lines[0], ...lines.slice(6)].join('\n') };
    const together = await document(['a.csv', 'b.csv'], split);
    const whole = await document(['shop.csv']);
    expect(together.answers).toEqual(whole.answers);
    expect(together.files.map((file) => file.rowsRead)).toEqual([5, 6]);
  });
});

describe('mappings', () => {
  const BARE = ' 1 1 20240105 2 25.50\n 2 2 20240120 1 10.00\n 1 1 20240201 1 10.00\n 2 2 20240303 1 10.00\n';

  it('columns are named by number in a file without a header', async () => {
    const map = ['1=customer', '2=ignore', '3=date', '4=quantity', '5=amount'].flatMap((one) => ['--map', one]);
    const doc = await document([...map, 'bare.txt'], { 'bare.txt': BARE });
    expect([value(doc, 'customers'), value(doc, 'orders'), value(doc, 'net-revenue')]).toEqual([2, 4, 55.5]);
  });

  it('a column is named by its header, and the guess gives way', async () => {
    const files = { 'shop.csv': 'order,buyer,household,date,total\n1,a,h,2024-01-01,5\n2,b,h,2024-01-02,5\n' };
    expect(value(await document(['shop.csv', '--map', 'Household=customer'], files), 'customers')).toBe(1);
    expect(value(await document(['shop.csv', '--map=2=customer'], files), 'customers')).toBe(2);
  });

  it('an unknown meaning lists the meanings, an unknown column lists the columns; both are mistakes of the command line', async () => {
    const meaning = await answers(['--map', 'sku=colour', 'shop.csv']);
    expect(meaning).toMatchObject({ code: 2, out: '' });
    expect(meaning.err).toContain('customer-name');
    const column = await answers(['--map', 'colour=product', 'shop.csv']);
    expect(column).toMatchObject({ code: 2, out: '' });
    expect(column.err).toContain('order_date');
  });
});

describe('what cannot be read', () => {
  const AMBIGUOUS = 'order,customer,date,total\n1,a,03/04/2024,5\n2,a,05/06/2024,5\n3,b,01/02/2024,5\n';

  it('ambiguous dates are not guessed: the file is named and the choice is offered', async () => {
    const { code, out, err } = await answers(['eu.csv'], { 'eu.csv': AMBIGUOUS });
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toMatch(/^eu\.csv: .*--dates dmy or --dates mdy|^eu\.csv: .*--dates mdy or --dates dmy/);
    expect((await document(['--dates', 'dmy', 'eu.csv'], { 'eu.csv': AMBIGUOUS })).view.from).toBe('2024-02-01');
    expect((await document(['--dates', 'mdy', 'eu.csv'], { 'eu.csv': AMBIGUOUS })).view.from).toBe('2024-01-02');
  });

  it('ambiguous numbers are not guessed either', async () => {
    const files = { 'eu.csv': 'order,customer,date,total\n1,a,2024-03-04,1.234\n2,b,2024-03-05,2.500\n' };
    const { code, out, err } = await answers(['eu.csv'], files);
    expect([code, out, err]).toEqual([3, '', expect.stringContaining('--decimal point or --decimal comma')]);
    const revenue = async (mark: string) => (await document(['--decimal', mark, 'eu.csv'], files)).answers['net-revenue'];
    expect([await revenue('point'), await revenue('comma')]).toMatchObject([{ value: 3.73 }, { value: 3_734 }]);
    expect((await answers(['--decimal', 'dot', 'eu.csv'], files)).code).toBe(2);
  });

  it('ids that a spreadsheet rounded are not counted as if they were whole', async () => {
    const { code, err } = await answers(['x.csv'], {
      'x.csv': 'order,customer,date,total\n8.61E+12,a,2024-01-01,5\n8.61E+12,b,2024-01-02,5\n',
    });
    expect([code, err]).toEqual([3, expect.stringContaining('rounded')]);
  });

  it('a file without a customer column is a question, with the columns it has', async () => {
    const { code, err } = await answers(['x.csv'], { 'x.csv': 'order,date,total\n1,2024-01-01,5\n2,2024-01-02,5\n' });
    expect(code).toBe(3);
    expect(err).toContain('--map');
    expect(err).toContain('3 total');
  });

  it('files in two currencies are not added up', async () => {
    const files = { 'a.csv': SHOP, 'b.csv': SHOP.replaceAll('GBP', 'EUR') };
    expect(await answers(['a.csv', 'b.csv'], files)).toMatchObject({ code: 3, out: '' });
  });

  it('the same bytes under two names are not counted twice', async () => {
    const { code, out, err } = await answers(['a.csv', 'copy.csv'], { 'a.csv': SHOP, 'copy.csv': SHOP });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('copy.csv: the same file as a.csv');
  });

  it('an empty file, an archive and a missing file are each said by name', async () => {
    const files = { 'empty.csv': '', 'book.csv': 'PK\u0003\u0004 and so on' };
    for (const name of ['empty.csv', 'book.csv', 'gone.csv']) {
      const { code, out, err } = await answers([name], files);
      expect({ name, code, out }).toEqual({ name, code: 1, out: '' });
      expect(err.startsWith(`${name}: `)).toBe(true);
    }
  });

  it('a wrong option is a mistake of the command line', async () => {
    for (const argv of [
      [],
      ['--nope', 'x'],
      ['--from', '2024-13-01'],
      ['--grain', 'year'],
      ['--refunds'],
      ['--from', '2024-02-01', '--to', '2024-01-01', 'shop.csv'],
    ]) {
      const { code, out, err } = await answers(argv);
      expect({ argv, code, out }).toEqual({ argv, code: 2, out: '' });
      expect(err).not.toBe('');
    }
  });

  it('help says that --to is exclusive and which unit money has', async () => {
    const { code, out } = await answers(['--help']);
    expect(code).toBe(0);
    expect(out).toContain('NOT looked at any more');
    expect(out).toContain('major units');
  });
});

describe('the command itself', () => {
  const folder = mkdtempSync(join(tmpdir(), 'liuke-answers-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const command = (argv: string[]): ReturnType<typeof spawnSync> =>
    spawnSync(process.execPath, ['.scripts/answers.mjs', ...argv], { encoding: 'utf8', maxBuffer: 1e8 });

  it('prints one JSON object and nothing else on stdout, with the version of the package', () => {
    const file = join(folder, 'shop.csv');
    writeFileSync(file, SHOP);
    const { status, stdout } = command([file]);
    expect(status).toBe(0);
    const doc = JSON.parse(String(stdout)) as AnswersDocument;
    expect(doc.version).toBe((JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version);
    expect(doc.files[0]!.name).toBe('shop.csv');
    expect(command(['--grain', 'year', file]).status).toBe(2);
  }, 60_000);
});
