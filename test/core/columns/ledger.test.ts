import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildLedger } from '../../../src/core/columns/ledger';
import { orderTableFor } from '../../../src/core/columns/order-table-for';
import { batchOf, d, type RowLiteral } from './ledger-fixture';

/** Orders as [customer, label, day, gross], in the book's order. */
function ordersOf(...batches: readonly RowLiteral[][]) {
  const ledger = buildLedger(batches.map((rows, i) => batchOf(rows, i + 1)));
  const list: [string, string, number, number][] = [];
  for (let c = 0; c < ledger.customers; c++)
    for (let o = ledger.first[c]!; o < ledger.first[c + 1]!; o++)
      list.push([ledger.codes.customerText(c), ledger.codes.orderText(ledger.code[o]!), ledger.day[o]!, ledger.gross[o]!]);
  return list;
}

describe('the ledger', () => {
  it('rows with one order number of one customer are one order, dated by its earliest row', () => {
    const rows = [
      { customer: 'a', order: '1', day: '2024-01-03', amount: 500 },
      { customer: 'a', order: '1', day: '2024-01-02', amount: 250 },
      { customer: 'a', order: '2', day: '2024-01-01', amount: 100 },
    ];
    expect(ordersOf(rows)).toEqual([
      ['a', '2', d('01-01'), 100],
      ['a', '1', d('01-02'), 750],
    ]);
  });

  it('the same order number of two customers is two orders', () => {
    const rows = [
      { customer: 'a', order: '1', day: '2024-01-03', amount: 500 },
      { customer: 'b', order: '1', day: '2024-01-03', amount: 700 },
      { customer: 'a', order: '1', day: '2024-01-03', amount: 1 },
    ];
    expect(ordersOf(rows)).toEqual([
      ['a', '1', d('01-03'), 501],
      ['b', '1', d('01-03'), 700],
    ]);
  });

  it('rows without an order number are orders of their own, also over two imports', () => {
    const rows = [
      { customer: 'a', day: '2024-01-03', amount: 500 },
      { customer: 'a', day: '2024-01-03', amount: 500 },
    ];
    expect(ordersOf(rows, rows)).toHaveLength(4);
  });

  it('a customer and an order keep their identity across imports', () => {
    const first = [{ customer: 'a', order: '1', day: '2024-01-03', amount: 500 }];
    const second = [
      { customer: 'b', order: '9', day: '2024-01-01', amount: 10 },
      { customer: 'a', order: '1', day: '2024-01-03', amount: 20 },
    ];
    expect(ordersOf(first, second)).toEqual([
      ['a', '1', d('01-03'), 520],
      ['b', '9', d('01-01'), 10],
    ]);
  });

  it('each order of a row without a customer is a customer of its own', () => {
    const rows = [
      { customer: null, order: '1', day: '2024-01-03', amount: 5 },
      { customer: 'a', order: '2', day: '2024-01-03', amount: 6 },
      { customer: null, order: '1', day: '2024-01-03', amount: 7 },
      { customer: null, order: '3', day: '2024-01-03', amount: 8 },
    ];
    expect(ordersOf(rows)).toEqual([
      ['a', '2', d('01-03'), 6],
      ['1', '1', d('01-03'), 12],
      ['3', '3', d('01-03'), 8],
    ]);
  });

  it('every sale row stands in exactly one order, and an order knows its rows in the order of the file', () => {
    const row = fc.record({
      customer: fc.constantFrom('a', 'b', 'c', null),
      order: fc.constantFrom('1', '2', '3', '4'),
      day: fc.constantFrom('2024-01-01', '2024-01-02', '2024-02-01'),
      amount: fc.integer({ min: 1, max: 999 }),
      refund: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
        const ledger = buildLedger([batchOf(rows)]);
        const sales = rows.flatMap((r, i) => (r.refund ? [] : [i]));
        expect([...ledger.lines].sort((a, b) => a - b)).toEqual(sales);
        for (let o = 0; o < ledger.orders; o++) {
          const own = [...ledger.lines.subarray(ledger.lineFirst[o]!, ledger.lineFirst[o + 1]!)];
          expect(own).toEqual([...own].sort((a, b) => a - b));
          expect(own.reduce((sum, i) => sum + rows[i]!.amount, 0)).toBe(ledger.gross[o]);
        }
      }),
    );
  });
});

describe('refunds', () => {
  const netOf = (rows: RowLiteral[], view: 'behaviour' | 'accounting' | 'ignore' = 'behaviour', asOf = d('12-31')) => {
    const table = orderTableFor(buildLedger([batchOf(rows)]), view, asOf);
    return { net: [...table.net], booked: [...table.refunds.amountMinor], effect: table.effect };
  };
  const sale = (order: string, day: string, amount: number, product?: string): RowLiteral => ({
    customer: 'a',
    order,
    day: `2024-${day}`,
    amount,
    ...(product ? { product } : {}),
  });
  const refund = (order: string, day: string, amount: number, product?: string): RowLiteral => ({
    ...sale(order, day, amount, product),
    refund: true,
  });

  it('a refund with the number of an order lowers that order', () => {
    const { net, effect } = netOf([sale('1', '01-01', 500), sale('2', '02-01', 500), refund('1', '03-01', 200)]);
    expect(net).toEqual([300, 500]);
    expect(effect).toEqual({ refunds: 1, refundedMinor: 200, matchedMinor: 200, ordersUndone: 0, customersUndone: 0 });
  });

  it('a credit note with a product lowers the latest earlier order of that product, then the one before', () => {
    const rows = [
      sale('1', '01-01', 500, 'cup'),
      sale('2', '02-01', 300, 'cup'),
      sale('3', '02-02', 900, 'pot'),
      refund('C9', '03-01', 400, 'cup'),
    ];
    expect(netOf(rows).net).toEqual([400, 900]);
    expect(netOf(rows).effect.ordersUndone).toBe(1);
  });

  it('a credit note never reaches an order placed after it', () => {
    const { net, booked } = netOf([refund('C9', '01-01', 400, 'cup'), sale('1', '02-01', 500, 'cup')]);
    expect(net).toEqual([500]);
    expect(booked).toEqual([400]);
  });

  it('a refund without number and product lowers the latest earlier order that holds all of it', () => {
    expect(netOf([sale('1', '01-01', 500), sale('2', '02-01', 100), refund('C9', '03-01', 300)]).net).toEqual([200, 100]);
  });

  it('an order refunded in full is no purchase, and its buyer no customer, in the behaviour view only', () => {
    const rows = [sale('1', '01-01', 500, 'cup'), refund('C1', '01-05', 500, 'cup')];
    expect(netOf(rows)).toMatchObject({ net: [], effect: { ordersUndone: 1, customersUndone: 1 } });
    expect(netOf(rows, 'accounting')).toMatchObject({ net: [500], booked: [500] });
    expect(netOf(rows, 'ignore')).toMatchObject({ net: [500], booked: [] });
  });

  it('no order falls below 0: what a refund has too much is booked on its own day', () => {
    const { net, booked } = netOf([sale('1', '01-01', 500), sale('2', '01-02', 50), refund('1', '03-01', 700)]);
    expect(net).toEqual([50]);
    expect(booked).toEqual([200]);
  });

  it('money given back by its own row lowers its order', () => {
    const rows = [{ ...sale('1', '01-01', 2000), givenBack: 400 }];
    expect(netOf(rows).net).toEqual([1600]);
    expect(netOf(rows, 'accounting')).toMatchObject({ net: [2000], booked: [400] });
  });

  it('a refund after the as-of day is not known yet', () => {
    const rows = [sale('1', '01-01', 500), refund('1', '03-01', 500)];
    expect(netOf(rows, 'behaviour', d('02-01')).net).toEqual([500]);
    expect(netOf(rows, 'behaviour', d('03-01')).net).toEqual([]);
  });

  it('over the whole file, net and booked refunds are sales less refunds, in both views that count them', () => {
    const row = fc.record({
      customer: fc.constantFrom('a', 'b'),
      order: fc.constantFrom('1', '2', '3', 'C1'),
      day: fc.constantFrom('2024-01-01', '2024-01-02', '2024-02-01'),
      amount: fc.integer({ min: 1, max: 99 }),
      refund: fc.boolean(),
      product: fc.constantFrom('cup', 'pot'),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
        const sum = (list: Iterable<number>) => [...list].reduce((a, b) => a + b, 0);
        const expected = sum(rows.map((r) => (r.refund ? -r.amount : r.amount)));
        for (const view of ['behaviour', 'accounting'] as const) {
          const { net, booked } = netOf(rows, view);
          expect(sum(net) - sum(booked)).toBe(expected);
          expect(net.every((n) => n > 0)).toBe(true);
        }
      }),
    );
  });

  it('a book cut at t is the book as known at t', () => {
    const row = fc.record({
      customer: fc.constantFrom('a', 'b'),
      order: fc.constantFrom('1', '2', 'C1'),
      day: fc.integer({ min: 1, max: 28 }).map((n) => `2024-01-${String(n).padStart(2, '0')}`),
      amount: fc.integer({ min: 1, max: 99 }),
      refund: fc.boolean(),
      product: fc.constantFrom('cup', 'pot'),
    });
    // One row an order: an order that gains rows after t has another sum at t, which a file of finished orders does not have.
    const oneRowAnOrder = (rows: RowLiteral[]) =>
      rows.filter((r, i) => r.refund || rows.findIndex((x) => !x.refund && x.order === r.order) === i);
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), fc.integer({ min: 1, max: 28 }), (all, t) => {
        const rows = oneRowAnOrder(all);
        const asOf = d('01-01') + t - 1;
        const cut = rows.filter((r) => Number(r.day.slice(8)) <= t);
        for (const view of ['behaviour', 'accounting', 'ignore'] as const) {
          const whole = netOf(rows, view, asOf);
          const known = netOf(cut, view, asOf);
          expect([...whole.net].sort()).toEqual([...known.net].sort());
          expect(whole.booked.reduce((a, b) => a + b, 0)).toBe(known.booked.reduce((a, b) => a + b, 0));
        }
      }),
    );
  });
});
