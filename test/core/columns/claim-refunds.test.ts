import { describe, expect, it } from 'vitest';
import { countedBatches } from '../../../src/core/columns/counted-batches';
import { buildLedger } from '../../../src/core/columns/ledger';
import { orderTableFor } from '../../../src/core/columns/order-table-for';
import { batchOf, d, type RowLiteral } from './ledger-fixture';

/** The shop of some files, none of which counts guests unless it is said. */
function shopOf(files: readonly RowLiteral[][], guests = false) {
  const counted = countedBatches(
    files.map((rows, i) => ({ batch: batchOf(rows, i + 1), mode: 'append' as const, perOrder: false, mended: false, guests })),
  );
  const ledger = buildLedger(counted.batches, counted.orders);
  const view = (refunds: 'behaviour' | 'accounting') => {
    const { net, refunds: booked } = orderTableFor(ledger, refunds, d('12-31'));
    const names = Array.from({ length: ledger.customers }, (_, c) => ledger.codes.customerText(c)).sort();
    return { net: [...net].sort((a, b) => a - b), booked: [...booked.amountMinor].sort((a, b) => a - b), names };
  };
  return { counted, behaviour: view('behaviour'), accounting: view('accounting') };
}

const sale = (order: string, customer: string | null, day: string, amount: number, givenBack?: number): RowLiteral => ({
  customer,
  order,
  day: `2024-${day}`,
  amount,
  ...(givenBack === undefined ? {} : { givenBack }),
});
const refund = (order: string, customer: string | null, day: string, amount: number): RowLiteral => ({
  ...sale(order, customer, day, amount),
  refund: true,
});

describe('a refund without a customer', () => {
  const sales = [sale('1', 'ann', '01-01', 500), sale('2', 'bob', '01-02', 300)];
  const refunds = [refund('1', null, '02-01', 200), refund('2', null, '02-01', 300)];

  it('belongs to whoever made the order that it names, in the same import or another, in whichever order they came', () => {
    for (const files of [[sales, refunds], [refunds, sales], [[...sales, ...refunds]], [[...refunds, ...sales]]]) {
      const { behaviour, accounting } = shopOf(files);
      expect(behaviour).toEqual({ net: [300], booked: [], names: ['ann', 'bob'] });
      expect(accounting).toEqual({ net: [300, 500], booked: [200, 300], names: ['ann', 'bob'] });
    }
  });

  it('waits while no import has its order, and is in no figure until then', () => {
    const alone = shopOf([refunds]);
    expect(alone.accounting).toEqual({ net: [], booked: [], names: [] });
    expect(alone.counted.repeats).toMatchObject([{ counted: 0, waiting: 2 }]);
    expect(shopOf([[sales[0]!], refunds]).counted.repeats).toMatchObject([
      { counted: 1, waiting: 0 },
      { counted: 1, waiting: 1 },
    ]);
  });

  it('is a guest’s where guests count, with the guest’s order or without one', () => {
    const { accounting } = shopOf(
      [[sale('7', null, '01-01', 400)], [refund('7', null, '01-05', 100), refund('8', null, '01-05', 50)]],
      true,
    );
    expect(accounting).toEqual({ net: [400], booked: [50, 100], names: ['7', '8'] });
  });

  it('of a number that several customers had belongs to the one who ordered last before it', () => {
    const files = [[sale('1', 'ann', '01-01', 500)], [sale('1', 'bob', '03-01', 500)], [refund('1', null, '02-01', 500)]];
    expect(shopOf(files).behaviour.net).toEqual([500]);
    expect(shopOf(files).counted.batches[2]!.customers).toEqual(batchOf([sale('1', 'ann', '01-01', 1)]).customers);
  });
});

describe('a refund that a column tells in one file and a row in another', () => {
  it('is given back once, on the day of the row, in whichever order the files came', () => {
    const column = [sale('1', 'ann', '01-01', 500, 200), sale('2', 'bob', '01-02', 300, 300)];
    const rows = [refund('1', 'ann', '02-01', 200), refund('2', null, '02-01', 100)];
    for (const files of [
      [column, rows],
      [rows, column],
    ]) {
      const { behaviour, accounting } = shopOf(files);
      expect(behaviour).toMatchObject({ net: [300], booked: [] });
      // Of bob's 300 the rows know 100; the rest is told by the column alone.
      expect(accounting).toMatchObject({ net: [300, 500], booked: [100, 200, 200] });
    }
  });
});
