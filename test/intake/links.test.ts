import { describe, expect, it } from 'vitest';
import { cpuTime } from '../cpu-time';
import { Dictionary } from '../../src/core/columns/dictionary';
import { CodeColumn } from '../../src/core/columns/growing-column';
import { orderKeys } from '../../src/intake/cells/key-column';
import { broughtColumn, isSettledBy, overlapOf, partnersOf, type KeyedColumn } from '../../src/intake/links/join-tables';
import { columnFor, dropped } from './linked-files';

const ITEMS = `order_id,product_id,price
o1,p1,10.00
o1,p2,5.00
o2,p1,10.00
o3,p3,7.00
`;
const ORDERS = `order_id,customer_id,order_status,order_date
o1,c1,delivered,2024-01-05
o2,c2,delivered,2024-02-05
o3,c3,canceled,2024-03-05
o4,c4,delivered,2024-03-06
`;
const PEOPLE = `customer_id,customer_unique_id,customer_city
c1,u1,Graz
c2,u1,Graz
c3,u2,Linz
c4,u3,Wels
`;

describe('one to many', () => {
  it('lines of orders take their day and their customer from the orders, and no line is lost', async () => {
    const { 'items.csv': items, 'orders.csv': orders } = await dropped({ 'items.csv': ITEMS, 'orders.csv': ORDERS });
    expect([items!.purpose, orders!.purpose]).toEqual(['keep', 'lookup']);
    expect(columnFor(items!, 'date')).toBe('order_date');
    expect(items!.preview.rows).toBe(4);
    expect(items!.preview.parts).toMatchObject([
      { code: 'sale', rows: 3 },
      { code: 'cancelled', rows: 1 },
    ]);
    expect(items!.preview.totals).toMatchObject({ orders: 2, worthMinor: 2500 });
    expect(items!.completed.joins).toMatchObject([{ on: ['order_id', 'order_id'], found: 4, unasked: 1 }]);
  });

  it('rows without a partner get blank cells and are said to lack what they lack', async () => {
    const { 'items.csv': items } = await dropped({ 'items.csv': `${ITEMS}o9,p1,3.00\n`, 'orders.csv': ORDERS });
    expect(items!.completed.joins[0]).toMatchObject({ found: 4, unasked: 1 });
    expect(items!.preview.parts.find((part) => part.code === 'no-date')).toMatchObject({ rows: 1 });
    expect(items!.preview.parts.reduce((sum, part) => sum + part.rows, 0)).toBe(5);
  });

  it('a left-out row has the cells of its own file only', async () => {
    const { 'items.csv': items } = await dropped({ 'items.csv': ITEMS, 'orders.csv': ORDERS });
    const [row] = items!.staged.rowsOf(items!.completed.plan, 'cancelled', 0, 1);
    expect(row!.raw).toEqual(['o3', 'p3', '7.00']);
    expect(items!.completed.plan.brought).toBe(items!.completed.joins[0]!.brings.length);
  });
});

describe('chains', () => {
  it('a number that is another one on every order gives way to the person behind it, through two files', async () => {
    const files = await dropped({ 'items.csv': ITEMS, 'orders.csv': ORDERS, 'customers.csv': PEOPLE });
    const items = files['items.csv']!;
    expect(columnFor(items, 'customer')).toBe('customer_unique_id');
    expect(items.preview.totals).toMatchObject({ orders: 2, customers: 1 });
    expect(items.completed.joins.map(({ name, brings }) => [name, brings.at(-1)])).toEqual([
      ['orders.csv', 'order_date'],
      ['customers.csv', 'customer_unique_id'],
    ]);
  });

  it('an answer finds its customer through its order', async () => {
    const reviews = 'review_id,order_id,review_score,review_comment_message\nr1,o1,5,fine\nr2,o2,4,\nr3,o4,1,late\n';
    const files = await dropped({ 'reviews.csv': reviews, 'orders.csv': ORDERS, 'customers.csv': PEOPLE, 'items.csv': ITEMS });
    expect(files['reviews.csv']).toMatchObject({ purpose: 'keep' });
    expect(columnFor(files['reviews.csv']!, 'customer')).toBe('customer_unique_id');
  });

  it('a key that people share between orders stays the key', async () => {
    const orders = 'order_id,customer_id,order_date,amount\no1,c1,2024-01-05,10\no2,c1,2024-02-05,10\no3,c2,2024-03-05,7\n';
    const people = 'customer_id,customer_email\nc1,ann@x.com\nc2,bob@x.com\n';
    const { 'orders.csv': kept } = await dropped({ 'orders.csv': orders, 'people.csv': people });
    expect(columnFor(kept!, 'customer')).toBe('customer_id');
  });
});

describe('no link', () => {
  it('files that share no keys are kept side by side', async () => {
    const january = 'Order,Customer,Date,Amount\nA1,C1,2024-01-05,10.00\n';
    const february = 'Order,Customer,Date,Amount\nA2,C1,2024-02-05,10.00\n';
    const files = await dropped({ 'jan.csv': january, 'feb.csv': february });
    expect(Object.values(files).map(({ purpose, completed }) => [purpose, completed.joins.length])).toEqual([
      ['keep', 0],
      ['keep', 0],
    ]);
  });

  it('two overlapping exports of one program are both kept', async () => {
    const first = 'Order,Customer,Date,Amount\nA1,C1,2024-01-05,10.00\nA2,C2,2024-01-06,10.00\n';
    const second = 'Order,Customer,Date,Amount\nA2,C2,2024-01-06,10.00\nA3,C1,2024-02-05,10.00\n';
    const files = await dropped({ 'a.csv': first, 'b.csv': second });
    expect(Object.values(files).map(({ purpose }) => purpose)).toEqual(['keep', 'keep']);
  });

  it('numbers with leading zeros are other numbers than those without', async () => {
    const items = 'order_id,product_id,price\n0001,p1,10\n0002,p1,5\n';
    const orders = 'order_id,customer_id,order_date\n1,c1,2024-01-05\n2,c2,2024-02-05\n';
    const { 'items.csv': kept } = await dropped({ 'items.csv': items, 'orders.csv': orders });
    expect(kept!.completed.joins).toEqual([]);
  });

  it('a key with two answers is not believed', async () => {
    const orders = `${ORDERS}o1,c9,delivered,2024-05-05\n`;
    const { 'items.csv': items } = await dropped({ 'items.csv': ITEMS, 'orders.csv': orders });
    expect(columnFor(items!, 'date')).toBeUndefined();
    expect(items!.completed.plan.header).not.toContain('customer_id');
  });
});

describe('what each file is for', () => {
  const PAYMENTS = 'order_id,payment_type,payment_value\no1,card,15.00\no2,card,10.00\no3,card,7.00\n';

  it('money counts once: of two files about the same orders the finer one is kept, and the other says why not', async () => {
    const files = await dropped({ 'payments.csv': PAYMENTS, 'items.csv': ITEMS, 'orders.csv': ORDERS });
    expect(files['payments.csv']).toMatchObject({ purpose: 'aside', aside: { why: 'money-elsewhere', name: 'items.csv' } });
    expect(files['items.csv']).toMatchObject({ purpose: 'keep' });
  });

  it('two tills that count from the same number are two tills: the days tell', async () => {
    const web = 'Order ID,Customer ID,Order Date,Sales,Country\n1001,a,2024-01-05,10\n1002,b,2024-01-06,10\n1003,c,2024-01-07,5\n';
    const till = 'Receipt No,Member No,Date,Total\n1001,m1,2023-05-01,4\n1002,m2,2023-06-02,4\n1003,m3,2023-07-09,4\n';
    const files = await dropped({ 'web.csv': web, 'till.csv': till });
    expect(Object.values(files).map(({ purpose, completed }) => [purpose, completed.joins.length])).toEqual([
      ['keep', 0],
      ['keep', 0],
    ]);
  });

  it('what the user says of a file stands, and the others follow', async () => {
    const files = await dropped({ 'payments.csv': PAYMENTS, 'items.csv': ITEMS, 'orders.csv': ORDERS }, { 'items.csv': 'aside' });
    expect(files['payments.csv']).toMatchObject({ purpose: 'keep', aside: null });
    expect(files['payments.csv']!.preview.totals.worthMinor).toBe(2500);
    const without = await dropped({ 'items.csv': ITEMS, 'orders.csv': ORDERS }, { 'orders.csv': 'aside' });
    expect(without['items.csv']!.completed.joins).toEqual([]);
  });

  it('a list of returns makes refunds of whole orders', async () => {
    const orders = 'Order ID,Customer ID,Order Date,Sales\no1,c1,2024-01-05,10.00\no1,c1,2024-01-05,5.00\no2,c1,2024-02-05,7.00\n';
    const returns = 'Returned,Order ID\nYes,o1\nYes,o1\n';
    const files = await dropped({ 'orders.csv': orders, 'returns.csv': returns });
    expect(files['returns.csv']!.purpose).toBe('lookup');
    expect(files['orders.csv']!.preview.totals).toMatchObject({ orders: 2, worthMinor: 2200, refundMinor: 1500 });
  });

  it('a return is said beside the status that an order has of its own', async () => {
    const orders =
      'Order ID,Customer ID,Order Date,Sales,Status\no1,c1,2024-01-05,10.00,paid\no2,c1,2024-02-05,7.00,cancelled\no3,c2,2024-02-05,4.00,paid\n';
    const files = await dropped({ 'orders.csv': orders, 'returns.csv': 'Order ID,Returned\no1,Yes\no2,No\no3,No\n' });
    expect(files['orders.csv']!.preview.totals).toMatchObject({ orders: 2, worthMinor: 1400, refundMinor: 1000 });
    expect(files['orders.csv']!.preview.parts.find((part) => part.code === 'cancelled')?.rows).toBe(1);
  });

  it('a file alone is kept, whatever it lacks', async () => {
    expect((await dropped({ 'items.csv': ITEMS }))['items.csv']).toMatchObject({ purpose: 'keep', aside: null });
  });
});

describe('cost', () => {
  it('a million rows find their partners among a hundred thousand in linear time, without texts made anew', () => {
    const [rows, size] = [1_000_000, 100_000];
    const column = (count: number, of: (i: number) => number): KeyedColumn & { texts: Dictionary } => {
      const texts = new Dictionary(size);
      for (let i = 0; i < size; i++) texts.add(`ID${String(i).padStart(8, '0')}`);
      return { texts, keys: orderKeys(texts), codes: Uint32Array.from({ length: count }, (_, i) => of(i)) };
    };
    const here = column(rows, (i) => (i * 7919) % size);
    const there = column(size, (i) => size - 1 - i);
    const began = cpuTime();
    const partners = partnersOf(here, there, overlapOf(here.keys, there.keys));
    expect(isSettledBy(there, there.codes)).toBe(true);
    const codes = new CodeColumn();
    codes.pushAll(there.codes as Uint32Array, size, size - 1);
    const brought = broughtColumn({ name: 'x', texts: there.texts, codes }, partners);
    expect(cpuTime() - began).toBeLessThan(3000);
    expect(partners).toMatchObject({ found: rows, unasked: 0 });
    expect(brought.texts).toBe(there.texts);
    for (const row of [0, 1, 999_999]) expect(brought.texts.get(brought.codes.at(row))).toBe(here.texts.get(here.codes[row]!));
  });
});
