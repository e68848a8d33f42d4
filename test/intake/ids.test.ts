import { describe, expect, it } from 'vitest';
import { Dictionary } from '../../src/core/columns/dictionary';
import { brokenIds } from '../../src/intake/cells/broken-ids';
import { customerKeys, orderKeys } from '../../src/intake/cells/key-column';
import type { ImportPlan } from '../../src/terms/plan';
import { stage } from './helpers';

function dictionary(cells: readonly string[]): Dictionary {
  const texts = new Dictionary();
  for (const cell of cells) texts.add(cell);
  return texts;
}

function keysOf(cells: readonly string[], of = orderKeys): string[] {
  const texts = dictionary(cells);
  const column = of(texts);
  return cells.map((cell) => column.keys.get(column.of[texts.indexOf(cell)]!));
}

describe('an id', () => {
  it.each([
    ['00123'], ['0000000000000001'], ['123456789012345678901234567890'], ['A-7/2024'], ['1.5'], ['1E5'], ['+4479'], ['a.b@x.org'],
  ])('%s stays as it is', (id) => {
    expect(keysOf([id, 'x7'])).toEqual([id, 'x7']);
  }); // prettier-ignore

  it.each([
    ['\t00123\t', '00123'], ["'00123", '00123'], ['="00123"', '00123'], ['\ufeff00123', '00123'], ['\u200e00123\u202c', '00123'], ['00\u200b123', '00123'], ['’00123', '00123'],
    [' 00123\u00a0', '00123'], ['００１２３', '00123'], ["'", "'"],
  ])('%j is %s: what nobody sees and what spreadsheets are told is taken off', (cell, id) => {
    expect(keysOf([cell, 'x'])).toEqual([id, 'x']);
  }); // prettier-ignore

  it.each([
    [
      ['17850.0', '17851.0', '00123.0'],
      ['17850', '17851', '00123'],
    ],
    [
      ['17850.0', '17850', '00123'],
      ['17850', '17850', '00123'],
    ],
    [
      ['17850.00', 'guest-7', '1.0'],
      ['17850', 'guest-7', '1'],
    ],
    [
      ['1.0', '1.5', '1'],
      ['1.0', '1.5', '1'],
    ],
    [
      ['A1', 'B2', '3.0'],
      ['A1', 'B2', '3.0'],
    ],
  ])('of %j is %j: ".0" goes where it is the only fraction', (cells, ids) => {
    expect(keysOf(cells)).toEqual(ids);
    expect(keysOf(cells, customerKeys)).toEqual(ids);
  });
});

describe('ids that a spreadsheet rounded', () => {
  it.each([
    [['8.61E+12'], 'powers'], [['1.23457E+17', '5'], 'powers'], [['8,61E+12'], 'powers'], [['1E+15'], 'powers'], [["'8.61E+12"], 'powers'],
    [['1234567890123450000'], 'zeros'], [['12345678901234500', '98765432109876500'], 'zeros'], [['1234567890123450', '2234567890123450', '3234567890123450', '4234567890123450'], null],
    [['123456789012345'], null], [['12345678901234567'], null], [['1234567890123450'], null], [['1E5', '2E10', '8.61E12'], null], [['861380013800'], null], [['12345678901234500', '98765432109876543'], null], [['a+b@x.org'], null],
  ] as const)('%j: %s', (cells, cause) => {
    expect(brokenIds(dictionary(cells))?.cause ?? null).toBe(cause);
  }); // prettier-ignore

  it('are no question when one id in thousands was written as a power of ten', () => {
    const plain = Array.from({ length: 2000 }, (_, i) => String(31_625_220_889 + i));
    expect(brokenIds(dictionary([...plain, '4e+10']))).toBeNull();
    expect(brokenIds(dictionary([...plain, '4e+10', '4.1e+10', '4.2e+10']))?.cause).toBe('powers');
  });

  it('are not seen in long numbers that no program touched, however many there are', () => {
    let state = 7;
    const digit = (): number => (state = (state * 48_271) % 2_147_483_647) % 10;
    for (const length of [16, 17, 18, 20])
      for (let list = 0; list < 50; list++) {
        const ids = Array.from({ length: 10 + 20 * list }, () => `7${Array.from({ length: length - 1 }, digit).join('')}`);
        expect(brokenIds(dictionary(ids))).toBeNull();
      }
  });

  it('are seen in every list of long numbers that a program held as a double and wrote with 15 digits', () => {
    const ids = Array.from({ length: 50 }, (_, i) => `${(7_123_456_789_012_345n + BigInt(i) * 98_765_432_101n) / 10n}`.slice(0, 15));
    for (const zeros of ['00', '000', '0000']) expect(brokenIds(dictionary(ids.map((id) => id + zeros)))?.cause).toBe('zeros');
  });

  const powers =
    'order,customer,date,amount\n8.61E+12,a,2024-03-05,1\n8.61E+12,b,2024-03-05,2\n8.62E+12,c,2024-03-05,3\n7,d,2024-03-06,4\n';

  it('block keeping with how many are left, until the user accepts them or names another column', async () => {
    const file = await stage(powers);
    const preview = file.preview(file.plan);
    expect(preview.questions).toEqual(['broken-ids']);
    expect(preview.brokenIds).toEqual([{ index: 0, cause: 'powers', rows: 3, distinct: 2, example: '8.61E+12' }]);
    expect(preview.columns[0]!.remark).toMatchObject({ code: 'ids-rounded', facts: { count: 3, example: '8.61E+12' }, ask: true });
    expect(() => file.build(file.plan, () => undefined)).toThrow('plan-incomplete');
    const accepted: ImportPlan = { ...file.plan, rules: { ...file.plan.rules, brokenIds: 'accept' } };
    expect([file.preview(accepted).questions, file.preview(accepted).brokenIds.length]).toEqual([[], 1]);
    expect(() => file.build(accepted, () => undefined)).not.toThrow();
    const without: ImportPlan = { ...file.plan, roles: ['ignore', 'customer', 'date', 'amount'] };
    expect(file.preview(without).questions).toEqual([]);
  });

  it('are accepted for one file, not for every file to come; a plan from before the question is asked it', async () => {
    const file = await stage(powers);
    const accepted: ImportPlan = { ...file.plan, rules: { ...file.plan.rules, brokenIds: 'accept' } };
    const next = await stage(powers, undefined, accepted);
    expect(next.preview(next.plan).questions).toEqual(['broken-ids']);
    const { brokenIds: _, ...rules } = file.plan.rules;
    const old = await stage(powers, undefined, { ...file.plan, rules: rules as ImportPlan['rules'] });
    expect(old.preview(old.plan).questions).toEqual(['broken-ids']);
  });

  it('are seen in a column of customers, and nobody minds them elsewhere', async () => {
    const file = await stage('order,customer,date,amount,note\n1,1.38E+10,2024-03-05,1,8.61E+12\n2,1.39E+10,2024-03-05,2,8.61E+12\n');
    expect(file.preview(file.plan).brokenIds.map(({ index }) => index)).toEqual([1]);
  });
});
