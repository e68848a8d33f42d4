import { describe, expect, it } from 'vitest';
import type { Answer, Scalar } from '../../../src/terms/answer';
import { boughtPeriods, pickedPeriod } from '../../../src/ui/reading/bought';
import { isTooShortForSeasons, overviewFinding } from '../../../src/ui/overview/overview-finding';
import { cohortModel, pickedCell } from '../../../src/ui/retention/cohort-model';
import { retentionFinding } from '../../../src/ui/retention/retention-finding';
import { retentionTrend } from '../../../src/ui/reading/retention-trend';
import { defaultView } from '../../../src/state/route.svelte';
import { dayFromYmd, ISO_CALENDAR } from '../../../src/terms/day';

const COLUMNS = ['period', 'base', 'returned', 'rate', 'low', 'high', 'complete'];

/** Retention of months from January 2011 on; [base, returned, complete]. The intervals are ±3 points. */
function retention(rows: [number, number, number][]): Scalar {
  const cells = rows.map(([base, returned, complete], i) => {
    const rate = base > 0 ? returned / base : null;
    return [
      `2011-${String(i + 1).padStart(2, '0')}-01`,
      base,
      returned,
      rate,
      rate === null ? null : rate - 0.03,
      rate === null ? null : rate + 0.03,
      complete,
    ];
  });
  return { value: 0, n: 0, inputs: [], trend: { columns: COLUMNS.map((key) => ({ key, unit: 'customers' as const })), rows: cells } };
}
const count = (value: number): Answer => ({ value, n: value, inputs: [] });
const others = { customers: count(9), orders: count(12) };

describe('the finding of the overview', () => {
  it('is the last whole month against the one before', () => {
    const finding = overviewFinding(
      {
        retention: retention([
          [100, 30, 1],
          [100, 40, 1],
          [100, 10, 0],
        ]),
        ...others,
      },
      '',
    );
    expect(finding).toMatchObject({ kind: 'share', point: { iso: '2011-02-01', base: 100, returned: 40 }, change: { clear: true } });
  });
  it('compares nothing with a month that is not over', () => {
    const finding = overviewFinding(
      {
        retention: retention([
          [100, 30, 0],
          [100, 40, 1],
        ]),
        ...others,
      },
      '',
    );
    expect(finding).toMatchObject({ kind: 'share', change: null });
  });
  it('is about the month that was picked', () => {
    expect(
      overviewFinding(
        {
          retention: retention([
            [100, 30, 1],
            [100, 40, 1],
          ]),
          ...others,
        },
        '2011-01-01',
      ),
    ).toMatchObject({ point: { iso: '2011-01-01' } });
  });
  it('gives counts and no share of fewer than five', () => {
    expect(overviewFinding({ retention: retention([[4, 3, 1]]), ...others }, '')).toMatchObject({
      kind: 'few',
      point: { base: 4, returned: 3 },
    });
  });
  it('says the size of the shop and why, when no share can be given', () => {
    expect(overviewFinding({ retention: { value: null, why: 'no-earlier-period' }, ...others }, '')).toEqual({
      kind: 'size',
      customers: 9,
      orders: 12,
      why: 'no-earlier-period',
    });
  });
  it('says that there is nothing when there is nothing', () => {
    const none: Answer = { value: null, why: 'no-orders' };
    expect(overviewFinding({ retention: none, customers: none, orders: none }, '')).toEqual({ kind: 'nothing', why: 'no-orders' });
  });
  it('is level with the month two before only when the change on the last is clear', () => {
    const up = overviewFinding(
      {
        retention: retention([
          [100, 40, 1],
          [100, 30, 1],
          [100, 40, 1],
        ]),
        ...others,
      },
      '',
    );
    expect(up).toMatchObject({ level: { iso: '2011-01-01' } });
    const same = overviewFinding(
      {
        retention: retention([
          [100, 40, 1],
          [100, 40, 1],
          [100, 40, 1],
        ]),
        ...others,
      },
      '',
    );
    expect(same).toMatchObject({ change: { clear: false }, level: null });
  });
  it('doubts progress until two years are known', () => {
    expect(isTooShortForSeasons(0, 728)).toBe(true);
    expect(isTooShortForSeasons(0, 729)).toBe(false);
  });
});

describe('the finding of the retention page', () => {
  it('tells what is usual, the first, the picked and the lowest of the whole months', () => {
    const finding = retentionFinding(
      retention([
        [100, 37, 1],
        [100, 31, 1],
        [100, 40, 1],
        [100, 45, 1],
        [100, 2, 0],
      ]),
      '',
    );
    expect(finding).toMatchObject({
      kind: 'span',
      first: { rate: 0.37 },
      picked: { rate: 0.45 },
      lowest: { rate: 0.31 },
      typical: { rate: 0.37 },
    });
  });
  it('says nothing of a lowest month that rests on fewer than thirty', () => {
    const points = retention([
      [100, 37, 1],
      [29, 1, 1],
      [100, 40, 1],
    ]);
    expect(retentionFinding(points, '')).toMatchObject({ kind: 'span', lowest: null });
  });
  it('speaks of no course where in most months nobody came back', () => {
    const points = retention([
      [100, 0, 1],
      [100, 0, 1],
      [100, 3, 1],
    ]);
    expect(retentionFinding(points, '')).toMatchObject({ kind: 'one', point: { returned: 3 } });
  });
  it('tells one month where there are not three', () => {
    expect(
      retentionFinding(
        retention([
          [100, 37, 1],
          [100, 31, 1],
        ]),
        '',
      ).kind,
    ).toBe('one');
  });
  it('leaves out months that nobody bought before', () => {
    expect(
      retentionTrend(
        retention([
          [0, 0, 1],
          [10, 5, 1],
        ]),
      ),
    ).toHaveLength(1);
  });
});

describe('periods of who bought', () => {
  const columns = ['period', 'complete', 'active', 'new', 'retained', 'reactivated', 'lapsed', 'orders', 'net-revenue'].map((key) => ({
    key,
    unit: 'customers' as const,
  }));
  const rows = [
    ['2010-12-01', 1, 5, 5, 0, 0, null, 6, 100],
    ['2011-01-01', 0, 2, 0, 2, 0, 3, 2, 50],
  ];
  const view = { ...defaultView(dayFromYmd(2010, 12, 1), dayFromYmd(2011, 1, 9), ISO_CALENDAR) };
  it('know how many of their days have been', () => {
    expect(boughtPeriods({ columns, rows }, view).map((p) => [p.days, p.length])).toEqual([
      [31, 31],
      [9, 31],
    ]);
  });
  it('are never picked before they are over', () => {
    const periods = boughtPeriods({ columns, rows }, view);
    expect(pickedPeriod(periods, '2011-01-01')).toBe('2010-12-01');
  });
});

describe('the cohort table', () => {
  const table: Answer = {
    columns: ['cohort', 'size', 'complete', 'p0', 'p1', 'p2'].map((key) => ({ key, unit: 'customers' as const })),
    rows: [
      ['2011-01-01', 100, 2, 100, 36, 20],
      ['2011-02-01', 20, 1, 20, 9, null],
      ['2011-03-01', 10, 0, 10, null, null],
    ],
    foot: [
      ['weighted-share', null, null, null, 0.36, null],
      ['weighted-base', null, null, null, 100, null],
    ],
  };
  const model = cohortModel(table, 'customers')!;
  it('colours whole cells of groups of thirty or more', () => {
    expect(model.rows[0]!.cells.map((c) => [c.share, c.complete, c.shade])).toEqual([
      [0.36, true, 6],
      [0.2, false, 0],
    ]);
    expect(model.rows[1]!.cells[0]!.shade).toBe(0);
  });
  it('has no row for a group that nothing followed yet', () => expect(model.rows.map((r) => r.iso)).toEqual(['2011-01-01', '2011-02-01']));
  it('speaks of the first whole cell, or of the one asked for when it is whole', () => {
    expect(pickedCell(model, '')?.cell.k).toBe(1);
    expect(pickedCell(model, '2011-01-01|2')?.cell.k).toBe(1);
  });
  it('divides money by what the group spent in its first period', () => {
    expect(cohortModel(table, 'net-revenue')!.rows[1]!.cells[0]!.share).toBeCloseTo(0.45);
  });
});
