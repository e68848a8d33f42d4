import fc from 'fast-check';
import { NONE, type Batch, type LeftOut, type PackedStrings } from '../../src/core/columns/batch';
import { pack } from '../../src/core/columns/packed-strings';
import { DEFAULT_RULES } from '../../src/terms/plan';
import type { ImportCard } from '../../src/terms/shop';

/** A card as the engine writes one; only what a test cares about is given. */
export function card(given: Partial<ImportCard> = {}): Omit<ImportCard, 'id'> {
  return {
    shop: 1,
    name: 'orders.csv',
    bytes: 1000,
    sha256: 'aa',
    kind: 'orders',
    keptAt: '2025-01-02T03:04:05Z',
    rows: 3,
    used: 2,
    leftOut: 1,
    parts: [{ code: 'sale', rows: 2, worthMinor: 300 }],
    plan: {
      version: 1,
      kind: 'orders',
      encoding: 'utf-8',
      dialect: { delimiter: ',', quote: '"', header: true },
      header: ['a'],
      roles: ['order'],
      dateOrder: 'ymd',
      decimal: '.',
      currency: { code: 'GBP', digits: 2 },
      rules: DEFAULT_RULES,
      preset: null,
    },
    status: 'kept',
    appVersion: '0.1.0',
    mode: 'append',
    replaces: [],
    counts: [],
    joined: [],
    ...given,
  };
}

/** A batch of `rows` lines with columns of every sort: constant, narrow, wide, broken numbers, texts of two planes. */
export function inventedBatch(rows: number): Omit<Batch, 'importId'> {
  const each = (value: (i: number) => number): number[] => Array.from({ length: rows }, (_, i) => value(i));
  return {
    currency: { code: 'GBP', digits: 2 },
    lines: {
      rows,
      line: Uint32Array.from(each((i) => i + 2)),
      order: Uint32Array.from(each((i) => i >> 1)),
      customer: Uint32Array.from(each((i) => (i % 5 === 4 ? NONE : i % 7))),
      day: Int32Array.from(each((i) => 18_000 - i)),
      second: new Int32Array(rows).fill(-1),
      kind: Uint8Array.from(each((i) => (i % 9 === 8 ? 1 : 0))),
      amountMinor: Float64Array.from(each((i) => i * 12_345_678_901)),
      refundMinor: new Float64Array(rows),
      quantity: Float64Array.from(each((i) => (i % 3 ? i / 2 : NaN))),
      product: Uint32Array.from(each((i) => i % 3)),
      attributes: { country: Uint32Array.from(each((i) => i % 2)) },
      discountMinor: Float64Array.from(each((i) => i % 4)),
      promised: { values: Int32Array.from(each((i) => 18_003 - i)) },
      delivered: { values: Int32Array.from(each((i) => 18_002 - i)), seconds: Int32Array.from(each((i) => (i % 2 ? -1 : i % 86_400))) },
    },
    orders: pack(Array.from({ length: (rows + 1) >> 1 }, (_, i) => `A${i}`)),
    customers: pack(['1', '22', '', '客', '😀', 'a"b', '__proto__']),
    products: pack(['tea', 'cup', 'pot']),
    attributes: { country: pack(['United Kingdom', 'Österreich']) },
  };
}

/** Left-out rows, `rows` of them. */
export function inventedLeftOut(rows: number): LeftOut {
  return {
    rows,
    line: Uint32Array.from({ length: rows }, (_, i) => i * 3),
    reason: Uint8Array.from({ length: rows }, (_, i) => i % 16),
    day: Int32Array.from({ length: rows }, () => -0x80000000),
    worthMinor: Float64Array.from({ length: rows }, (_, i) => (i % 2 ? NaN : -i)),
    cells: pack(Array.from({ length: rows }, (_, i) => `${i},"x\n",<b>`)),
  };
}

const uint32 = fc.oneof(fc.integer({ min: 0, max: 300 }), fc.constantFrom(0, NONE, 0xffff, 0x10000), fc.integer({ min: 0, max: NONE }));
const int32 = fc.oneof(fc.integer({ min: -200, max: 200 }), fc.integer());
const double = fc.oneof(fc.integer({ min: -70_000, max: 70_000 }), fc.constantFrom(-0, NaN, 2 ** 53, -(2 ** 31), 2 ** 32), fc.double());
const texts: fc.Arbitrary<PackedStrings> = fc.array(fc.string({ unit: 'binary' }), { maxLength: 20 }).map(pack);

/** Any batch with any left-out rows; codes need not mean anything, because storage does not read them. */
export const anyImport: fc.Arbitrary<{ batch: Omit<Batch, 'importId'>; leftOut: LeftOut }> = fc
  .record({
    rows: fc.integer({ min: 0, max: 60 }),
    rowsLeftOut: fc.integer({ min: 0, max: 20 }),
    withCountry: fc.boolean(),
    withTimes: fc.boolean(),
  })
  .chain(({ rows, rowsLeftOut, withCountry, withTimes }) => {
    const column = (value: fc.Arbitrary<number>, length = rows): fc.Arbitrary<number[]> =>
      fc.oneof(
        fc.array(value, { minLength: length, maxLength: length }),
        value.map((same) => new Array<number>(length).fill(same)),
      );
    const u32 = (length = rows): fc.Arbitrary<Uint32Array> => column(uint32, length).map((v) => Uint32Array.from(v));
    const i32 = (length = rows): fc.Arbitrary<Int32Array> => column(int32, length).map((v) => Int32Array.from(v));
    const u8 = (length = rows): fc.Arbitrary<Uint8Array> => column(fc.integer({ min: 0, max: 255 }), length).map((v) => Uint8Array.from(v));
    const f64 = (length = rows): fc.Arbitrary<Float64Array> => column(double, length).map((v) => Float64Array.from(v));
    const lines = fc.record({
      rows: fc.constant(rows),
      line: u32(),
      order: u32(),
      customer: u32(),
      day: i32(),
      second: i32(),
      kind: u8(),
      amountMinor: f64(),
      refundMinor: f64(),
      quantity: f64(),
      product: u32(),
      attributes: withCountry ? fc.record({ country: u32() }) : fc.constant({}),
      ...(withTimes
        ? { discountMinor: f64(), promised: fc.record({ values: i32() }), delivered: fc.record({ values: i32(), seconds: i32() }) }
        : {}),
    });
    const batch = fc.record({
      currency: fc.constant({ code: 'JPY', digits: 0 }),
      lines,
      orders: texts,
      customers: texts,
      products: texts,
      attributes: withCountry ? fc.record({ country: texts }) : fc.constant({}),
      ...(withCountry ? { cancelled: texts } : {}),
    });
    const n = rowsLeftOut;
    const leftOut = fc.record({ rows: fc.constant(n), line: u32(n), reason: u8(n), day: i32(n), worthMinor: f64(n), cells: texts });
    return fc.record({ batch, leftOut });
  });
