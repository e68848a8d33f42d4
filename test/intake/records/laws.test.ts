import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packedSize, unpack } from '../../../src/core/columns/packed-strings';
import { FIELDS, type RecordKind } from '../../../src/terms/fields';
import type { ImportPlan } from '../../../src/terms/plan';
import { stage, sumOfRows } from '../helpers';
import { countsOf, texts, type Records } from './records-of';

const KINDS = Object.keys(FIELDS) as RecordKind[];

const cell = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      '',
      'a@x.org',
      '1',
      '7',
      '10',
      '0',
      '-5',
      '2025-03-01',
      '2025-03-02 10:00',
      'yes',
      'no',
      'earn',
      'redeem',
      'Agree',
      'control',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '99',
      '2199-01-01',
      'abc',
      'N/A',
      '--',
      '1e5',
      '"q""q"',
      '"two\nlines"',
      '  ',
      '😀',
      '__proto__',
      'Total',
      '13800138000',
    ),
  },
);

/** A file of a kind with some of its columns, some of them twice, and rows that are damaged: too short, too long, blank. */
const anyFile = fc
  .record({ kind: fc.constantFrom(...KINDS), seed: fc.array(fc.nat(), { minLength: 2, maxLength: 9 }) })
  .chain(({ kind, seed }) => {
    const roles = seed.map((n) => FIELDS[kind][n % FIELDS[kind].length]!);
    const fit = roles.filter((field, i) => field.many || roles.findIndex((one) => one.role === field.role) === i);
    const row = fc.oneof(
      { weight: 6, arbitrary: fc.array(cell, { minLength: fit.length, maxLength: fit.length }) },
      { weight: 1, arbitrary: fc.array(cell, { minLength: 1, maxLength: fit.length + 2 }) },
    );
    return fc.record({
      kind: fc.constant(kind),
      roles: fc.constant(fit.map((field) => field.role)),
      rows: fc.array(row, { minLength: 1, maxLength: 25 }),
    });
  });

async function staged({ kind, roles, rows }: { kind: RecordKind; roles: ImportPlan['roles']; rows: string[][] }) {
  const header = roles.map((role, i) => `${role} c${i}`).join(',');
  const file = await stage(`${header}\n${rows.map((cells) => cells.join(',')).join('\n')}\n`, {
    encoding: 'utf-8',
    dialect: { delimiter: ',', quote: '"', header: true },
  });
  const plan: ImportPlan = { ...file.plan, kind, roles, preset: null, dateOrder: 'ymd' };
  await file.prepare(plan);
  return { file, plan };
}

/** What is built, or null where the plan or the rows allow nothing. */
function built(file: Awaited<ReturnType<typeof stage>>, plan: ImportPlan) {
  const { questions } = file.preview(plan);
  if (questions.length > 0) {
    expect(() => file.build(plan, () => undefined)).toThrow(/plan-incomplete|nothing-staged/);
    return null;
  }
  const { content, ...rest } = file.build(plan, () => undefined);
  return { records: (content as { records: Records }).records, ...rest };
}

describe('records of any file', () => {
  it('used rows and rows left out are the file, each row gives its records once, and the left-out rows keep their cells', async () => {
    let kept = 0;
    await fc.assert(
      fc.asyncProperty(anyFile, async (made) => {
        const { file, plan } = await staged(made);
        const { parts, rows } = file.preview(plan);
        expect(sumOfRows(parts)).toBe(rows);
        const all = built(file, plan);
        if (!all) return;
        kept++;
        const { records, used, leftOut } = all;
        expect(used + leftOut.rows).toBe(rows);
        expect(used).toBe(parts.find((part) => part.code === 'record')!.rows);
        expect(new Set(records.line).size).toBe(used);
        const left = new Set(leftOut.line);
        expect([...records.line].some((line) => left.has(line))).toBe(false);
        expect(packedSize(leftOut.cells)).toBe(leftOut.rows);
        for (const column of Object.values(records.fields))
          expect(column.type === 'text' ? column.codes.length : column.values.length).toBe(records.rows);
      }),
      { numRuns: 400 },
    );
    expect(kept).toBeGreaterThan(60);
  });

  it('scores lie on their scales, and points add up to the balance', async () => {
    await fc.assert(
      fc.asyncProperty(anyFile, async (made) => {
        const { file, plan } = await staged(made);
        const all = built(file, plan);
        if (!all) return;
        const { records, counts } = all;
        if (records.fields.scale) {
          const scales = texts(records, 'scale');
          texts(records, 'score').forEach((score, i) => {
            const [low, high] = (scales[i] === null ? '' : String(scales[i])).split('-').map(Number);
            if (score !== null) expect(Number(score) >= low! && Number(score) <= high!).toBe(true);
          });
        }
        const sums = countsOf(counts);
        if (made.kind === 'points' && sums.movements! > 0)
          expect(sums.balance).toBeCloseTo(
            (sums.earned ?? 0) - (sums.redeemed ?? 0) - (sums.expired ?? 0) - (sums.reversed ?? 0) + (sums.adjusted ?? 0),
            6,
          );
      }),
      { numRuns: 300 },
    );
  });

  it('rows left out, mended and dropped in again as a file of their own, are used', async () => {
    const header = 'member_id,date,type,points';
    const file = await stage(`${header}\n1,2025-01-01,earn,10\n,2025-01-02,earn,5\n2,2025-01-02,earn,x\n`);
    const { leftOut } = built(file, file.plan)!;
    const cells = Array.from({ length: leftOut.rows }, (_, i) => unpack(leftOut.cells, i));
    expect(cells).toEqual([',2025-01-02,earn,5', '2,2025-01-02,earn,x']);
    const mended = await stage(`${header}\n${cells.map((row) => row.replace(/^,/, '3,').replace(/x$/, '7')).join('\n')}\n`);
    expect(countsOf(built(mended, mended.plan)!.counts)).toMatchObject({ members: 2, balance: 12 });
  });

  it('a change of kind by hand and back gives the first plan again', async () => {
    const file = await stage('customer_id,email,birthday,newsletter\n1,a@x.org,1990-04-13,yes\n');
    for (const kind of KINDS.filter((one) => one !== 'customers')) {
      const other = file.ofKind({ ...file.plan, kind }, file.plan);
      expect(other.roles.every((role) => role === 'ignore' || FIELDS[kind].some((field) => field.role === role))).toBe(true);
      expect(file.ofKind({ ...other, kind: 'customers' }, other).roles).toEqual(file.plan.roles);
    }
  });
});
