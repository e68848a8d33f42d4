import { describe, expect, it } from 'vitest';
import type { Batch } from '../../src/core/columns/batch';
import { buildLedger } from '../../src/core/columns/ledger';
import { ledgerFacts } from '../../src/core/tables/ledger-facts';
import type { StagedFile } from '../../src/intake/stage-file';
import { isoFromDay } from '../../src/terms/day';
import type { Rules } from '../../src/terms/plan';
import type { Role } from '../../src/terms/role';
import { rolesByHeader, stage } from './helpers';

const quiet = (): void => undefined;

/** The batch of a file whose columns mean what is said. */
async function batchOf(text: string, said: Record<string, Role> = {}): Promise<Omit<Batch, 'importId'>> {
  return build(await stage(text), said);
}

function build(staged: StagedFile, said: Record<string, Role>, rules: Partial<Rules> = {}): Omit<Batch, 'importId'> {
  const plan = {
    ...staged.plan,
    rules: { ...staged.plan.rules, ...rules },
    roles: staged.plan.header.map((name, i) => said[name] ?? staged.plan.roles[i]!),
  };
  const { content } = staged.build(plan, quiet);
  if (!('batch' in content)) throw new Error('no orders');
  return content.batch;
}

const days = (times: { values: Int32Array } | undefined): string[] =>
  Array.from(times!.values, (day) => (day === -0x80000000 ? '' : isoFromDay(day)));

const HEAD = 'order_id,customer_id,order_date,amount,';

describe('when an order was to come and came', () => {
  it.each([
    ['order_estimated_delivery_date', 'order_delivered_customer_date'],
    ['Promised date', 'Delivered at'],
    ['预计送达时间', '送达时间'],
    ['預計送達', '送達'],
    ['最晚送达时间', '签收时间'],
    ['Voraussichtliche Lieferung', 'Geliefert am'],
  ])('is known by the names %s and %s', async (promised, delivered) => {
    const name = delivered === '送達' ? '送達時間' : delivered;
    const { plan } = await stage(
      `${HEAD}${promised},${name}\n1,A,2024-01-01,5.00,2024-01-05,2024-01-04\n2,B,2024-01-02,6.00,2024-01-06,\n`,
    );
    expect(rolesByHeader(plan)).toMatchObject({ [promised]: 'promised', [name]: 'delivered', order_date: 'date' });
  });

  it('keeps the day, and the second where any cell has one; a blank is no day and no order is lost by it', async () => {
    const { lines } = await batchOf(
      `${HEAD}promised,delivered_at\n1,A,2024-01-01,5.00,2024-01-05,2024-01-04 10:00:30\n2,B,2024-01-02,6.00,2024-01-06,\n3,B,2024-01-03,6.00,,2024-01-09\n`,
    );
    expect(lines.rows).toBe(3);
    expect(days(lines.promised)).toEqual(['2024-01-05', '2024-01-06', '']);
    expect(lines.promised).not.toHaveProperty('seconds');
    expect(days(lines.delivered)).toEqual(['2024-01-04', '', '2024-01-09']);
    expect([...lines.delivered!.seconds!]).toEqual([36_030, -1, -1]);
  });

  it('is read in an order of its own: an export may write its dates in two ways', async () => {
    const { lines } = await batchOf(`${HEAD}delivered_at\n1,A,2024-01-01,5.00,13/02/2024\n2,B,2024-01-02,6.00,01/03/2024\n`);
    expect(days(lines.delivered)).toEqual(['2024-02-13', '2024-03-01']);
  });

  it('stands on the first row of an order and counts for all of them', async () => {
    const { lines } = await batchOf(`${HEAD}delivered_at\n1,A,2024-01-01,5.00,2024-01-04\n1,A,2024-01-01,6.00,\n`);
    expect(days(lines.delivered)).toEqual(['2024-01-04', '2024-01-04']);
  });

  it('is no column of a file that does not tell it, and words are no days', async () => {
    const { lines } = await batchOf(`${HEAD}delivered\n1,A,2024-01-01,5.00,yes\n2,B,2024-01-02,6.00,no\n`);
    expect(Object.keys(lines)).not.toContain('delivered');
    expect(Object.keys(lines)).not.toContain('promised');
    expect(Object.keys(lines)).not.toContain('discountMinor');
  });

  it('is the day of an order where the file has no other', async () => {
    const { plan } = await stage('order_id,customer_id,amount,delivered_at\n1,A,5.00,2024-01-04\n2,B,6.00,2024-01-05\n');
    expect(rolesByHeader(plan)).toMatchObject({ delivered_at: 'date' });
  });

  it('is shown as a day, and what cannot be read is said', async () => {
    const staged = await stage(
      `${HEAD}delivered_at\n1,A,2024-01-01,5.00,2024-01-04 10:00\n2,B,2024-01-02,6.00,2024-01-05\n3,B,2024-01-02,6.00,soon\n`,
    );
    const column = staged.preview(staged.plan).columns.find(({ role }) => role === 'delivered')!;
    expect(column.examples.map(({ read }) => read)).toEqual(['2024-01-04', '2024-01-05', null]);
    expect(column.remark).toMatchObject({ code: 'dates-unreadable', facts: { count: 1, example: 'soon' } });
  });
});

/** Money and discount of each line, and the discount of each order by its number. */
async function discounts(text: string, said: Record<string, Role>, rules: Partial<Rules> = {}) {
  const batch = build(await stage(text), { off: 'discount', ...said }, rules);
  const ledger = buildLedger([{ ...batch, importId: 1 }]);
  const facts = ledgerFacts(ledger, Infinity);
  const order = Object.fromEntries(Array.from(facts.discount!, (minor, o) => [facts.number(o), minor]));
  return { net: [...batch.lines.amountMinor], off: [...batch.lines.discountMinor!], order };
}

describe('a discount', () => {
  it('is kept beside the money that it lowers, whatever its sign; a blank is none', async () => {
    const found = await discounts(`${HEAD}off\n1,A,2024-01-01,5.00,1.25\n1,A,2024-01-01,6.00,-2\n2,B,2024-01-02,7.00,\n`, {});
    expect(found).toEqual({ net: [375, 400, 700], off: [125, 200, 0], order: { 1: 325, 2: 0 } });
  });

  it('takes no more off than there is', async () => {
    const found = await discounts(`${HEAD}off\n1,A,2024-01-01,5.00,9\n1,A,2024-01-01,6.00,0\n`, {}, { zero: 'keep' });
    expect(found).toEqual({ net: [0, 600], off: [500, 0], order: { 1: 500 } });
  });

  it('of an order whose sum is the order’s is counted once, however often it is repeated', async () => {
    const rows = ['1', '2', '3'].flatMap((order) => Array.from({ length: 3 }, () => `${order},A,2024-01-0${order},30.00,5.00`));
    const found = await discounts(`order_id,customer_id,order_date,total,off\n${rows.join('\n')}\n`, { total: 'order-amount' });
    expect(found.order).toEqual({ 1: 500, 2: 500, 3: 500 });
    expect(found.net.reduce((sum, minor) => sum + minor, 0)).toBe(7500);
  });

  it('that each line of an order repeats is taken off once, shared among them by their worth', async () => {
    const rows = ['1,A,2024-01-01,4.00,6.00', '1,A,2024-01-01,5.00,6.00', '2,B,2024-01-02,9.00,3.00', '2,B,2024-01-02,8.00,3.00'];
    const more = ['3,C,2024-01-03,9.00,1.00', '3,C,2024-01-03,2.00,1.00', '4,D,2024-01-04,2.00,0.00'];
    const found = await discounts(`${HEAD}off\n${[...rows, ...more].join('\n')}\n`, {});
    expect(found.order).toEqual({ 1: 600, 2: 300, 3: 100, 4: 0 });
    expect(found.net).toEqual([133, 167, 741, 659, 818, 182, 200]);
  });

  it('that is the same on every article stays that of each line', async () => {
    const rows = ['1', '2', '3', '4'].flatMap((order) => [
      `${order},A,2024-01-0${order},4.00,1.00`,
      `${order},A,2024-01-0${order},5.00,1.00`,
    ]);
    const found = await discounts(`${HEAD}off\n${rows.join('\n')}\n`, {});
    expect(found.order).toEqual({ 1: 200, 2: 200, 3: 200, 4: 200 });
  });

  it('of a row that gives money back took nothing off', async () => {
    const found = await discounts(`${HEAD}off\n1,A,2024-01-01,5.00,1.00\n1,A,2024-01-05,-4.00,1.00\n`, {});
    expect(found.off).toEqual([100, 0]);
    expect(found.order).toEqual({ 1: 100 });
  });

  it('that a known export took off before it wrote the money is kept, and the money stays', async () => {
    const text = [
      'Name,Email,Financial Status,Currency,Subtotal,Total,Discount Code,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price',
      '#1,a@x.org,paid,USD,40.00,46.00,TEA,7.00,2026-09-03 10:14:00 -0400,2,Fern,16.00',
      '#1,a@x.org,,,,,,,,1,Bag,15.00',
      '#2,b@x.org,paid,USD,10.00,16.00,,0.00,2026-09-04 10:14:00 -0400,1,Fern,10.00',
    ].join('\n');
    const staged = await stage(text);
    expect(staged.plan.preset).toBe('shopify-orders');
    expect(staged.preview(staged.plan).columns.find(({ header }) => header === 'Discount Amount')?.remark).toMatchObject({
      code: 'preset-off',
    });
    const batch = build(staged, {});
    expect([...batch.lines.amountMinor]).toEqual([4000, 0, 1000]);
    expect([...batch.lines.discountMinor!]).toEqual([700, 0, 0]);
  });

  it('of the shop’s own coupon is no freight: it goes off the money and is kept', async () => {
    const text = [
      '訂單編號,訂單狀態,買家帳號,訂單成立日期,商品總價,買家支付運費,買家總支付金額,賣場優惠券,商品名稱,主商品貨號,數量',
      '260315A,已完成,ming,2026-03-15 10:00,600,60,610,50,紅茶,T1,2',
      '260315A,已完成,ming,2026-03-15 10:00,600,60,610,50,綠茶,T2,1',
    ].join('\n');
    const batch = build(await stage(text), {});
    expect([...batch.lines.amountMinor]).toEqual([55_000, 0]);
    expect([...batch.lines.discountMinor!]).toEqual([5000, 0]);
  });
});
