import { describe, expect, it } from 'vitest';
import { buildLedger } from '../../src/core/columns/ledger';
import { orderTableFor } from '../../src/core/columns/order-table-for';
import type { StagedFile } from '../../src/intake/stage-file';
import type { ImportPlan } from '../../src/terms/plan';
import type { RefundView } from '../../src/terms/view';
import { orderLines } from '../../src/intake/staged-import';
import { partsAsRecord, stage, sumOfRows, withRoles } from './helpers';

const csv = (...rows: string[]): string => `${rows.join('\n')}\n`;

/** Orders, customers and revenue of a file as the core counts them, and as the preview did. */
function counted(file: StagedFile, plan: ImportPlan, refunds: RefundView) {
  const batch = orderLines(file.build(plan, () => undefined));
  const ledger = buildLedger([{ ...batch, importId: 1 }]);
  const table = orderTableFor(ledger, refunds, ledger.lastDay);
  const booked = table.refunds.amountMinor.reduce((sum, amount) => sum + amount, 0);
  let customers = 0;
  for (let c = 0; c < table.customers; c++) if (table.first[c + 1]! > table.first[c]!) customers++;
  return { orders: table.orders, customers, revenue: table.net.reduce((sum, net) => sum + net, 0) - booked };
}

async function orderSums(...rows: string[]) {
  const file = await stage(csv('Order ID,Customer,Date,Order Total', ...rows));
  return { file, plan: withRoles(file.plan, { 0: 'order', 1: 'customer', 2: 'date', 3: 'order-amount' }) };
}

describe('the sum of an order', () => {
  it('is found on any of its rows, whatever zeros stand on the others', async () => {
    const { file, plan } = await orderSums('1,a,2024-03-25,0', '1,a,2024-03-25,30', '2,b,2024-03-26,10', '2,b,2024-03-26,0');
    expect(partsAsRecord(file.preview(plan).parts)).toEqual({ sale: [4, 4_000] });
  });

  it('that was given back on a further row of the same number is a refund, once for each sum', async () => {
    const rows = [
      '1,a,2024-03-25,30',
      '1,a,2024-03-25,30',
      '1,a,2024-03-28,-10',
      '1,a,2024-03-28,-10',
      '1,a,2024-03-29,-5',
      '1,a,2024-03-29,',
    ];
    const { file, plan } = await orderSums(...rows);
    expect(partsAsRecord(file.preview(plan).parts)).toEqual({ sale: [3, 3_000], refund: [3, -1_500] });
    expect(counted(file, plan, 'behaviour')).toEqual({ orders: 1, customers: 1, revenue: 1_500 });
  });

  it('is not lost with its first row when a later one repeats it, and not counted twice', async () => {
    const { file, plan } = await orderSums('1,a,2024-03-26,10,extra', '1,a,2024-03-26,10', '1,a,2024-03-26,10');
    expect(partsAsRecord(file.preview(plan).parts)).toEqual({ sale: [2, 1_000], 'too-many-cells': [1, 0] });
  });

  it('that stands on a row which cannot be used makes no order of 0 out of the others', async () => {
    const { file, plan } = await orderSums('1,a,no day,30', '1,a,2024-03-25,', '2,b,2024-03-26,10');
    expect(partsAsRecord(file.preview(plan).parts)).toEqual({ sale: [1, 1_000], 'bad-date': [1, 3_000], 'no-amount': [1, 0] });
    expect(file.preview(plan).totals.orders).toBe(1);
  });

  it('of 0 leaves all rows of the order out, or keeps them all', async () => {
    const { file, plan } = await orderSums('1,a,2024-03-25,0.00', '1,a,2024-03-25,', '1,a,2024-03-25,0.00', '2,b,2024-03-26,10');
    expect(partsAsRecord(file.preview(plan).parts)).toEqual({ sale: [1, 1_000], 'zero-amount': [3, 0] });
    const kept = { ...plan, rules: { ...plan.rules, zero: 'keep' as const } };
    expect(partsAsRecord(file.preview(kept).parts)).toEqual({ sale: [4, 1_000] });
  });

  it('below 0 makes refunds of all rows of the number', async () => {
    const { file, plan } = await orderSums('R7,a,2024-03-25,-30', 'R7,a,2024-03-25,', '2,a,2024-03-26,10');
    expect(partsAsRecord(file.preview(plan).parts)).toEqual({ sale: [1, 1_000], refund: [2, -3_000] });
    expect(file.preview(plan).totals.orders).toBe(1);
  });

  it('less a discount on one row is still the sum of the order', async () => {
    const file = await stage(
      csv('Order ID,Customer,Date,Order Total,Off', '1,a,2024-03-25,50,50', '1,a,2024-03-25,50,', '2,b,2024-03-26,20,-5'),
    );
    const plan = withRoles(file.plan, { 3: 'order-amount', 4: 'discount' });
    expect(partsAsRecord(file.preview(plan).parts)).toEqual({ sale: [1, 1_500], 'zero-amount': [2, 0] });
  });
});

describe('a discount', () => {
  it('greater than its row makes nothing of it, and no refund', async () => {
    const file = await stage(
      csv('Order ID,Customer,Date,Amount,Discount', '1,a,2024-03-25,10,15', '2,a,2024-03-26,-10,15', '3,a,2024-03-27,10,4'),
    );
    const plan = withRoles(file.plan, { 4: 'discount' });
    expect(partsAsRecord(file.preview(plan).parts)).toEqual({ sale: [1, 600], 'zero-amount': [2, 0] });
  });
});

describe('a sum', () => {
  it('too great to be held to the penny is no sum, alone and as a product', async () => {
    const sums = await stage(
      csv(
        'Order ID,Customer,Date,Amount',
        '1,a,2024-03-25,90071992547409.9',
        '2,a,2024-03-25,90071992547410',
        '3,a,2024-03-25,9007199254740991',
      ),
    );
    expect(partsAsRecord(sums.preview(sums.plan).parts)).toMatchObject({ sale: [1, Number.MAX_SAFE_INTEGER - 1], 'bad-amount': [2, 0] });
    const products = await stage(
      csv('Order ID,Customer,Date,Unit price,Quantity', '1,a,2024-03-25,99999999.99,99999999', '2,a,2024-03-25,2.5,2'),
    );
    expect(partsAsRecord(products.preview(products.plan).parts)).toEqual({ sale: [1, 500], 'bad-amount': [1, 0] });
  });
});

describe('a refund that a file tells twice', () => {
  it.each([
    ['by its status and by a row of the same number', 'Status', ['1,a,2026-03-04,100,refunded', '1,a,2026-03-10,-100,refund'], 5_000, 1],
    ['by a column and by a row of the same number', 'Refund Amount', ['1,a,2026-03-04,100,30', '1,a,2026-03-10,-30,0'], 12_000, 2],
    ['by a column in full and by a row in part', 'Refund Amount', ['1,a,2026-03-04,100,30', '1,a,2026-03-10,-20,0'], 12_000, 2],
    ['by a column in part and by a row in full', 'Refund Amount', ['1,a,2026-03-04,100,30', '1,a,2026-03-10,-40,0'], 11_000, 2],
  ] as const)('%s is given back once', async (_, column, rows, revenue, orders) => {
    const file = await stage(csv(`Order ID,Customer,Date,Amount,${column}`, ...rows, '2,b,2026-03-05,50,'));
    expect(counted(file, file.plan, 'behaviour')).toEqual({ orders, customers: orders, revenue });
    expect(counted(file, file.plan, 'accounting').revenue).toBe(revenue);
  });
});

describe('the preview', () => {
  it.each([
    ['numbers that two customers share', ['1,a,2024-03-25,10', '1,b,2024-03-25,5', '1,a,2024-03-25,5', '2,b,2024-04-25,5']],
    [
      'numbers of a till that begins anew each day',
      ['1,a,2024-03-25,10', '2,b,2024-03-25,5', '1,b,2024-03-26,5', '2,c,2024-03-26,5', '1,b,2024-03-26,1'],
    ],
    [
      'guests who share a number with a customer',
      ['1,nobody,2024-03-25,10', '1,n/a,2024-03-25,5', '1,a,2024-03-26,5', '3,n/a,2024-03-26,5'],
    ],
  ])('counts %s as the answers do', async (_, rows) => {
    const file = await stage(csv('Order ID,Customer,Date,Amount', ...rows));
    const plan: ImportPlan = { ...file.plan, rules: { ...file.plan.rules, noCustomer: 'guest' } };
    const { totals, parts, rows: all } = file.preview(plan);
    expect({ orders: totals.orders, customers: totals.customers, revenue: totals.worthMinor }).toEqual(counted(file, plan, 'ignore'));
    expect(sumOfRows(parts)).toBe(all);
  });
});

describe('a remembered currency', () => {
  const header = 'Order ID,Customer,Date,Amount,Currency';

  it.each([
    ['is kept where the file names it', ['1,a,2024-03-25,10,USD', '2,a,2024-03-26,10,EUR', '3,a,2024-03-26,10,EUR'], 'USD', 1_000],
    ['gives way where the file knows only another, with its own digits', ['1,a,2024-03-25,10,JPY', '2,a,2024-03-26,10,JPY'], 'JPY', 20],
  ] as const)('%s', async (_, rows, code, worth) => {
    const earlier = await stage(csv(header, '1,a,2024-03-25,10,USD'));
    const file = await stage(csv(header, ...rows), undefined, earlier.plan);
    expect([file.remembered, file.plan.currency.code]).toEqual([true, code]);
    expect(file.preview(file.plan).totals.worthMinor).toBe(worth);
  });
});

describe('the currency', () => {
  const guessed = async (...cells: string[]) => {
    const file = await stage(csv('Order ID,Customer,Date,Amount', ...cells.map((cell, i) => `${i},a,2024-03-25,"${cell}"`)));
    return { code: file.plan.currency.code, remark: file.preview(file.plan).columns[3]!.remark };
  };

  it.each([
    ['$12.00', 'USD'], ['A$ 12.50', 'AUD'], ['C$12', 'CAD'], ['S$12', 'SGD'], ['NT$1,200', 'TWD'], ['US$5', 'USD'], ['1,250 JPY', 'JPY'], ['KWD 1.250', 'KWD'],
    ['RM 12.00', 'MYR'], ['12,50 zł', 'PLN'], ['₹1,20,000', 'INR'], ['12.50', ''], ['¥28', ''],
  ] as const)('%s is %s', async (cell, code) => {
    expect((await guessed(cell, cell)).code).toBe(code);
  }); // prettier-ignore

  it('is that of most cells, and the others are said', async () => {
    const { code, remark } = await guessed('$10.00', '$12.00', '£10.00', '$11.00');
    expect([code, remark]).toEqual(['USD', { code: 'currencies-mixed', facts: { count: 1, example: '£10.00', main: 'USD' }, ask: false }]);
    expect((await guessed('$10.00', '$12.00', '13')).remark).toBeNull();
  });
});

describe('a discount that cannot be read', () => {
  it('is said', async () => {
    const file = await stage(csv('Order ID,Customer,Date,Amount,Discount', '1,a,2024-03-25,10,10%', '2,a,2024-03-26,10,1'));
    const { columns } = file.preview(withRoles(file.plan, { 4: 'discount' }));
    expect(columns[4]!.remark).toMatchObject({ code: 'numbers-unreadable', facts: { count: 1, example: '10%' } });
  });
});
