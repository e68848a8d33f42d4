import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildLedger } from '../../../src/core/columns/ledger';
import { withoutRepeats } from '../../../src/core/columns/without-repeats';
import { pack } from '../../../src/core/columns/packed-strings';
import { batchOf, type RowLiteral } from './ledger-fixture';
import { slowRepeats, type ImportLiteral } from './slow-repeats';

function kept(imports: readonly ImportLiteral[]) {
  return withoutRepeats(
    imports.map(({ rows, mode, perOrder = false, mended = false, cancelled }, i) => ({
      batch: { ...batchOf(rows, i + 1), ...(cancelled?.length ? { cancelled: pack(cancelled) } : {}) },
      mode,
      perOrder,
      mended,
    })),
  );
}

/** Rows that count, by import, as positions in the file. */
function countedRows(imports: readonly ImportLiteral[]): number[][] {
  return kept(imports).batches.map(({ lines }) => [...lines.line].map((line) => line - 2));
}

const add = (...rows: RowLiteral[]): ImportLiteral => ({ rows, mode: 'append' });
const update = (...rows: RowLiteral[]): ImportLiteral => ({ rows, mode: 'update' });
const sale = (order: string, day: string, amount: number, product?: string, customer = 'ann'): RowLiteral => ({
  customer,
  order,
  day: `2024-${day}`,
  amount,
  ...(product ? { product } : {}),
});
const till = (day: string, amount: number, second?: number): RowLiteral => ({
  customer: 'A',
  day: `2024-${day}`,
  amount,
  ...(second === undefined ? {} : { second }),
});

describe('rows that are there already', () => {
  it('three equal rows of a file are three, and the file once more adds none', () => {
    const file = add(till('01-01', 1), till('01-01', 1), till('01-01', 1));
    expect(countedRows([file, file])).toEqual([[0, 1, 2], []]);
    expect(kept([file, file]).repeats[1]).toEqual({
      fresh: 0,
      unchanged: 3,
      changed: 0,
      counted: 0,
      superseded: 0,
      cancelled: 0,
      orders: 0,
    });
  });

  it('a file that has an equal row more often than the earlier ones adds the difference', () => {
    expect(countedRows([add(till('01-01', 1)), add(till('01-01', 1), till('01-01', 2), till('01-01', 1))])).toEqual([[0], [1, 2]]);
  });

  it('imports that share no order and no day come back as they are', () => {
    const batches = [add(sale('1', '01-01', 5)), add(sale('2', '01-01', 5)), add(till('01-02', 5))].map(({ rows }, i) => batchOf(rows, i));
    const result = withoutRepeats(batches.map((batch) => ({ batch, mode: 'append' as const, perOrder: false, mended: false })));
    result.batches.forEach((batch, i) => expect(batch).toBe(batches[i]));
  });

  it('another sum for a line of an order is another version: added files leave the older one, updates take the newer one', () => {
    const first = [sale('1', '01-01', 500, 'cup'), sale('1', '01-01', 300, 'pot')];
    const second = [sale('1', '01-01', 450, 'cup'), sale('1', '01-01', 300, 'pot'), sale('1', '01-01', 70, 'lid')];
    expect(countedRows([add(...first), add(...second)])).toEqual([[0, 1], [2]]);
    expect(countedRows([add(...first), update(...second)])).toEqual([[1], [0, 2]]);
    const counts = { fresh: 1, unchanged: 1, changed: 1, superseded: 0, cancelled: 0, orders: 1 };
    expect(kept([add(...first), add(...second)]).repeats[1]).toEqual({ ...counts, counted: 1 });
    expect(kept([add(...first), update(...second)]).repeats).toMatchObject([
      { counted: 1, superseded: 1 },
      { ...counts, counted: 2 },
    ]);
  });

  it('an order number that comes again with another customer on another day is another order', () => {
    expect(countedRows([add(sale('1', '01-01', 500, 'cup')), add(sale('1', '02-01', 500, 'cup', 'bob'))])).toEqual([[0], [0]]);
    expect(countedRows([add(sale('1', '01-01', 500, 'cup')), add(sale('1', '01-01', 500, 'cup', 'bob'))])).toEqual([[0], []]);
  });

  it('a second refund of an order on another day is another refund, in updates too', () => {
    const refund = (day: string, amount: number): RowLiteral => ({ ...sale('1', day, amount), refund: true });
    expect(countedRows([add(refund('01-01', 5)), add(refund('02-01', 5))])).toEqual([[0], [0]]);
    expect(countedRows([add(refund('01-01', 5)), update(refund('01-01', 7), refund('02-01', 5))])).toEqual([[], [0, 1]]);
  });

  it('seconds that a spreadsheet dropped make no new row, nor does a file of days beside one of times', () => {
    expect(countedRows([add(till('01-01', 5, 3661)), add(till('01-01', 5, 3660), till('01-01', 5, 7200))])).toEqual([[0], [1]]);
    expect(countedRows([add(till('01-01', 5, 3661), till('01-01', 5, 7200)), add(till('01-01', 5), till('01-01', 5))])).toEqual([
      [0, 1],
      [],
    ]);
    expect(countedRows([add(till('01-01', 5)), add(till('01-01', 5, 3600), till('01-01', 5, 7200))])).toEqual([[0], [1]]);
  });

  it('a file of orders beside one of their lines counts each order once, by the older file or, in updates, by the newer', () => {
    const lines = [sale('1', '01-01', 500, 'cup'), sale('1', '01-01', 300, 'pot'), sale('2', '01-02', 100, 'pot')];
    const orders = [sale('1', '01-01', 800), sale('2', '01-02', 100), sale('3', '01-03', 50)];
    expect(countedRows([add(...orders), add(...lines)])).toEqual([[0, 1, 2], []]);
    expect(countedRows([add(...orders), update(...lines)])).toEqual([[2], [0, 1, 2]]);
    expect(countedRows([add(...lines), add(...orders)])).toEqual([[0, 1, 2], [2]]);
  });

  it('the sum of an order counts once, on whichever of its rows it stands', () => {
    const rows = [sale('1', '01-01', 800, 'cup'), sale('1', '01-01', 0, 'pot')];
    const turned = [sale('1', '01-01', 800, 'pot'), sale('1', '01-01', 0, 'cup')];
    const longer = [sale('1', '01-01', 900, 'lid'), ...turned.map((row) => ({ ...row, amount: 0 }))];
    const perOrder = (one: ImportLiteral): ImportLiteral => ({ ...one, perOrder: true });
    expect(kept([perOrder(add(...rows)), perOrder(add(...turned))]).repeats[1]).toMatchObject({ unchanged: 2, counted: 0 });
    expect(countedRows([perOrder(add(...rows)), perOrder(add(...longer))])).toEqual([[0, 1], []]);
    expect(countedRows([perOrder(add(...rows)), perOrder(update(...longer))])).toEqual([[], [0, 1, 2]]);
  });

  it('mended rows are further rows of an order that stands, and other versions of rows that were mended before', () => {
    const mended = (one: ImportLiteral): ImportLiteral => ({ ...one, mended: true });
    const file = add(sale('1', '01-01', 500), sale('2', '01-01', 900));
    expect(countedRows([file, mended(add(sale('1', '01-01', 70)))])).toEqual([[0, 1], [0]]);
    expect(countedRows([file, mended(add(sale('1', '01-01', 70))), mended(update(sale('1', '01-01', 60)))])).toEqual([[0, 1], [], [0]]);
    expect(countedRows([file, mended(add(sale('1', '01-01', 70))), mended(add(sale('1', '01-01', 70)))])).toEqual([[0, 1], [0], []]);
  });

  it('an order that a newer file says was cancelled counts no more when that file updates, and again when a still newer one has it', () => {
    const cancels = (one: ImportLiteral): ImportLiteral => ({ ...one, cancelled: ['1'] });
    const first = add(sale('1', '01-01', 500), { ...sale('1', '01-05', 500), refund: true }, sale('2', '01-01', 900));
    const later = sale('3', '01-09', 100);
    expect(countedRows([first, cancels(update(later))])).toEqual([[1, 2], [0]]);
    expect(countedRows([first, cancels(add(later))])).toEqual([[0, 1, 2], [0]]);
    expect(countedRows([first, cancels(update(later)), add(sale('1', '01-01', 500))])).toEqual([[1, 2], [0], [0]]);
    expect(kept([first, cancels(add(later))]).repeats[1]).toMatchObject({ fresh: 1, cancelled: 1 });
  });

  it('a customer who was named by rows that do not count only is no customer', () => {
    const imports = [add(sale('1', '01-01', 500, 'cup', 'ann')), update(sale('1', '01-01', 500, 'cup', 'bob'))];
    const ledger = buildLedger(kept(imports).batches);
    expect([ledger.customers, ledger.codes.customerText(0)]).toEqual([1, 'bob']);
  });
});

const row: fc.Arbitrary<RowLiteral> = fc
  .record({
    customer: fc.constantFrom('a', 'b', null),
    order: fc.constantFrom('1', '2', undefined),
    day: fc.constantFrom('2024-01-01', '2024-01-02'),
    second: fc.constantFrom(undefined, 3600, 3610, 7200),
    amount: fc.constantFrom(100, 200),
    refund: fc.boolean(),
    givenBack: fc.constantFrom(0, 0, 50),
    product: fc.constantFrom('cup', 'pot', undefined),
    quantity: fc.constantFrom(undefined, 1, 2),
  })
  .map((facts) => Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as unknown as RowLiteral);
const imports: fc.Arbitrary<ImportLiteral[]> = fc
  .tuple(fc.boolean(), fc.boolean())
  .chain(([named, timed]) =>
    fc.array(
      fc.record({
        rows: fc.array(row, { maxLength: 8 }).map((rows) =>
          rows.map(({ product, second, ...rest }) => ({
            ...rest,
            ...(named && product ? { product } : {}),
            ...(timed && second ? { second } : {}),
          })),
        ),
        mode: fc.constantFrom('append' as const, 'update' as const, 'replace' as const),
        perOrder: fc.constantFrom(false, false, false, true),
        mended: fc.constantFrom(false, false, true),
        cancels: fc.subarray(['1', '2', '3']),
      }),
      { maxLength: 4 },
    ),
  )
  .map((list) => list.map(withCancelled));

/** No import says that an order was cancelled of which it has a sale. */
function withCancelled({ cancels, ...one }: ImportLiteral & { cancels: string[] }): ImportLiteral {
  return { ...one, cancelled: cancels.filter((order) => !one.rows.some((row) => row.order === order && !row.refund)) };
}

describe('the fast way', () => {
  it('lets the same rows count and calls them the same as the slow plain way, on any imports', () => {
    fc.assert(
      fc.property(imports, (list) => {
        const slow = slowRepeats(list);
        expect(countedRows(list)).toEqual(slow.counted);
        const told = kept(list).repeats;
        slow.relations.forEach((relations, file) => {
          const number = (relation: string) => relations.filter((one) => one === relation).length;
          expect(told[file]).toMatchObject({ fresh: number('fresh'), unchanged: number('unchanged'), changed: number('changed') });
          expect(told[file]).toMatchObject({ counted: slow.counted[file]!.length, cancelled: slow.cancels[file] });
        });
      }),
      { numRuns: 2000 },
    );
  });

  it('every row of an import counts, repeats an earlier one, gives way to an earlier version or to a later one', () => {
    fc.assert(
      fc.property(imports, (list) => {
        kept(list).repeats.forEach(({ fresh, unchanged, changed, counted, superseded }, file) => {
          expect(fresh + unchanged + changed).toBe(list[file]!.rows.length);
          expect(counted + superseded).toBe(fresh + (list[file]!.mode === 'update' ? changed : 0));
        });
      }),
    );
  });
});
