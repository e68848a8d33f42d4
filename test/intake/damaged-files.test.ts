import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../src/terms/app-error';
import { stage, sumOfRows } from './helpers';

/** A shop's orders as a program writes them: quoted names, blanks, refunds, a line end inside a cell. */
const SOUND = new TextEncoder().encode(
  'Order ID,Customer ID,Order Date,Amount,Note\r\n' +
    Array.from({ length: 60 }, (_, i) => {
      const note = i % 7 === 0 ? '"two\r\nlines, one note"' : i % 5 === 0 ? '"said ""yes"""' : i % 3 === 0 ? 'größer' : '';
      return `A${1000 + i},c${i % 17},2024-0${1 + (i % 9)}-${10 + (i % 18)},${i % 11 === 0 ? '-' : ''}${i}.50,${note}`;
    }).join('\r\n') +
    '\r\n',
);

/** One thing that goes wrong with a file, at a place told as a share of its length. */
const damage = fc.record({
  sort: fc.constantFrom('cut out', 'overwrite', 'insert', 'repeat', 'cut off'),
  at: fc.integer({ min: 1, max: 100 }).map((percent) => percent / 100),
  length: fc.integer({ min: 1, max: 40 }),
  bytes: fc.uint8Array({ minLength: 1, maxLength: 6 }),
  mark: fc.constantFrom('"', ',', '\n', '\r', ';', '\t', "'", '\ufeff', '""', ',,,', '\n\n', '0', '漢'),
});
type Damage = typeof damage extends fc.Arbitrary<infer T> ? T : never;

function damaged(file: Uint8Array<ArrayBuffer>, { sort, at, length, bytes, mark }: Damage): Uint8Array<ArrayBuffer> {
  const from = Math.floor(at * file.length);
  const [before, after] = [file.subarray(0, from), file.subarray(from)];
  if (sort === 'cut out') return joined(before, after.subarray(length));
  // A zero is refused as what no text has; here the file has to stay one.
  if (sort === 'overwrite') return joined(before, bytes.map((byte) => byte || 1), after.subarray(bytes.length)); // prettier-ignore
  if (sort === 'insert') return joined(before, new TextEncoder().encode(mark), after);
  if (sort === 'repeat') return joined(before, after.subarray(0, length), after);
  return joined(before);
}

function joined(...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

describe('a damaged file', () => {
  it('has as many used and left-out rows as rows, whatever has happened to its bytes, or ends in a sentence', async () => {
    let read = 0;
    let built = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 4 }), async (damages) => {
        const file = await stage(damages.reduce(damaged, SOUND)).catch((error: unknown) => error);
        if (!('plan' in (file as object))) {
          expect(file).toBeInstanceOf(AppError);
          return;
        }
        const staged = file as Awaited<ReturnType<typeof stage>>;
        const plan = {
          ...staged.plan,
          dateOrder: staged.plan.dateOrder ?? ('ymd' as const),
          rules: { ...staged.plan.rules, brokenIds: 'accept' as const },
        };
        const preview = staged.preview(plan);
        expect(sumOfRows(preview.parts)).toBe(preview.rows);
        read++;
        if (preview.questions.length > 0) return;
        const { used, leftOut } = staged.build(plan, () => undefined);
        expect(used + leftOut.rows).toBe(preview.rows);
        built++;
      }),
      { numRuns: 500 },
    );
    // Most damage is survived: else the law would hold of nothing.
    expect(read).toBeGreaterThan(250);
    expect(built).toBeGreaterThan(100);
  });
});
