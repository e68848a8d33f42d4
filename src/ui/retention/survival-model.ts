import { inputOf } from '../reading/words';
import { isAbsent, type Absent, type Cell, type Scalar, type Table } from '../../terms/answer';
import { numberIn, tableRecords } from '../reading/table-records';

/** Customers that a group must have to be drawn and spoken of. */
export const ENOUGH = 30;
/** Where fewer than these are still followed, a curve is not drawn any further. */
const LEAST_FOLLOWED = 10;
/** Days that the metric tells the share on. */
const MARKS = [30, 90, 180, 365, 730] as const;
/** Of these, how many the table has room for. */
const MOST_DAYS = 4;
const SIZES = ['small', 'middle', 'large'];
/** Ends that must be expected of a group for the test to take it in, as in the metric. */
const LEAST_EXPECTED = 5;
/** What comes by chance more often than this is not called a difference. */
const CHANCE = 0.05;

/** A group on one of the days of the table; the share is null where nobody was known for so long. */
export interface GroupOnDay {
  day: number;
  share: number | null;
  low: number | null;
  high: number | null;
  atRisk: number;
}

export interface SurvivalRow {
  segment: string;
  customers: number;
  ended: number;
  median: number | null;
  medianLow: number | null;
  medianHigh: number | null;
  days: GroupOnDay[];
}

/** A group's share after each day on which it changed. */
export interface SurvivalPoint {
  day: number;
  share: number;
  low: number | null;
  high: number | null;
}

export interface SurvivalLine {
  segment: string;
  /** From day 0 on, up to the last day with enough who are still followed. */
  points: SurvivalPoint[];
  end: number;
  atRiskOn(day: number): number;
}

export type SurvivalFinding =
  | { kind: 'median'; slow: SurvivalRow; fast: SurvivalRow }
  | { kind: 'share'; day: number; low: SurvivalRow; high: SurvivalRow }
  | { kind: 'level' }
  | { kind: 'few' | 'none' };

/** Rows of the table by name, in the order of what they are called where that has one: sizes and months. */
export function orderedRows(table: Table, by: string): SurvivalRow[] {
  const rows = survivalRows(table);
  const isLast = ({ segment }: SurvivalRow) => (segment === 'other' || segment === 'unknown' ? 1 : 0);
  const place = ({ segment }: SurvivalRow) => (by === 'first-size' ? String(SIZES.indexOf(segment)) : segment);
  if (by !== 'first-size' && by !== 'first-month') return rows;
  return rows.sort((a, b) => isLast(a) - isLast(b) || (place(a) < place(b) ? -1 : 1));
}

/** Rows of the table, or its foot, by name. */
export function survivalRows(table: Table, rows: readonly Cell[][] = table.rows): SurvivalRow[] {
  return tableRecords(table, rows).map((row) => {
    const cell = (key: string): number | null => (typeof row[key] === 'number' ? row[key] : null);
    return {
      segment: String(row.segment),
      customers: numberIn(row, 'customers'),
      ended: numberIn(row, 'ended'),
      median: cell('median'),
      medianLow: cell('median-low'),
      medianHigh: cell('median-high'),
      days: MARKS.map((day) => ({
        day,
        share: cell(`share-${day}`),
        low: cell(`low-${day}`),
        high: cell(`high-${day}`),
        atRisk: numberIn(row, `at-risk-${day}`),
      })),
    };
  });
}

/** The days that a table of these rows shows: those by which something can have happened, and somebody was known for. */
export function shownDays(rows: readonly SurvivalRow[]): number[] {
  const told = MARKS.filter((_, i) => rows.some(({ days }) => days[i]!.share !== null && days[i]!.low !== null));
  return told.slice(0, MOST_DAYS);
}

/** Groups with enough customers to be drawn; those of whom nothing is known are in the table only. */
export function drawnGroups(rows: readonly SurvivalRow[]): SurvivalRow[] {
  return rows.filter(({ segment, customers }) => customers >= ENOUGH && segment !== 'unknown');
}

/** The chance of differences as large if all groups were alike; null where it could not be tested. */
export function chanceOf(difference: Scalar | Absent): number | null {
  return isAbsent(difference) ? null : 1 / inputOf(difference, 'chance-one-in');
}

/**
 * What the section opens with: the two groups furthest apart, by the day half have come to the end where both have, else by their shares on
 * the latest day that all of them, or two at least, were followed to.
 * @param tested  groups that the test has taken in
 */
export function survivalFinding(
  rows: readonly SurvivalRow[],
  difference: Scalar | Absent,
  tested: readonly string[] = rows.map(({ segment }) => segment),
): SurvivalFinding {
  const told = drawnGroups(rows).filter(({ segment }) => segment !== 'other' && tested.includes(segment));
  const chance = chanceOf(difference);
  if (rows.every(({ ended }) => ended === 0)) return { kind: 'none' };
  if (told.length < 2 || chance === null) return { kind: 'few' };
  if (chance >= CHANCE) return { kind: 'level' };
  const halves = told.filter(({ median }) => median !== null);
  if (halves.length === told.length) {
    const [fast, slow] = ends(halves, ({ median }) => median!);
    if (fast.median !== slow.median) return { kind: 'median', slow, fast };
  }
  const known = (least: number) => MARKS.findLastIndex((_, i) => told.filter(({ days }) => isFollowed(days[i]!)).length >= least);
  const at = known(told.length) >= 1 ? known(told.length) : known(2);
  if (at < 0) return { kind: 'level' };
  const [low, high] = ends(
    told.filter(({ days }) => isFollowed(days[at]!)),
    ({ days }) => days[at]!.share!,
  );
  return { kind: 'share', day: MARKS[at]!, low, high };
}

/** Groups that a finding names, first the one that is picked out. */
export function spokenOf(finding: SurvivalFinding): string[] {
  if (finding.kind === 'median') return [finding.slow.segment, finding.fast.segment];
  return finding.kind === 'share' ? [finding.low.segment, finding.high.segment] : [];
}

/** Groups of which the test expects enough ends, by how all customers ended; `total` among the curves is everybody. */
export function testedGroups(curves: readonly { segment: string; table: Table }[]): string[] {
  const everybody = curves.find(({ segment }) => segment === 'total');
  const all = everybody ? tableRecords(everybody.table, everybody.table.rows) : [];
  return curves.flatMap(({ segment, table }) => {
    const rows = tableRecords(table, table.rows);
    let at = 0;
    let expected = 0;
    for (const row of all) {
      while (at < rows.length && numberIn(rows[at]!, 'days') < numberIn(row, 'days')) at++;
      expected += (numberIn(row, 'ended') * numberIn(rows[at] ?? {}, 'at-risk')) / numberIn(row, 'at-risk');
    }
    return expected >= LEAST_EXPECTED ? [segment] : [];
  });
}

function isFollowed({ share, atRisk }: GroupOnDay): boolean {
  return share !== null && atRisk >= LEAST_FOLLOWED;
}

function ends(rows: readonly SurvivalRow[], by: (row: SurvivalRow) => number): [SurvivalRow, SurvivalRow] {
  const sorted = [...rows].sort((a, b) => by(a) - by(b));
  return [sorted[0]!, sorted.at(-1)!];
}

/** The line of a group from its curve; it begins with `start`, the share before anything has happened. */
export function survivalLine(segment: string, table: Table, start: number): SurvivalLine {
  const rows = tableRecords(table, table.rows);
  const told = rows.filter((row) => numberIn(row, 'at-risk') >= LEAST_FOLLOWED && row.share !== null);
  const number = (cell: Cell | undefined): number | null => (typeof cell === 'number' ? cell : null);
  const changes = told.filter((row) => numberIn(row, 'ended') > 0);
  const points = changes.map((row) => ({
    day: numberIn(row, 'days'),
    share: numberIn(row, 'share'),
    low: number(row.low),
    high: number(row.high),
  }));
  return {
    segment,
    points: [{ day: 0, share: start, low: null, high: null }, ...points.filter(({ day }) => day > 0)],
    end: numberIn(told.at(-1) ?? {}, 'days'),
    atRiskOn: (day) => numberIn(rows.find((row) => numberIn(row, 'days') >= day) ?? {}, 'at-risk'),
  };
}

/** Lines cut where the longest of the named groups ends: who is not told apart is drawn for comparison only. */
export function cutTogether(lines: readonly SurvivalLine[]): SurvivalLine[] {
  const named = lines.filter(({ segment }) => segment !== 'other' && segment !== 'total');
  const most = named.length > 0 ? Math.max(...named.map(({ end }) => end)) : Infinity;
  return lines.map((line) => ({ ...line, end: Math.min(line.end, most), points: line.points.filter(({ day }) => day <= most) }));
}

/** The named groups that lie highest and lowest on the last day that all of them were followed to. */
export function outermost(lines: readonly SurvivalLine[]): string[] {
  const named = lines.filter(({ segment }) => segment !== 'other' && segment !== 'total');
  const day = Math.min(...named.map(({ end }) => end));
  const share = (line: SurvivalLine): number => pointOn(line, day)?.share ?? 0;
  const sorted = [...named].sort((a, b) => share(b) - share(a));
  return [...new Set([sorted[0], sorted.at(-1)].flatMap((line) => (line ? [line.segment] : [])))];
}

/** The share of a line by a day, null after its end. */
export function pointOn({ points, end }: SurvivalLine, day: number): SurvivalPoint | null {
  return day > end ? null : (points.findLast((point) => point.day <= day) ?? null);
}
