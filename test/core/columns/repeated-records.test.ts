import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_DAY, NONE } from '../../../src/core/columns/batch';
import { Dictionary } from '../../../src/core/columns/dictionary';
import { recordMarks } from '../../../src/core/columns/record-marks';
import { countedRecords, repeatedRecords, type KeptRecords } from '../../../src/core/columns/repeated-records';
import { FLAG_UNKNOWN, type RecordBatch, type RecordColumn } from '../../../src/core/columns/records';
import type { RecordKind } from '../../../src/terms/fields';
import type { KeepMode } from '../../../src/terms/shop';
import { unpack } from '../../../src/core/columns/packed-strings';

/** A record by hand; what is missing is absent. */
interface Row {
  line?: number;
  customer?: string;
  email?: string;
  campaign?: string;
  comment?: string;
  topic?: string;
  day?: number;
  second?: number;
  closed?: number;
  score?: number;
  opened?: 0 | 1;
}

const texts = (values: (string | undefined)[]): RecordColumn => {
  const all = new Dictionary();
  const codes = Uint32Array.from(values, (text) => (text === undefined ? NONE : all.add(text)));
  return { type: 'text', codes, texts: all.pack() };
};
const days = (values: (number | undefined)[]): Int32Array => Int32Array.from(values, (day) => day ?? NO_DAY);

function batchOf(kind: RecordKind, rows: readonly Row[], importId = 1): RecordBatch {
  const of = <K extends keyof Row>(key: K): (Row[K] | undefined)[] => rows.map((row) => row[key]);
  const has = (key: keyof Row): boolean => rows.some((row) => row[key] !== undefined);
  return {
    importId,
    kind,
    rows: rows.length,
    line: Uint32Array.from(rows, ({ line }, i) => line ?? i + 2),
    fields: {
      ...(has('customer') ? { customer: texts(of('customer')) } : {}),
      ...(has('email') ? { email: texts(of('email')) } : {}),
      ...(has('campaign') ? { campaign: texts(of('campaign')) } : {}),
      ...(has('comment') ? { comment: texts(of('comment')) } : {}),
      ...(has('topic') ? { topic: texts(of('topic')) } : {}),
      ...(has('day')
        ? {
            date: {
              type: 'day',
              values: days(of('day')),
              ...(has('second') ? { seconds: Int32Array.from(of('second'), (at) => at ?? -1) } : {}),
            },
          }
        : {}),
      ...(has('closed') ? { closed: { type: 'day', values: days(of('closed')) } } : {}),
      ...(has('score') ? { score: { type: 'number', values: Float64Array.from(of('score'), (score) => score ?? NaN) } } : {}),
      ...(has('opened') ? { opened: { type: 'flag', values: Uint8Array.from(of('opened'), (flag) => flag ?? FLAG_UNKNOWN) } } : {}),
    },
  };
}

function keptOf(batches: readonly RecordBatch[], modes: readonly KeepMode[] = []): KeptRecords[] {
  return batches.map((batch, b) => ({ marks: recordMarks(batch), mode: modes[b] ?? 'append' }));
}

const toldOf = (batches: readonly RecordBatch[], modes: readonly KeepMode[] = []) =>
  repeatedRecords(keptOf(batches, modes)).map(({ fresh, unchanged, changed, counted, superseded }) => ({
    fresh,
    unchanged,
    changed,
    counted,
    superseded,
  }));

/** All records that count, as texts in order. */
function standing(batches: readonly RecordBatch[], modes: readonly KeepMode[] = []): string[] {
  const repeats = repeatedRecords(keptOf(batches, modes));
  return batches.flatMap((batch, b) => saidBy(countedRecords(batch, repeats[b]!))).sort();
}

function saidBy({ rows, fields }: RecordBatch): string[] {
  return Array.from({ length: rows }, (_, i) =>
    Object.entries(fields)
      .map(([name, field]) => {
        if (field.type === 'text') return field.codes[i] === NONE ? '' : `${name}=${unpack(field.texts, field.codes[i]!)}`;
        const value = field.values[i]!;
        return Number.isNaN(value) || value === NO_DAY || (field.type === 'flag' && value === FLAG_UNKNOWN) ? '' : `${name}=${value}`;
      })
      .filter((said) => said !== '')
      .sort()
      .join(),
  );
}

const anyRow: fc.Arbitrary<Row> = fc.record(
  {
    customer: fc.constantFrom('ann', 'bob'),
    comment: fc.constantFrom('fine', 'late'),
    day: fc.integer({ min: 1, max: 3 }),
    score: fc.constantFrom(0, 9, 10),
  },
  { requiredKeys: ['day'] },
);
const kinds: RecordKind[] = ['answers', 'points', 'feedback', 'contacts', 'customers'];

describe('records of several imports', () => {
  it.each(kinds)('%s: exports that overlap are the whole, in any order, with twins', (kind) => {
    const cut = fc.record({ from: fc.nat(3), to: fc.nat(4) });
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 20 }), fc.array(cut, { minLength: 1, maxLength: 4 }), fc.nat(), (any, cuts, turn) => {
        // A list has a customer once.
        const rows = kind === 'customers' ? any.map((row, i) => ({ ...row, customer: `c${i}` })) : any;
        const exports = cuts.map(({ from, to }) => rows.filter(({ day }) => day! > from && day! <= to));
        const union = rows.filter(({ day }) => cuts.some(({ from, to }) => day! > from && day! <= to));
        const turned = exports.map((_, i) => exports[(i + turn) % exports.length]!);
        const batches = turned.map((one, b) => batchOf(kind, one, b));
        expect(standing(batches)).toEqual(saidBy(batchOf(kind, union)).sort());
      }),
      { numRuns: 300 },
    );
  });

  it.each(kinds)('%s: what the rows of each import are adds up to them, whatever is brought up to date', (kind) => {
    const mode = fc.constantFrom<KeepMode>('append', 'update');
    const file = fc.tuple(
      fc.array(
        anyRow.map((row) => ({ ...row, topic: 'post', campaign: 'May' })),
        { maxLength: 8 },
      ),
      mode,
    );
    fc.assert(
      fc.property(fc.array(file, { maxLength: 4 }), (files) => {
        const batches = files.map(([rows], b) => batchOf(kind, rows, b));
        const modes = files.map(([, own]) => own);
        const told = toldOf(batches, modes);
        told.forEach(({ fresh, unchanged, changed, counted, superseded }, b) => {
          expect(fresh + unchanged + changed).toBe(batches[b]!.rows);
          const heldBack = modes[b] === 'update' ? 0 : changed;
          expect(counted).toBe(batches[b]!.rows - unchanged - heldBack - superseded);
        });
        expect(standing(batches, modes)).toHaveLength(told.reduce((sum, { counted }) => sum + counted, 0));
      }),
      { numRuns: 300 },
    );
  });

  it('the line of the file, an empty column and the seconds tell nothing; a text, a number and a flag do', () => {
    const row: Row = { customer: 'ann', day: 5, second: 36_000, score: 9, opened: 1 };
    const beside = (other: Row) => toldOf([batchOf('answers', [row]), batchOf('answers', [other])])[1]!.unchanged;
    expect(beside({ ...row, line: 99 })).toBe(1);
    expect(beside({ ...row, second: 36_059 })).toBe(1);
    const empty = batchOf('answers', [row]);
    empty.fields.comment = texts([undefined]);
    expect(toldOf([batchOf('answers', [row]), empty])[1]!.unchanged).toBe(1);
    for (const other of [{ customer: 'Ann' }, { day: 6 }, { second: 36_060 }, { score: 8 }, { opened: 0 as const }, { comment: 'x' }])
      expect(beside({ ...row, ...other })).toBe(0);
  });

  it('the same text in another field is something else, and so are two values that change places', () => {
    expect(toldOf([batchOf('answers', [{ customer: 'a' }]), batchOf('answers', [{ comment: 'a' }])])[1]!.fresh).toBe(1);
    const [one, other] = [batchOf('answers', [{ customer: 'a', comment: 'b' }]), batchOf('answers', [{ customer: 'b', comment: 'a' }])];
    expect(toldOf([one, other])[1]!.fresh).toBe(1);
  });

  it('a scale that was guessed anew does not make other answers', () => {
    const [one, other] = [batchOf('answers', [{ customer: 'ann', score: 9 }]), batchOf('answers', [{ customer: 'ann', score: 9 }])];
    one.fields.scale = texts(['0-10']);
    other.fields.scale = texts(['1-10']);
    expect(toldOf([one, other])[1]!.unchanged).toBe(1);
  });

  it('a row of several records is there as a whole', () => {
    const sheet = (...scores: number[]) => scores.map((score): Row => ({ line: 2, customer: 'ann', score }));
    const repeats = toldOf([batchOf('answers', sheet(9, 3)), batchOf('answers', [...sheet(9, 3), { line: 3, customer: 'bob', score: 9 }])]);
    expect(repeats[1]).toMatchObject({ fresh: 1, unchanged: 1, counted: 1 });
    expect(standing([batchOf('answers', sheet(9, 3)), batchOf('answers', sheet(3, 9))])).toHaveLength(4);
  });

  it('another kind is nothing to compare with', () => {
    expect(toldOf([batchOf('answers', [{ customer: 'ann' }]), batchOf('points', [{ customer: 'ann' }])])).toMatchObject([
      { fresh: 1 },
      { fresh: 1 },
    ]);
  });
});

describe('versions of a record', () => {
  it('a customer is there once: the older row stands when a list adds, the newer one when it updates', () => {
    const old = batchOf('customers', [
      { customer: 'ann', score: 1 },
      { customer: 'bob', score: 2 },
    ]);
    const list = batchOf('customers', [
      { customer: 'ann', score: 5 },
      { customer: 'cy', score: 3 },
    ]);
    expect(standing([old, list])).toEqual(['customer=ann,score=1', 'customer=bob,score=2', 'customer=cy,score=3']);
    expect(standing([old, list], ['append', 'update'])).toEqual(['customer=ann,score=5', 'customer=bob,score=2', 'customer=cy,score=3']);
    expect(toldOf([old, list], ['append', 'update'])).toEqual([
      { fresh: 2, unchanged: 0, changed: 0, counted: 1, superseded: 1 },
      { fresh: 1, unchanged: 0, changed: 1, counted: 2, superseded: 0 },
    ]);
  });

  it('a message that was opened since and a complaint that was closed since are the same ones', () => {
    const sent: Row = { campaign: 'May', email: 'a@x.org', day: 5, opened: 0 };
    expect(standing([batchOf('contacts', [sent]), batchOf('contacts', [{ ...sent, opened: 1 }])], ['append', 'update'])).toEqual([
      'campaign=May,date=5,email=a@x.org,opened=1',
    ]);
    const late: Row = { customer: 'ann', topic: 'late', day: 5 };
    const told = toldOf([batchOf('feedback', [late]), batchOf('feedback', [{ ...late, closed: 7 }])]);
    expect(told[1]).toMatchObject({ changed: 1, counted: 0 });
  });

  it('answers and points have no versions: each that says something else is another one', () => {
    for (const kind of ['answers', 'points'] as const)
      expect(toldOf([batchOf(kind, [{ customer: 'ann', score: 1 }]), batchOf(kind, [{ customer: 'ann', score: 2 }])])[1]!.fresh).toBe(1);
  });
});
