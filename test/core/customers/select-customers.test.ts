import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildLedger } from '../../../src/core/columns/ledger';
import { orderTableFor, refundedByOrder } from '../../../src/core/columns/order-table-for';
import { customerAttribute, customerColumns } from '../../../src/core/customers/customer-columns';
import { ledgerEntries } from '../../../src/core/customers/customer-page';
import {
  customerRow,
  customerTotals,
  filterCustomers,
  sortCustomers,
  type CustomerBook,
} from '../../../src/core/customers/select-customers';
import type { CustomerFilter } from '../../../src/core/customers/customer-table';
import type { View } from '../../../src/terms/view';
import { batchOf, d, type RowLiteral } from '../columns/ledger-fixture';

const asOf = d('12-31');
const view = { asOf } as View;

function bookOf(rows: RowLiteral[], refunds: 'behaviour' | 'ignore' = 'behaviour', lapseDays = 90) {
  const ledger = buildLedger([batchOf(rows)]);
  const table = orderTableFor(ledger, refunds, asOf);
  const book: CustomerBook = {
    table,
    columns: customerColumns(ledger, table, view, lapseDays),
    key: (c) => ledger.codes.customerText(c),
    name: null,
    country: customerAttribute(ledger, 'country'),
  };
  return { ledger, table, book };
}
const sale = (customer: string, day: string, amount: number, more: Partial<RowLiteral> = {}): RowLiteral => ({
  customer,
  order: `${customer}${day}`,
  day: `2024-${day}`,
  amount,
  ...more,
});
const keys = (book: CustomerBook, rows: Uint32Array) => [...rows].map((row) => book.key(book.columns.id[row]!));
const list = (book: CustomerBook, filter: CustomerFilter, who?: Uint32Array) =>
  keys(book, who ? filterCustomers(book, filter, who) : filterCustomers(book, filter));

describe('what is known of a customer', () => {
  it('sales, refunds and net add up, and refunds that match no order count too', () => {
    const { book } = bookOf([
      sale('a', '01-01', 1000, { product: 'cup' }),
      sale('a', '02-01', 500),
      { ...sale('a', '03-01', 300, { product: 'cup' }), refund: true, order: 'C1' },
      { ...sale('a', '03-02', 50, { product: 'pot' }), refund: true, order: 'C2' },
    ]);
    expect(customerRow(book, 0)).toMatchObject({ key: 'a', orders: 2, grossMinor: 1500, refundMinor: 350, netMinor: 1150 });
  });

  it('gaps are between days with an order; the usual one is told from three gaps on', () => {
    const three = [sale('a', '01-01', 1), sale('a', '01-11', 1), sale('a', '01-11', 1, { order: 'x' }), sale('a', '02-10', 1)];
    expect(customerRow(bookOf(three).book, 0)).toMatchObject({ orderDays: 3, orders: 4, usualGap: null, longestGap: 30 });
    const four = [...three, sale('a', '02-15', 1)];
    expect(customerRow(bookOf(four).book, 0)).toMatchObject({ usualGap: 10, longestGap: 30, silent: asOf - d('02-15') });
  });

  it('each stage is told by the lapse window', () => {
    // The window of 90 days before 31 December 2024 begins after 2 October, the one before it after 4 July.
    const { book } = bookOf([
      sale('new', '10-03', 1),
      sale('lapsed', '10-02', 1),
      sale('retained', '07-05', 1),
      sale('retained', '10-03', 1),
      sale('reactivated', '07-04', 1),
      sale('reactivated', '10-03', 1),
    ]);
    const stages = Object.fromEntries([0, 1, 2, 3].map((row) => [customerRow(book, row).key, customerRow(book, row).stage]));
    expect(stages).toEqual({ new: 'new', lapsed: 'lapsed', retained: 'retained', reactivated: 'reactivated' });
  });

  it('the country is the one of the last row that names one', () => {
    const { book } = bookOf([
      sale('a', '01-01', 1, { country: 'France' }),
      sale('a', '02-01', 1, { country: 'Spain' }),
      sale('a', '03-01', 1),
      sale('b', '01-01', 1),
    ]);
    expect([customerRow(book, 0).country, customerRow(book, 1).country]).toEqual(['Spain', '']);
  });

  it('the strip has one stroke for each day with an order', () => {
    const { book } = bookOf([sale('a', '01-01', 5), sale('a', '01-01', 6, { order: 'x' }), sale('a', '02-01', 7)]);
    expect(customerRow(book, 0).strip).toEqual({ day: Int32Array.of(d('01-01'), d('02-01')), net: Float64Array.of(11, 7) });
  });
});

describe('a list of customers', () => {
  const rows = [
    sale('anna', '01-01', 900, { country: 'France' }),
    sale('Bo', '11-01', 100, { country: 'Österreich' }),
    sale('Bo', '12-01', 100),
    sale('c10', '06-01', 300),
    sale('c9', '06-01', 300),
  ];

  it('all conditions must hold', () => {
    const { book } = bookOf(rows);
    expect(list(book, {})).toEqual(['anna', 'Bo', 'c10', 'c9']);
    expect(list(book, { minOrders: 2 })).toEqual(['Bo']);
    expect(list(book, { maxOrders: 1, silentOver: 300 })).toEqual(['anna']);
    expect(list(book, { silentUpTo: 30 })).toEqual(['Bo']);
    expect(list(book, { search: 'ÖSTER' })).toEqual(['Bo']);
    expect(list(book, { search: 'C1' })).toEqual(['c10']);
  });

  it('a condition on silence is strict above and inclusive below, so that the two sides share nobody', () => {
    const { book } = bookOf(rows);
    const silent = asOf - d('06-01');
    expect(list(book, { silentOver: silent })).toEqual(['anna']);
    expect(list(book, { silentUpTo: silent })).toEqual(['Bo', 'c10', 'c9']);
  });

  it('who slips away is silent beyond twice the usual gap and not lapsed yet, or fallen by a model for longer than the shop’s usual gap', () => {
    const often = (customer: string, last: string) => ['05-01', '05-11', '05-21', '05-31', last].map((day) => sale(customer, day, 1));
    const { book } = bookOf([
      ...often('late', '12-01'), // usual gap 10 days, silent for 30
      ...often('well', '12-12'), // silent for 19
      ...often('lapsed', '10-02'), // silent for 90, the window
      sale('once', '12-30', 1),
    ]);
    const slipping = (fallen: (customer: number) => boolean) => keys(book, filterCustomers(book, { slipping: true }, undefined, fallen));
    expect(list(book, { slipping: true })).toEqual(['late']);
    // The usual gap of the shop is 10 days: the one silent for 19 slips away when a model says so, the one who ordered yesterday never does.
    expect(book.columns.shopGap).toBe(10);
    expect(slipping(() => true)).toEqual(['late', 'well']);
    expect(slipping((customer) => customer === book.columns.id[3])).toEqual(['late']);
    expect(customerRow(book, 0).reason).toEqual({ code: 'past-usual-gap', usual: 10, silent: 30 });
  });

  it('a silence as long as the usual gap of the shop is none yet, and one day more is', () => {
    const { book } = bookOf([sale('a', '12-01', 1), sale('a', '12-11', 1), sale('once', '12-21', 1), sale('away', '12-20', 1)]);
    expect(
      keys(
        book,
        filterCustomers(book, { slipping: true }, undefined, (c) => book.key(c) !== 'a'),
      ),
    ).toEqual(['away']);
    const { book: noGap } = bookOf([sale('a', '10-20', 1), sale('b', '12-11', 1)]);
    expect(noGap.columns.shopGap).toBeNaN();
    expect(
      keys(
        noGap,
        filterCustomers(noGap, { slipping: true }, undefined, () => true),
      ),
    ).toEqual([]);
  });

  it('somebody new slips away by a rhythm of their own only after more than the shop’s usual gap', () => {
    const every = (customer: string, days: string[]) => days.map((day) => sale(customer, day, 1));
    const { book } = bookOf([
      ...every('old', ['02-01', '03-02', '04-01', '05-01', '05-31', '06-30', '12-01']), // the usual gap of the shop: 30 days
      ...every('older', ['01-01', '01-31', '03-01', '03-31', '04-30', '12-26', '12-27', '12-28', '12-29', '12-30', '12-31']),
      ...every('burst', ['12-19', '12-20', '12-21', '12-22']), // usual gap 1 day, silent for 9
      ...every('gone', ['11-20', '11-21', '11-22', '11-23']), // silent for 38
    ]);
    expect(['burst', 'gone'].map((key) => customerRow(book, list(book, {}).indexOf(key)).stage)).toEqual(['new', 'new']);
    expect(list(book, { slipping: true })).toEqual(['gone']);
  });

  it('silence beyond the longest gap needs a gap', () => {
    const { book } = bookOf([sale('a', '01-01', 1), sale('b', '01-01', 1), sale('b', '01-11', 1)]);
    expect(list(book, { beyondLongestGap: 2 })).toEqual(['b']);
  });

  it('stays within the customers behind a number', () => {
    expect(list(bookOf(rows).book, { minOrders: 1 }, Uint32Array.of(0, 2))).toEqual(['anna', 'c10']);
  });

  it('sorts by number and by name as people count, ties by key order of the file', () => {
    const { book } = bookOf(rows);
    const all = filterCustomers(book, {});
    expect(keys(book, sortCustomers(book, all.slice(), { column: 'net', descending: true }))).toEqual(['anna', 'c10', 'c9', 'Bo']);
    expect(keys(book, sortCustomers(book, all.slice(), { column: 'key', descending: false }))).toEqual(['anna', 'Bo', 'c9', 'c10']);
    expect(keys(book, sortCustomers(book, all.slice(), { column: 'usualGap', descending: false }))).toHaveLength(4);
  });

  it('totals are the sums of the list, with the middle silence', () => {
    const { book } = bookOf(rows);
    const totals = customerTotals(book, filterCustomers(book, { maxOrders: 1 }));
    expect(totals).toMatchObject({
      customers: 3,
      shopGap: 30,
      grossMinor: 1500,
      netMinor: 1500,
      medianSilent: asOf - d('06-01'),
      top: { key: 'anna' },
    });
    expect(customerTotals(book, new Uint32Array(0))).toMatchObject({ customers: 0, medianSilent: null, top: null });
  });

  it('the stages part all customers: together they are everyone, and nobody is in two', () => {
    const row = fc.record({
      customer: fc.constantFrom('a', 'b', 'c', 'd'),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), fc.integer({ min: 1, max: 200 }), (drawn, lapseDays) => {
        const pad = (n: number) => String(n).padStart(2, '0');
        const { book } = bookOf(
          drawn.map((r) => sale(r.customer, `${pad(r.month)}-${pad(r.day)}`, 10)),
          'ignore',
          lapseDays,
        );
        const byStage = (['new', 'retained', 'reactivated', 'lapsed'] as const).flatMap((stage) => list(book, { stage }));
        expect(byStage.sort()).toEqual(list(book, {}).sort());
      }),
    );
  });
});

describe('the page of a customer', () => {
  it('shows orders and credit notes with their rows, latest first', () => {
    const { ledger, table } = bookOf([
      sale('a', '01-01', 1000, { order: '1', product: 'cup', quantity: 4 }),
      sale('a', '01-01', 200, { order: '1', product: 'pot', quantity: 1 }),
      sale('a', '01-21', 500, { order: '2', product: 'pot', quantity: 2 }),
      { ...sale('a', '02-01', 500, { order: 'C3', product: 'pot', quantity: -2 }), refund: true },
    ]);
    const entries = ledgerEntries(ledger, table, 0, asOf, refundedByOrder(ledger, asOf));
    expect(
      entries.map(({ kind, label, amountMinor, refundedMinor, purchase, quantity, gap }) => [
        kind,
        label,
        amountMinor,
        refundedMinor,
        purchase,
        quantity,
        gap,
      ]),
    ).toEqual([
      ['refund', 'C3', -500, 500, false, -2, null],
      ['order', '2', 500, 500, false, 2, null],
      ['order', '1', 1200, 0, true, 5, null],
    ]);
    expect(entries[2]!.items.map((item) => [item.product, item.line, item.importId])).toEqual([
      ['cup', 2, 1],
      ['pot', 3, 1],
    ]);
  });
});
