import type { Breakdown, BreakdownRow } from '../../engine/protocol';
import { isAbsent, type Absent, type Scalar, type Unit } from '../../terms/answer';
import { difference, type Difference, type Share } from '../reading/difference';
import { FEW } from '../reading/words';

/** Customers, orders or answers that a group must have to be spoken of; with fewer its range has no colour. */
export const ENOUGH = 30;

/** A figure as a table draws it; its rate is null where it rests on fewer than five. */
export interface Shown {
  n: number;
  rate: number | null;
  low: number | null;
  high: number | null;
}

/** A row: the figure, the same in the other period, and what changed where both rest on enough. */
export interface ShownRow {
  segment: string;
  now: Shown;
  before: Shown | null;
  change: Difference | null;
}

/** What the breakdown opens with. */
export type BreakdownFinding = { kind: 'span'; low: ShownRow; high: ShownRow } | { kind: 'level'; groups: number } | { kind: 'few' };

export function shownRow({ segment, figure, before }: Pick<BreakdownRow, 'segment' | 'figure' | 'before'>): ShownRow {
  const now = shown(figure);
  const then = before && shown(before);
  return { segment, now, before: then, change: then && changeOf(now, then) };
}

function shown(figure: Scalar | Absent): Shown {
  if (isAbsent(figure)) return { n: 0, rate: null, low: null, high: null };
  const { n, value, interval } = figure;
  return n < FEW ? { n, rate: null, low: null, high: null } : { n, rate: value, low: interval?.low ?? null, high: interval?.high ?? null };
}

function changeOf(now: Shown, before: Shown): Difference | null {
  const [later, earlier] = [shareOf(now), shareOf(before)];
  return later && earlier && difference(later, earlier);
}

function shareOf({ rate, low, high }: Shown): Share | null {
  return rate === null || low === null || high === null ? null : { rate, low, high };
}

/** The lowest and the highest group of those with enough customers, where these two clearly differ. */
export function breakdownFinding(rows: readonly ShownRow[]): BreakdownFinding {
  const told = rows.filter((row) => row.now.n >= ENOUGH && row.now.rate !== null && row.segment !== 'other' && row.segment !== 'unknown');
  if (told.length === 0) return { kind: 'few' };
  const byRate = [...told].sort((a, b) => a.now.rate! - b.now.rate!);
  const [low, high] = [byRate[0]!, byRate.at(-1)!];
  return changeOf(high.now, low.now)?.clear ? { kind: 'span', low, high } : { kind: 'level', groups: told.length };
}

/** Ends of the scale that all ranges share, at whole `unit`s round them; null when no row has a range. */
export function scaleOf(rows: readonly ShownRow[], unit: number): { low: number; high: number } | null {
  const ends = rows.flatMap(({ now }) => (now.low === null || now.high === null ? [] : [{ low: now.low, high: now.high }]));
  if (ends.length === 0) return null;
  const low = Math.floor(Math.min(...ends.map((one) => one.low)) / unit + 1e-9) * unit;
  const high = Math.ceil(Math.max(...ends.map((one) => one.high)) / unit - 1e-9) * unit;
  return low < high ? { low, high } : null;
}

const BASES: readonly Unit[] = ['customers', 'people', 'orders', 'answers', 'cases'];

/** What the base of a rate counts: the unit of the input that is its n; null where no input says so. */
export function baseUnit(figure: Scalar | Absent): Unit | null {
  if (isAbsent(figure)) return null;
  return figure.inputs.find(({ value, unit }) => value === figure.n && BASES.includes(unit))?.unit ?? null;
}

/** Everybody's row. */
export function totalRow({ total, before }: Breakdown): ShownRow {
  return shownRow({ segment: 'total', figure: total, before });
}
