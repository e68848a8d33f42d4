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

/** Net and discount of each line as the file is read, with what is said of some columns. */
async function noted(text: string, said: Record<string, Role> = {}, rules: Partial<Rules> = {}) {
  const batch = build(await stage(text), said, rules);
  const facts = ledgerFacts(buildLedger([{ ...batch, importId: 1 }]), Infinity);
  return {
    net: [...batch.lines.amountMinor],
    order: facts.discount && Object.fromEntries(Array.from(facts.discount, (minor, o) => [facts.number(o), minor])),
  };
}

const NET =
  'order_number,order_date,customer_id,total,discount\n1,2024-01-01,A,20.00,5.00\n2,2024-01-02,B,30.00,-2.50\n3,2024-01-03,B,8.00,\n';

describe('a discount that the money of an unknown file lacks already', () => {
  it.each([
    ['total', 'discount'],
    ['Total', 'Discount Amount'],
    ['order total', 'coupon_discount'],
    ['amount', 'Total discount'],
    ['实付金额', '优惠金额'],
    ['订单金额', '折扣金额'],
    ['實付金額', '優惠金額'],
    ['訂單金額', '折扣金額'],
    ['gesamtbetrag', 'Rabatt'],
    ['montant', 'Remise'],
  ])('is known beside %s by the name %s', async (total, discount) => {
    const { plan } = await stage(
      `order_number,order_date,customer_id,${total},${discount}\n1,2024-01-01,A,20.00,5.00\n2,2024-01-02,B,30.00,0\n`,
    );
    expect(plan.preset).toBeNull();
    expect(rolesByHeader(plan)).toMatchObject({ [discount]: 'discount-off' });
    expect(plan.roles[3]).toMatch(/amount/);
  });

  it('is kept beside the money, which stays, whatever its sign; a blank is none', async () => {
    const staged = await stage(NET);
    expect(staged.preview(staged.plan).columns[4]).toMatchObject({ role: 'discount-off', remark: { code: 'preset-off' } });
    expect(await noted(NET)).toEqual({ net: [2000, 3000, 800], order: { 1: 500, 2: 250, 3: 0 } });
  });

  it('may be more than what is left, down to an order that is free', async () => {
    const free = 'order_number,order_date,customer_id,total,discount\n1,2024-01-01,A,2.00,50\n2,2024-01-02,B,0.00,30.00\n';
    expect(await noted(free, {}, { zero: 'keep' })).toEqual({ net: [200, 0], order: { 1: 5000, 2: 3000 } });
  });

  it('is the user’s to change into one that goes off, to leave out, and to change back', async () => {
    expect(await noted(NET, { discount: 'discount' })).toEqual({ net: [1500, 2750, 800], order: { 1: 500, 2: 250, 3: 0 } });
    expect(await noted(NET, { discount: 'ignore' })).toEqual({ net: [2000, 3000, 800], order: null });
    expect(await noted(NET, { discount: 'discount-off' })).toEqual(await noted(NET));
  });

  it('stands beside one that goes off', async () => {
    const text = NET.replace('discount', 'discount,voucher').replace('5.00\n', '5.00,1.00\n').replace('-2.50\n', '-2.50,\n');
    expect(await noted(text.replace('8.00,', '8.00,,'), { voucher: 'discount' })).toEqual({
      net: [1900, 3000, 800],
      order: { 1: 600, 2: 250, 3: 0 },
    });
  });

  it('of an order is counted once, whether each line repeats it or one line tells it', async () => {
    const head = 'order_number,order_date,customer_id,product_name,line_total,discount\n';
    const line = (order: number, sum: string, off: string) => `${order},2024-01-0${order},A,Tea,${sum},${off}`;
    const repeated = [1, 2, 3].flatMap((order) => [line(order, '9.00', `${order}.00`), line(order, '4.00', `${order}.00`)]);
    expect(await noted(`${head}${repeated.join('\n')}\n`)).toEqual({
      net: [900, 400, 900, 400, 900, 400],
      order: { 1: 100, 2: 200, 3: 300 },
    });
    const once = [1, 2, 3].flatMap((order) => [line(order, '9.00', ''), line(order, '4.00', `${order}.00`)]);
    expect((await noted(`${head}${once.join('\n')}\n`)).order).toEqual({ 1: 100, 2: 200, 3: 300 });
    const free = [1, 2, 3].flatMap((order) => ['0.00', '4.00', '9.00'].map((sum) => line(order, sum, `${order}.00`)));
    expect((await noted(`${head}${free.join('\n')}\n`)).order).toEqual({ 1: 100, 2: 200, 3: 300 });
  });

  it('of lines is added up: the same on each article, or another on each', async () => {
    const head = 'order_number,order_date,customer_id,line_total,discount\n';
    const same = [1, 2, 3].flatMap((order) => [`${order},2024-01-0${order},A,1.00,3.00`, `${order},2024-01-0${order},A,1.50,3.00`]);
    expect((await noted(`${head}${same.join('\n')}\n`)).order).toEqual({ 1: 600, 2: 600, 3: 600 });
    const other = [1, 2, 3].flatMap((order) => [`${order},2024-01-0${order},A,9.00,1.00`, `${order},2024-01-0${order},A,8.00,2.00`]);
    expect((await noted(`${head}${other.join('\n')}\n`)).order).toEqual({ 1: 300, 2: 300, 3: 300 });
  });

  it('of an order whose sum is the order’s is counted once where it is repeated, and added up where its lines differ', async () => {
    const head = 'order_number,order_date,customer_id,total,discount\n';
    const rows = (off: (order: number, line: number) => string) =>
      [1, 2, 3].flatMap((order) => [0, 1].map((i) => `${order},2024-01-0${order},A,30.0${order},${off(order, i)}`)).join('\n');
    expect(await noted(`${head}${rows(() => '5.00')}\n`)).toEqual({
      net: [3001, 0, 3002, 0, 3003, 0],
      order: { 1: 500, 2: 500, 3: 500 },
    });
    expect((await noted(`${head}${rows((_, i) => (i === 1 ? '5.00' : ''))}\n`)).order).toEqual({ 1: 500, 2: 500, 3: 500 });
    expect((await noted(`${head}${rows((order, i) => `${order + i}.00`)}\n`)).order).toEqual({ 1: 300, 2: 500, 3: 700 });
  });

  it('of a row that gives money back took nothing off', async () => {
    const text = 'order_number,order_date,customer_id,total,discount\n1,2024-01-01,A,5.00,1.00\n1,2024-01-05,A,-4.00,1.00\n';
    expect((await noted(text)).order).toEqual({ 1: 100 });
  });

  it.each([
    ['rates with their sign', 'total,discount', '20.00,5%', '30.00,10%'],
    ['rates below one', 'total,discount', '20.00,0.05', '30.00,0'],
    ['rates below one with a comma', 'total,discount', '20.00,"0,05"', '30.00,"0,1"'],
    ['rates in the name', 'total,Discount %', '20.00,5', '30.00,10'],
    ['nothing', 'total,discount', '20.00,-', '30.00,N/A'],
    ['codes', 'total,discount', '20.00,SUMMER', '30.00,TEA'],
    ['a sum before discounts', 'gross sales,discount', '20.00,5.00', '30.00,0'],
    ['a sum of goods before discounts', '商品总价,优惠金额', '20.00,5.00', '30.00,0'],
    ['a price', 'unit price,discount', '20.00,5.00', '30.00,0'],
  ])('is not guessed of %s', async (_, names, one, two) => {
    const { plan } = await stage(`order_number,order_date,customer_id,${names}\n1,2024-01-01,A,${one}\n2,2024-01-02,B,${two}\n`);
    expect(plan.roles[3]).toMatch(/amount/);
    expect(plan.roles[4]).toBe('ignore');
  });

  it('is not guessed of price times quantity, where it can be chosen', async () => {
    const text =
      'order_number,order_date,customer_id,unit price,quantity,discount\n1,2024-01-01,A,20.00,2,5.00\n2,2024-01-02,B,30.00,1,0\n';
    expect((await stage(text)).plan.roles.slice(3)).toEqual(['unit-price', 'quantity', 'ignore']);
    expect(await noted(text, { discount: 'discount-off' })).toEqual({ net: [4000, 3000], order: { 1: 500, 2: 0 } });
  });

  it('does not tell the currency of the money beside it', async () => {
    const text = 'order_number,order_date,customer_id,discount,total\n1,2024-01-01,A,0,£20.00\n2,2024-01-02,B,5.00,£30.00\n';
    const { plan } = await stage(text);
    expect(plan.roles[3]).toBe('discount-off');
    expect(plan.currency.code).toBe('GBP');
  });

  it('of a lone column of zeros says that nothing was taken off', async () => {
    expect((await noted(NET.replace('5.00', '0.00').replace('-2.50', '0.00'))).order).toEqual({ 1: 0, 2: 0, 3: 0 });
  });
});
