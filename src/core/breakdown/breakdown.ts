import { isAbsent, isTable, type Absent, type Period, type Scalar } from '../../terms/answer';
import { isoFromDay, type Day } from '../../terms/day';
import { comparedPeriod, type Against } from './compared-period';
import { figureOfPart, periodOfFigure, splitDay, tablesOfSegments, viewOfParts, type Whole } from './figure-among';
import { paradoxOf, type MovedShare, type Paradox } from './paradox';
import type { SegmentBy } from './segment-by';
import { segmentsAt } from './segments';

/** One segment: its figure, and the same in the period that it is compared with (null when none is). */
export interface BreakdownRow {
  segment: string;
  figure: Scalar | Absent;
  before: Scalar | Absent | null;
}

/** A rate split by one attribute of the customers. */
export interface Breakdown {
  by: SegmentBy;
  /** Of everybody. */
  total: Scalar | Absent;
  before: Scalar | Absent | null;
  /** Segments in their order; those of whom neither period knows anybody are left out. */
  rows: BreakdownRow[];
  /** First day of the period that the figure is about; null for one about the view as a whole. */
  period: Day | null;
  /** First days of the two periods that are compared; null when none are. */
  periods: { now: Day; before: Day } | null;
  /** A total that moved against its parts; null when it did not, or when the parts do not add up to it. */
  paradox: Paradox | null;
}

/**
 * Splits a figure by what its customers were when its period began.
 *
 * Each segment's figure is the metric itself over the customers (and records) of that segment, so it opens as any figure does. With
 * `against`, where the metric is one of periods, the same segments in another period, each customer as of that period's beginning.
 * Cost: about three passes over orders beside the metric, twice with `against`.
 */
export function breakdown(whole: Whole, by: SegmentBy, against: Against | null): Breakdown {
  if (isTable(whole.figure)) throw new Error(`${whole.metric.id} is a table`);
  const period = periodOfFigure(whole);
  const other = against && period && wholeBefore(whole, period, against);
  const now = figuresBySegment(whole, by, period);
  const before = other ? figuresBySegment(other.whole, by, other.period) : null;
  const keys = [...new Set([...now.keys(), ...(before?.keys() ?? [])])].sort(byPlace([...now.keys()]));
  const none: Absent = { value: null, why: 'no-customers' };
  const all = keys.map((segment) => ({
    segment,
    figure: now.get(segment) ?? none,
    before: before && (before.get(segment) ?? none),
  }));
  // A part may know what the whole cannot say, as when it alone lacks what the whole is read from; it is not said of the part either.
  const rows = isAbsent(whole.figure) ? [] : all.filter((row) => !isAbsent(row.figure) || (row.before && !isAbsent(row.before)));
  const total = withoutTrend(whole.figure);
  const totalBefore = other ? withoutTrend(other.whole.figure as Scalar | Absent) : null;
  return {
    by,
    total,
    before: totalBefore,
    rows,
    period: period?.start ?? null,
    periods: other && { now: other.now, before: other.before },
    paradox: totalBefore && whole.metric.unit === 'ratio' ? paradox(rows, total, totalBefore) : null,
  };
}

/** Segments keep their places; one of the other period alone stands before `other` and `unknown`, which are last. */
function byPlace(known: readonly string[]): (a: string, b: string) => number {
  const place = (key: string): number => (key === 'unknown' ? 1e6 : key === 'other' ? 1e5 : known.includes(key) ? known.indexOf(key) : 1e4);
  return (a, b) => place(a) - place(b);
}

function figuresBySegment(whole: Whole, by: SegmentBy, period: Period | null): Map<string, Scalar | Absent> {
  const segments = segmentsAt(whole.tables, whole.view, by, splitDay(whole, period));
  const view = viewOfParts(whole);
  const parts = tablesOfSegments(whole.tables, segments);
  return new Map(segments.keys.map((key, at) => [key, figureOfPart(whole, parts[at]!, view)]));
}

/** The same question about the period that this one is compared with; null when there is none. */
function wholeBefore(whole: Whole, now: Period, against: Against): { whole: Whole; period: Period; now: Day; before: Day } | null {
  const { metric, tables, view, params } = whole;
  const then = comparedPeriod(tables.orders, view, now, against);
  if (!then) return null;
  const asked = { ...params, period: isoFromDay(then.start) };
  const before = { metric, tables, view, params: asked, figure: metric.compute(tables, view, asked) };
  return isAbsent(before.figure) ? null : { whole: before, period: then, now: now.start, before: then.start };
}

function withoutTrend(figure: Scalar | Absent): Scalar | Absent {
  if (isAbsent(figure)) return figure;
  const { trend: _, ...rest } = figure;
  return rest;
}

/** Only where the parts are the total: their people add up, and their rates by people give its rate. */
function paradox(rows: readonly BreakdownRow[], total: Scalar | Absent, before: Scalar | Absent): Paradox | null {
  if (isAbsent(total) || isAbsent(before)) return null;
  const of = (figure: Scalar | Absent | null) =>
    figure === null || isAbsent(figure) ? { n: 0, value: 0 } : { n: figure.n, value: figure.value };
  const moved = rows.map(({ figure, before: then }): MovedShare => {
    const [one, other] = [of(figure), of(then)];
    return { n0: other.n, rate0: other.value, n1: one.n, rate1: one.value };
  });
  const adds = (whole: Scalar, parts: { n: number; value: number }[]): boolean =>
    parts.reduce((sum, { n }) => sum + n, 0) === whole.n &&
    Math.abs(parts.reduce((sum, { n, value }) => sum + n * value, 0) - whole.n * whole.value) < 1e-6 * whole.n;
  const both =
    adds(
      total,
      moved.map((m) => ({ n: m.n1, value: m.rate1 })),
    ) &&
    adds(
      before,
      moved.map((m) => ({ n: m.n0, value: m.rate0 })),
    );
  return both ? paradoxOf(moved) : null;
}
