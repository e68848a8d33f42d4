// First: Dexie looks for indexedDB when it is loaded.
import { StoreHarness } from './store-harness';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pack } from '../../src/core/columns/packed-strings';
import type { RecordBatch, RecordColumn, RecordField } from '../../src/core/columns/records';
import { FIELDS, type RecordKind } from '../../src/terms/fields';
import { card, inventedLeftOut } from './invented-import';

const at = new StoreHarness('records');

const int32 = fc.oneof(fc.integer(), fc.constantFrom(-0x80000000, -1, 0));
const double = fc.oneof(fc.double(), fc.integer({ min: -500, max: 500 }), fc.constantFrom(NaN, -0));
const many = <T>(value: fc.Arbitrary<T>, rows: number): fc.Arbitrary<T[]> => fc.array(value, { minLength: rows, maxLength: rows });

function columnOf(type: RecordColumn['type'], rows: number): fc.Arbitrary<RecordColumn> {
  const days = many(int32, rows).map((values) => Int32Array.from(values));
  if (type === 'number') return many(double, rows).map((values) => ({ type, values: Float64Array.from(values) }));
  if (type === 'day')
    return fc
      .tuple(days, fc.option(days, { nil: undefined }))
      .map(([values, seconds]) => ({ type, values, ...(seconds ? { seconds } : {}) }));
  if (type === 'flag')
    return fc
      .tuple(many(fc.integer({ min: 0, max: 2 }), rows), fc.option(days, { nil: undefined }))
      .map(([values, on]) => ({ type, values: Uint8Array.from(values), ...(on ? { days: on } : {}) }));
  return fc
    .tuple(
      many(fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constant(0xffffffff)), rows),
      fc.array(fc.string({ unit: 'binary' }), { maxLength: 10 }),
    )
    .map(([codes, texts]) => ({ type, codes: Uint32Array.from(codes), texts: pack(texts) }));
}

/** Any records of any kind with any of its fields; codes need not mean anything, because storage does not read them. */
const anyRecords: fc.Arbitrary<Omit<RecordBatch, 'importId'>> = fc
  .record({ kind: fc.constantFrom(...(Object.keys(FIELDS) as RecordKind[])), rows: fc.integer({ min: 0, max: 40 }) })
  .chain(({ kind, rows }) => {
    const fields: Partial<Record<RecordField, fc.Arbitrary<RecordColumn>>> = { scale: columnOf('text', rows) };
    for (const { role, type } of FIELDS[kind]) fields[role] = columnOf(type, rows);
    return fc.record({
      kind: fc.constant(kind),
      rows: fc.constant(rows),
      line: many(fc.integer({ min: 1, max: 0xffffffff }), rows).map((lines) => Uint32Array.from(lines)),
      fields: fc.record(fields, { requiredKeys: [] }) as fc.Arbitrary<RecordBatch['fields']>,
    });
  });

describe('records', () => {
  it('of any kind are read back as they were written, also after the store was closed', async () => {
    await fc.assert(
      fc.asyncProperty(anyRecords, async (records) => {
        const leftOut = inventedLeftOut(3);
        const { importIds } = await at.store.putImports({ shop: 1 }, [
          { card: card({ kind: records.kind }), content: { records }, leftOut },
        ]);
        const [id] = importIds;
        expect(await at.store.readRecords(id!)).toEqual({ ...records, importId: id });
        expect(await at.store.readLeftOut(id!)).toEqual(leftOut);
        await at.store.deleteImport(id!);
      }),
      { numRuns: 60 },
    );
    expect((await at.dump()).chunks).toEqual([]);
  });

  it('of several chunks are read back as they were written', async () => {
    const rows = 150_000;
    const records: Omit<RecordBatch, 'importId'> = {
      kind: 'points',
      rows,
      line: Uint32Array.from({ length: rows }, (_, i) => i + 2),
      fields: {
        customer: { type: 'text', codes: Uint32Array.from({ length: rows }, (_, i) => i % 3), texts: pack(['a', '客', '']) },
        points: { type: 'number', values: Float64Array.from({ length: rows }, (_, i) => i / 4) },
      },
    };
    const { importIds } = await at.store.putImports({ shop: 1 }, [
      { card: card({ kind: 'points' }), content: { records }, leftOut: inventedLeftOut(0) },
    ]);
    await at.reopen();
    const read = await at.store.readRecords(importIds[0]!);
    const { points, customer } = read.fields;
    expect(
      points?.type === 'number' &&
        Buffer.from(points.values.buffer).equals(Buffer.from((records.fields.points as { values: Float64Array }).values.buffer)),
    ).toBe(true);
    expect(customer?.type === 'text' && customer.codes[149_999]).toBe(149_999 % 3);
  });
});
