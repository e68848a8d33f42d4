import { describe, expect, it } from 'vitest';
import { headerWords } from '../../src/intake/cells/header-words';
import { PRESETS } from '../../src/intake/meaning/preset-of';
import type { Fixture } from './preset-fixture';
import { partsAsRecord, rolesByHeader, stage, sumOfRows } from './helpers';

const FILES = import.meta.glob<Readonly<Record<string, readonly Fixture[]>>>('./presets/*.ts', { eager: true });
const FIXTURES = Object.values(FILES).flatMap((file) => Object.values(file).flat());

describe('known exports', () => {
  it('each has rows of our own that show it', () => {
    expect(PRESETS.map((preset) => preset.name).sort()).toEqual([...new Set(FIXTURES.map((fixture) => fixture.preset))].sort());
  });

  it('have different names, and no two ask for the same columns', () => {
    expect(new Set(PRESETS.map((preset) => preset.name)).size).toBe(PRESETS.length);
    expect(new Set(PRESETS.map((preset) => [...preset.needs].sort().join())).size).toBe(PRESETS.length);
  });

  it('name columns and words in the form in which headers are compared', () => {
    const names = PRESETS.flatMap(({ needs, roles, only, refundRows, less = [], plus = [], aside = [], ...more }) => [
      ...needs,
      ...Object.values(roles).flat(),
      ...[only, refundRows].flatMap((rows) => (rows ? [rows.column, ...rows.values] : [])),
      ...less,
      ...plus,
      ...aside,
      ...[more.furtherStatus, more.refundedWhenTrue, more.cancelledWhenFilled, more.sumWhenBlank, refundRows?.of].filter(
        (name) => name !== undefined,
      ),
    ]);
    expect(names.filter((name) => name !== headerWords(name))).toEqual([]);
  });

  it('hide nothing: a column that is read without a meaning of its own says what it is read for', async () => {
    for (const fixture of FIXTURES) {
      const { less = [], plus = [], only, refundRows, ...more } = PRESETS.find((preset) => preset.name === fixture.preset)!;
      const read = [...less, ...plus, only?.column, refundRows?.column, refundRows?.of, more.furtherStatus, more.cancelledWhenFilled];
      const file = await stage(`${fixture.rows.join('\n')}\n`);
      const quiet = file
        .preview(file.plan)
        .columns.filter((column) => column.role === 'ignore' && read.includes(headerWords(column.header)));
      expect(quiet.map((column) => column.remark?.code ?? `${fixture.preset}: ${column.header}`)).toEqual(
        quiet.map(() => expect.stringMatching(/^preset-/) as string),
      );
    }
  });

  for (const fixture of FIXTURES) {
    it(`${fixture.preset}: ${fixture.law}`, async () => {
      const file = await stage(`${fixture.rows.join('\n')}\n`);
      const preview = file.preview(file.plan);
      expect([file.plan.preset, file.plan.kind, preview.refusal]).toEqual([
        fixture.preset,
        fixture.kind ?? 'orders',
        fixture.refusal ?? null,
      ]);
      if (file.plan.kind === 'orders') expect(preview.questions.includes('refused')).toBe(fixture.refusal !== undefined);
      if (fixture.parts) expect(partsAsRecord(preview.parts)).toEqual(fixture.parts);
      expect(sumOfRows(preview.parts)).toBe(fixture.rows.length - 1);
      if (fixture.orders !== undefined) {
        const { orders, customers, refundMinor } = preview.totals;
        expect([orders, customers, refundMinor]).toEqual([fixture.orders, fixture.customers, fixture.refund]);
        expect(preview.questions).toEqual(fixture.questions ?? []);
      }
      if (fixture.currency !== undefined) expect(file.plan.currency.code).toBe(fixture.currency);
      if (fixture.roles) expect(rolesByHeader(file.plan)).toEqual(fixture.roles);
    });
  }
});
