import { describe, expect, it } from 'vitest';
import type { ImportPlan } from '../../src/terms/plan';
import { partsAsRecord, stage, withRoles } from './helpers';

const file = (...amounts: string[]) =>
  stage(`Order ID,Customer,Date,Amount\n${amounts.map((amount, i) => `${i},c${i},2024-03-25,"${amount}"`).join('\n')}\n`);

describe('sums that can be read in two ways', () => {
  it('are asked for, with what the sales come to in each; nothing is built before', async () => {
    const staged = await file('1.234', '12.345', '7');
    const { decimals, questions, columns } = staged.preview(staged.plan);
    expect(questions).toEqual(['decimal-mark']);
    expect(decimals).toEqual([
      { mark: '.', cells: 0, proof: null, example: { raw: '1.234', read: 1.234 }, worthMinor: 2_058 },
      { mark: ',', cells: 0, proof: null, example: { raw: '1.234', read: 1_234 }, worthMinor: 1_358_600 },
    ]);
    expect(columns[3]!.remark).toMatchObject({ code: 'decimal-mark-unsure', facts: { example: '1.234' }, ask: true });
    expect(() => staged.build(staged.plan, () => undefined)).toThrow('plan-incomplete');
  });

  it('are settled by what the user says, either way', async () => {
    const staged = await file('1.234', '12.345', '7');
    for (const [decimal, worth] of [['.', 2_058], [',', 1_358_600]] as const) {
      const plan: ImportPlan = { ...staged.plan, decimal, decimalSaid: true };
      const { questions, parts, decimals } = staged.preview(plan);
      expect([questions, partsAsRecord(parts), decimals.length]).toEqual([[], { sale: [3, worth] }, 2]);
      expect(() => staged.build(plan, () => undefined)).not.toThrow();
    } // prettier-ignore
  });

  it('stay settled for the next file of that shop, unless its own numbers tell otherwise', async () => {
    const first = await file('1.234', '7');
    const said: ImportPlan = { ...first.plan, decimal: ',', decimalSaid: true };
    const header = 'Order ID,Customer,Date,Amount\n';
    const same = await stage(`${header}1,a,2024-03-25,2.500\n`, undefined, said);
    expect([same.preview(same.plan).questions, same.preview(same.plan).totals.worthMinor]).toEqual([[], 250_000]);
    const other = await stage(`${header}1,a,2024-03-25,2.500\n2,a,2024-03-25,2.5\n`, undefined, said);
    expect([other.preview(other.plan).questions, other.preview(other.plan).totals.worthMinor]).toEqual([[], 500]);
  });

  it('are asked for where the column has proof of both, with how many cells prove which', async () => {
    const staged = await file('1.234', '12,50', '7,25', '3.50');
    const { decimals, questions } = staged.preview(staged.plan);
    expect(questions).toEqual(['decimal-mark']);
    expect(decimals.map(({ mark, cells, proof }) => [mark, cells, proof])).toEqual([
      ['.', 1, '3.50'],
      [',', 2, '12,50'],
    ]);
  });
});

describe('sums that can be read in one way only are not asked for', () => {
  it.each([
    ['one cell of the column tells', ['1.234', '12,50'], 124_650],
    ['one cell of the column tells the other way', ['1.234', '12.50'], 1_373],
    ['no cell depends on the mark, whatever marks they have', ['3.50', '12,00'], 1_550],
    ['whole numbers', ['12', '700'], 71_200],
    ['grouped twice', ['1.234.567', '1.234'], 123_580_100],
  ] as const)('%s', async (_, amounts, worth) => {
    const staged = await file(...amounts);
    const { questions, decimals, totals } = staged.preview(staged.plan);
    expect([questions, decimals, totals.worthMinor]).toEqual([[], [], worth]);
  });

  it('another column of sums tells, and each column with proof of its own keeps to it', async () => {
    const text = 'Order ID,Customer,Date,Unit price,Quantity,Discount\n';
    const told = await stage(`${text}1,a,2024-03-25,"1.234",2,"0,50"\n`);
    const discounted = (plan: ImportPlan) => withRoles(plan, { 5: 'discount' });
    expect(told.preview(discounted(told.plan)).totals.worthMinor).toBe(246_750);
    const two = await stage(`${text}1,a,2024-03-25,"1.234",2,"0,50"\n2,a,2024-03-25,"1.5",1,"0,50"\n`);
    const plan = discounted(two.plan);
    expect([two.preview(plan).questions, two.preview(plan).totals.worthMinor]).toEqual([[], 197 + 100]);
  });

  it('a column that gets its meaning from the user is asked for then', async () => {
    const staged = await stage('Order ID,Customer,Date,Foo\n1,a,2024-03-25,1.234\n');
    expect(staged.preview(staged.plan).questions).toContain('role-amount');
    const plan: ImportPlan = { ...staged.plan, kind: 'orders', roles: ['order', 'customer', 'date', 'amount'] };
    expect(staged.preview(plan).questions).toEqual(['decimal-mark']);
  });

  it('marks of both sorts in one column are said', async () => {
    const staged = await file('3.50', '12,00', '1,00');
    expect(staged.preview(staged.plan).columns[3]!.remark).toEqual({
      code: 'decimal-marks-mixed',
      facts: { points: 1, commas: 2 },
      ask: false,
    });
  });
});

describe('points that can be read in two ways', () => {
  it('are asked for too, without a sum of sales', async () => {
    const staged = await stage('Email,Date,Points\na@x.org,2024-03-25,1.234\nb@x.org,2024-03-26,2.500\n');
    expect(staged.plan.kind).toBe('points');
    const { questions, decimals } = staged.preview(staged.plan);
    expect([questions, decimals.map(({ mark, worthMinor }) => [mark, worthMinor])]).toEqual([['decimal-mark'], [['.', null], [',', null]]]); // prettier-ignore
    const said: ImportPlan = { ...staged.plan, decimal: ',', decimalSaid: true };
    expect(staged.preview(said).columns[2]!.examples[0]!.read).toBe(1_234);
  });
});
