import { describe, expect, it } from 'vitest';
import { unpack } from '../../src/core/columns/packed-strings';
import { orderLines } from '../../src/intake/staged-import';
import type { StagedFile } from '../../src/intake/stage-file';
import type { ImportPlan } from '../../src/terms/plan';
import { partsAsRecord, rolesByHeader, stage } from './helpers';

const HEAD = 'order_id,customer_id,billing email,date,amount';
const csv = (rows: readonly (readonly [customer: string, email: string])[], head = HEAD): string =>
  [head, ...rows.map(([customer, email], i) => `${i + 1},${customer},${email},2024-01-15,1.00`), ''].join('\n');

function customersOf(staged: StagedFile, plan: ImportPlan = staged.plan): string[] {
  const { lines, customers } = orderLines(staged.build(plan, () => undefined));
  return Array.from(lines.customer, (code) => unpack(customers, code));
}
const customerGlance = (staged: StagedFile, plan: ImportPlan = staged.plan) => staged.preview(plan).columns[1]!;
const said = (plan: ImportPlan, text: string, empty: boolean): ImportPlan => ({ ...plan, standIns: [[], [{ text, empty }]] });

describe('the number of customers who have none', () => {
  const guests = [
    ['0', 'ann@x.org'],
    ['7', 'bob@x.org'],
    ['0', 'cy@x.org'],
    ['8', 'dan@x.org'],
    ['0', 'ann@x.org'],
  ] as const;

  it.each(['0', '00', '-1', '0.0'])('%s gives way to the e-mail of the row, and is shown', async (zero) => {
    const staged = await stage(csv(guests.map(([customer, email]) => [customer === '0' ? zero : customer, email] as const)));
    expect(rolesByHeader(staged.plan)).toMatchObject({ customer_id: 'customer', 'billing email': 'email' });
    expect(customersOf(staged)).toEqual(['ann@x.org', '7', 'cy@x.org', '8', 'ann@x.org']);
    expect(customerGlance(staged).standIns).toEqual([{ text: zero, rows: 3, empty: true }]);
  });

  it('can be refused: then it is one customer, and said to be', async () => {
    const staged = await stage(csv(guests));
    expect(customersOf(staged, said(staged.plan, '0', false))).toEqual(['0', '7', '0', '8', '0']);
    expect(customerGlance(staged, said(staged.plan, '0', false)).standIns).toEqual([{ text: '0', rows: 3, empty: false }]);
  });

  it('a blank one gives way too', async () => {
    const staged = await stage(csv(guests.map(([customer, email]) => [customer === '0' ? '' : customer, email] as const)));
    expect(customersOf(staged)).toEqual(['ann@x.org', '7', 'cy@x.org', '8', 'ann@x.org']);
  });

  it('is a customer like others where one person has it, or where others have as many e-mails', async () => {
    const one = await stage(csv([['0', 'ann@x.org'], ['1', 'bob@x.org'], ['1', 'bob@x.org'], ['0', 'ANN@x.org']])); // prettier-ignore
    expect([customerGlance(one).standIns, customersOf(one)]).toEqual([[], ['0', '1', '1', '0']]);
    const alike = await stage(csv([['0', 'a@x.org'], ['0', 'b@x.org'], ['1', 'c@x.org'], ['1', 'd@x.org']])); // prettier-ignore
    expect(customersOf(alike)).toEqual(['0', '0', '1', '1']);
  });

  it('is told by the names where the file has no e-mails; then its orders are nobody’s', async () => {
    const head = HEAD.replace('billing email', 'customer name');
    const staged = await stage(csv([['0', 'Ann'], ['0', 'Bob'], ['0', 'Cy'], ['5', 'Dan'], ['5', 'Dan'], ['6', 'Eve']], head)); // prettier-ignore
    expect(partsAsRecord(staged.preview(staged.plan).parts)).toEqual({ sale: [3, 300], 'no-customer': [3, 300] });
  });

  it('is only shown where nothing tells but its many rows', async () => {
    const staged = await stage('order_id,customer_id,date,amount\n1,0,2024-01-15,1\n2,0,2024-01-15,1\n3,5,2024-01-15,1\n');
    expect(customerGlance(staged).standIns).toEqual([{ text: '0', rows: 2, empty: false }]);
  });
});

describe('a customer number of many people', () => {
  const till = [
    ...Array.from({ length: 9 }, (_, i) => ['POS1', `p${i}@x.org`] as const),
    ['a1', 'ann@x.org'],
    ['a1', 'ann@x.org'],
    ['POS1', ''],
  ] as const;

  it('is said to be one, with its e-mails and its lines, and counts until somebody says otherwise', async () => {
    const staged = await stage(csv(till));
    const { remark, standIns } = customerGlance(staged);
    expect(remark).toEqual({ code: 'customers-shared', ask: true, facts: { example: 'POS1', contacts: 9, count: 10 } });
    expect(standIns).toEqual([{ text: 'POS1', rows: 10, empty: false }]);
    expect(new Set(customersOf(staged))).toEqual(new Set(['POS1', 'a1']));
  });

  it('is named with others of its sort, the one with most e-mails first', async () => {
    const second = till.map(([customer, email]) => [customer.replace('POS1', 'POS2'), `z${email}`] as const).slice(0, 9);
    const staged = await stage(csv([...second, ...till, ['POS1', 'last@x.org']]));
    expect(customerGlance(staged).remark).toEqual({
      code: 'customers-shared',
      ask: true,
      facts: { example: 'POS1', contacts: 10, count: 11 },
      examples: ['POS2'],
    });
  });

  it('taken for nobody its orders go by their e-mails, and the rest is left out as nobody’s', async () => {
    const staged = await stage(csv(till));
    const plan = said(staged.plan, 'POS1', true);
    expect(new Set(customersOf(staged, plan)).size).toBe(10);
    expect(partsAsRecord(staged.preview(plan).parts)['no-customer']).toEqual([1, 100]);
    expect(customerGlance(staged, plan).remark?.code).toBe('customers-empty');
  });

  it('is not asked about again when it was said to be a customer, nor with eight e-mails', async () => {
    const staged = await stage(csv(till));
    expect(customerGlance(staged, said(staged.plan, 'POS1', false)).remark).toBeNull();
    const fewer = await stage(csv(till.slice(1)));
    expect([customerGlance(fewer).remark, customerGlance(fewer).standIns]).toEqual([null, []]);
  });
});
