import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/answers';
import type { AnswersDocument, ScalarJson, TableJson } from '../../src/engine/answers-document';
import { dayFromYmd } from '../../src/terms/day';

const file = join(process.env.LIUKE_DATA ?? '../shared/data', 'online-retail', 'online_retail.csv');
const exists = existsSync(file);
if (!exists) console.warn('Online Retail is not there (LIUKE_DATA): its figures are not checked.');

/** Figures of the UCI Online Retail set with rows without a customer and refunds left out, as published and as DuckDB counts them. */
describe.runIf(exists)('Online Retail, refunds ignored', () => {
  let doc: AnswersDocument;
  let ms = 0;
  const scalar = (id: string): ScalarJson => doc.answers[id] as ScalarJson;

  beforeAll(async () => {
    let text = '';
    const started = performance.now();
    await run(['--refunds', 'ignore', file], {
      open: async (path) => new Blob([await readFile(path)]),
      today: dayFromYmd(2026, 1, 1),
      out: (part) => (text += part),
      err: (part) => (text += part),
    });
    ms = performance.now() - started;
    doc = JSON.parse(text) as AnswersDocument;
  }, 60_000);

  it('has 4,338 customers, 18,532 orders and £8,911,407.90', () => {
    expect(scalar('customers').value).toBe(4338);
    expect(scalar('orders').value).toBe(18_532);
    expect(scalar('net-revenue').value).toBeCloseTo(8_911_407.9, 6);
  });

  it('has 65.583 % repeat customers by orders and 64.315 % by order-days', () => {
    expect(scalar('repeat-customer-rate').value).toBeCloseTo(0.65583, 5);
    expect((scalar('repeat-customer-rate').variants!['by-order-days'] as ScalarJson).value).toBeCloseTo(0.64315, 5);
  });

  it('has the thirteen cohorts of the published table, and the first row of it', () => {
    const { rows } = doc.answers['retention-by-cohort'] as TableJson;
    expect(rows.map((row) => row[1])).toEqual([885, 417, 380, 452, 300, 284, 242, 188, 169, 299, 358, 323, 41]);
    expect(rows[0]!.slice(3)).toEqual([885, 324, 286, 340, 321, 352, 321, 309, 313, 350, 331, 445, 235]);
  });

  it('kept 324 of 885 customers in January 2011', () => {
    const { columns, rows } = scalar('customer-retention-rate').trend!;
    const january = rows.find((row) => row[0] === '2011-01-01')!;
    const cells = Object.fromEntries(columns.map((column, i) => [column.key, january[i]]));
    expect(Object.values(cells)).toContain(885);
    expect(Object.values(cells)).toContain(324);
  });

  it('accounts for all 541,909 rows', () => {
    const [count] = doc.files;
    expect(count!.rowsRead).toBe(541_909);
    expect(count!.rowsUsed + count!.rowsRejected).toBe(541_909);
    expect(Object.values(count!.rejectedBy).reduce((sum, rows) => sum + rows, 0)).toBe(count!.rowsRejected);
  });

  it('is read and answered in six seconds', () => {
    expect(ms).toBeLessThan(6000);
  });
});
