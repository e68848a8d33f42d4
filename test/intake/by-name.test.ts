import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameKey } from '../../src/intake/meaning/name-keys';
import type { ImportPlan } from '../../src/terms/plan';
import { orderLines } from '../../src/intake/staged-import';
import { unpack } from '../../src/core/columns/packed-strings';
import { hasData, rolesByHeader, stage, stageData, withRoles } from './helpers';

const HEAD = 'First Name,Last Name,Receipt Number,Date,Sale Total';
const csv = (...rows: string[]) => [HEAD, ...rows, ''].join('\n');
const TEXT = csv('Ann,Lee,1,2024-01-15,10.00', 'ann,LEE ,2,2024-01-16,5.00', 'Ann,Li,3,2024-01-17,2.00');

function customersOf(staged: Awaited<ReturnType<typeof stage>>, plan: ImportPlan): string[] {
  const { lines, customers } = orderLines(staged.build(plan, () => undefined));
  return Array.from(lines.customer, (code) => unpack(customers, code));
}

describe('orders that name their customers and have no key of them', () => {
  it('are told apart by first and last name together, whatever the case and the blanks', async () => {
    const staged = await stage(TEXT);
    expect(rolesByHeader(staged.plan)).toMatchObject({ 'First Name': 'customer-name', 'Last Name': 'customer-name' });
    const { questions, totals } = staged.preview(staged.plan);
    expect([questions, totals.customers, totals.orders]).toEqual([[], 2, 3]);
    expect(customersOf(staged, staged.plan)).toEqual(['ann lee', 'ann lee', 'ann li']);
  });

  it('are kept with the name as it is written, and the preview asks that it be seen', async () => {
    const staged = await stage(TEXT);
    const { lines, attributes } = orderLines(staged.build(staged.plan, () => undefined));
    expect(unpack(attributes['customer-name']!, lines.attributes['customer-name']![0]!)).toBe('Ann Lee');
    const remarks = staged.preview(staged.plan).columns.map(({ remark }) => remark);
    expect(remarks.filter((remark) => remark?.code === 'customers-by-name')).toEqual([{ code: 'customers-by-name', facts: {}, ask: true }]);
  });

  it('go by a better key as soon as somebody names one', async () => {
    const staged = await stage(TEXT);
    const plan = withRoles(staged.plan, { 1: 'customer' });
    expect(staged.preview(plan).columns.map(({ remark }) => remark?.code)).not.toContain('customers-by-name');
    expect(customersOf(staged, plan)).toEqual(['Lee', 'LEE', 'Li']);
  });

  it('are left out where the name is blank, hidden or nobody’s, and filled from the same order', async () => {
    const rows = [
      ',,1,2024-01-15,1.00',
      'A**,L**,2,2024-01-15,1.00',
      'Guest,,3,2024-01-15,1.00',
      'Ann,Lee,4,2024-01-15,1.00',
      ',,4,2024-01-15,2.00',
    ];
    const staged = await stage(csv(...rows));
    const { parts } = staged.preview(staged.plan);
    expect(parts.map(({ code, rows }) => [code, rows])).toEqual([
      ['sale', 2],
      ['no-customer', 3],
    ]);
  });

  it('need a column that tells customers apart when all names are hidden', async () => {
    const staged = await stage(csv('张**,,1,2024-01-15,1.00', '王**,,2,2024-01-15,1.00'));
    expect(staged.preview(staged.plan).questions).toContain('role-customer');
  });

  it('names change nothing in a file that has a key', async () => {
    const staged = await stage(TEXT.replace(HEAD, 'First Name,Customer ID,Receipt Number,Date,Sale Total'));
    expect(rolesByHeader(staged.plan)['First Name']).toBeUndefined();
    expect(customersOf(staged, staged.plan)).toEqual(['Lee', 'LEE', 'Li']);
  });

  it('a name in Han characters has the family name first and no blank', async () => {
    const staged = await stage('名,姓,订单号,日期,金额\n小明,王,1,2024-01-15,10.00\n小明,王,2,2024-01-16,10.00\n');
    expect(customersOf(staged, staged.plan)).toEqual(['王小明', '王小明']);
  });

  it('the key of a name is the same however often it is folded, and blind to case, width and blanks', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'B', 'İ', 'ß', 'ﬁ', 'Ａ', ' ', '　', '\u200b', '\u0301', 'é', '王', '·', '-') }),
        (name) => nameKey(nameKey(name)) === nameKey(name),
      ),
      { numRuns: 2000 },
    );
    expect(new Set(['Ann  Lee', ' ann lee', 'ＡＮＮ　LEE', 'Ann\u200b Lee'].map(nameKey))).toEqual(new Set(['ann lee']));
  });

  it.runIf(hasData('loyalty/receipts.csv'))('receipts of a loyalty programme can be kept', async () => {
    const staged = await stageData('loyalty/receipts.csv');
    const plan: ImportPlan = { ...staged.plan, dateOrder: 'dmy' };
    const { questions, totals, rows, parts } = staged.preview(plan);
    expect(questions).toEqual([]);
    expect(totals.customers).toBeGreaterThan(rows / 2);
    expect(parts.reduce((sum, part) => sum + part.rows, 0)).toBe(rows);
  });
});
