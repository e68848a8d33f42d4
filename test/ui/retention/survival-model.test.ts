import { describe, expect, it } from 'vitest';
import type { Scalar, Table } from '../../../src/terms/answer';
import {
  chanceOf,
  cutTogether,
  orderedRows,
  outermost,
  pointOn,
  shownDays,
  survivalFinding,
  survivalLine,
  testedGroups,
} from '../../../src/ui/retention/survival-model';

const KEYS = ['segment', 'customers', 'ended', 'median', 'median-low', 'median-high'];
const MARKS = [30, 90, 180, 365, 730];
const columns = [...KEYS, ...MARKS.flatMap((day) => ['share', 'low', 'high', 'at-risk'].map((key) => `${key}-${day}`))].map((key) => ({
  key,
  unit: 'number' as const,
}));

/** A row whose share on each day is given; null where nobody was known for so long. */
function row(segment: string, customers: number, median: number | null, shares: (number | null)[], atRisk = 100) {
  const days = MARKS.flatMap((_, i) => {
    const share = shares[i] ?? null;
    return share === null ? [null, null, null, 0] : [share, share - 0.05, share + 0.05, atRisk];
  });
  return [segment, customers, Math.round(customers / 2), median, null, null, ...days];
}
const tableOf = (rows: Table['rows']): Table => ({ columns, rows });
const chanceOneIn = (times: number): Scalar => ({
  value: 1,
  n: 100,
  inputs: [{ key: 'chance-one-in', value: times, unit: 'number' }],
});
const finding = (rows: Table['rows'], times: number, by = 'country') => survivalFinding(orderedRows(tableOf(rows), by), chanceOneIn(times));

describe('what the section on groups opens with', () => {
  it('is the days of half where every group got there, the slowest first', () => {
    const found = finding([row('=DE', 90, 48, [0.4, 0.6]), row('=FR', 60, 71, [0.3, 0.6])], 4000);
    expect(found).toMatchObject({ kind: 'median', slow: { segment: '=FR', median: 71 }, fast: { segment: '=DE', median: 48 } });
  });

  it('is the share on the latest day that all were followed to where half was not reached', () => {
    const found = finding([row('=DE', 90, null, [0.2, 0.3, 0.4]), row('=FR', 60, null, [0.1, 0.2])], 4000);
    expect(found).toMatchObject({ kind: 'share', day: 90, low: { segment: '=FR' }, high: { segment: '=DE' } });
  });

  it('does not speak of a difference that chance makes once in nineteen times, and does of one in twenty-one', () => {
    const rows = [row('=DE', 90, 48, [0.4]), row('=FR', 60, 71, [0.3])];
    expect(finding(rows, 19)).toEqual({ kind: 'level' });
    expect(finding(rows, 21).kind).toBe('median');
  });

  it('names no group that was too small for the test', () => {
    const rows = orderedRows(tableOf([row('=DE', 90, 48, [0.4]), row('=FR', 60, 71, [0.3]), row('=AT', 40, 99, [0.1])]), 'country');
    expect(survivalFinding(rows, chanceOneIn(4000))).toMatchObject({ kind: 'median', slow: { segment: '=AT' } });
    expect(survivalFinding(rows, chanceOneIn(4000), ['=DE', '=FR'])).toMatchObject({ kind: 'median', slow: { segment: '=FR' } });
    expect(survivalFinding(rows, chanceOneIn(4000), ['=DE'])).toEqual({ kind: 'few' });
  });

  it('leaves out groups of fewer than 30, others, and those of whom nothing is known', () => {
    const rows = [row('=DE', 90, 48, [0.4]), row('=FR', 29, 71, [0.3]), row('other', 300, 90, [0.2]), row('unknown', 300, 99, [0.1])];
    expect(finding(rows, 4000)).toEqual({ kind: 'few' });
  });

  it('says so where nothing has ended yet, and where no test could be made', () => {
    const none = row('=DE', 90, null, [0]);
    none[2] = 0;
    expect(finding([none], 4000)).toEqual({ kind: 'none' });
    const rows = orderedRows(tableOf([row('=DE', 90, 48, [0.4]), row('=FR', 60, 71, [0.3])]), 'country');
    expect(survivalFinding(rows, { value: null, why: 'too-few' })).toEqual({ kind: 'few' });
    expect(chanceOf({ value: null, why: 'too-few' })).toBeNull();
  });
});

describe('the table and the lines', () => {
  it('have sizes and months in their own order, and what is not told apart last', () => {
    const named = (segments: string[], by: string) =>
      orderedRows(tableOf(segments.map((segment) => row(segment, 50, 10, [0.1]))), by).map(({ segment }) => segment);
    expect(named(['large', 'unknown', 'small', 'middle'], 'first-size')).toEqual(['small', 'middle', 'large', 'unknown']);
    expect(named(['other', '2024-03', '2024-01'], 'first-month')).toEqual(['2024-01', '2024-03', 'other']);
    expect(named(['=FR', '=DE'], 'country')).toEqual(['=FR', '=DE']);
  });

  it('show the days on which something can have happened, four at most', () => {
    const days = (shares: (number | null)[]) => shownDays(orderedRows(tableOf([row('=DE', 90, 48, shares)]), 'country'));
    expect(days([0.1, 0.2, 0.3, 0.4, 0.5])).toEqual([30, 90, 180, 365]);
    expect(days([null, null, 0.3, 0.4, 0.5])).toEqual([180, 365, 730]);
  });

  it('end where fewer than ten are still followed, and everybody where the last named group ends', () => {
    const curve = (last: number): Table => ({
      columns: ['days', 'at-risk', 'ended', 'open', 'share', 'low', 'high'].map((key) => ({ key, unit: 'number' })),
      rows: [
        [5, 40, 4, 0, 0.1, 0.05, 0.2],
        [last, 10, 1, 0, 0.2, 0.1, 0.3],
        [last + 9, 9, 1, 0, 0.3, 0.1, 0.4],
      ],
    });
    const line = survivalLine('=DE', curve(30), 0);
    expect([line.end, pointOn(line, 4)?.share, pointOn(line, 29)?.share, pointOn(line, 30)?.share, pointOn(line, 31)]).toEqual([
      30,
      0,
      0.1,
      0.2,
      null,
    ]);
    expect([line.atRiskOn(5), line.atRiskOn(6), line.atRiskOn(40)]).toEqual([40, 10, 0]);
    expect(cutTogether([line, survivalLine('other', curve(300), 0)]).map(({ end, points }) => [end, points.length])).toEqual([
      [30, 3],
      [30, 2],
    ]);
  });

  const curve = (rows: number[][]): Table => ({
    columns: ['days', 'at-risk', 'ended', 'open', 'share'].map((key) => ({ key, unit: 'number' })),
    rows,
  });

  it('take those for tested of whom five ends are to be expected, by how everybody ended and whatever they did themselves', () => {
    // Of 100, ten end on day 3 and nine of the 90 left on day 9. Of 24 and 20 left: 2.4 + 2 expected; of 28 and 26: 2.8 + 2.6.
    const total = {
      segment: 'total',
      table: curve([
        [3, 100, 10, 0, 0.1],
        [9, 90, 9, 0, 0.2],
      ]),
    };
    const few = {
      segment: '=FR',
      table: curve([
        [3, 24, 4, 0, 0.1],
        [9, 20, 9, 0, 0.2],
      ]),
    };
    const enough = {
      segment: '=DE',
      table: curve([
        [4, 28, 0, 2, 0],
        [20, 26, 0, 26, 0],
      ]),
    };
    expect(testedGroups([few, enough, total])).toEqual(['=DE', 'total']);
    expect(testedGroups([few])).toEqual([]);
  });

  it('name the highest and the lowest group where all were still followed, and neither others nor everybody', () => {
    const lineOf = (segment: string, late: number, last: number) =>
      survivalLine(
        segment,
        curve([
          [5, 50, 1, 0, 0.1],
          [20, 40, 1, 0, late],
          [last, 12, 1, 0, 0.9],
        ]),
        0,
      );
    const lines = [
      lineOf('=DE', 0.3, 90),
      lineOf('=FR', 0.5, 60),
      lineOf('=AT', 0.2, 40),
      lineOf('other', 0.9, 90),
      lineOf('total', 0.4, 90),
    ];
    expect(outermost(lines.map((one) => ({ ...one, end: Math.min(one.end, 39) })))).toEqual(['=FR', '=AT']);
    expect(outermost(lines.slice(0, 1))).toEqual(['=DE']);
    expect(outermost([])).toEqual([]);
  });
});
