import type { Absent, Interval } from '../../../terms/answer';
import type { View } from '../../../terms/view';
import type { SegmentBy } from '../../breakdown/segment-by';
import { segmentsAt } from '../../breakdown/segments';
import type { OrderTable } from '../../columns/order-table';
import { lifeTableOfCounts, type LifeTable } from '../../stats/life-table';
import { curveOf, shareLeft, type WaitCurve } from '../../stats/wait-curve';
import type { ShopTables } from '../../tables/shop-tables';
import { absent } from '../figure';
import { lapseWindow } from '../lapse/lapse-window';
import { GROWN_BY_BUYING } from './grown-by-buying';
import { livesOf, type LifeEnd, type Lives } from './survival-lives';

/** How customers are told apart, and what ends their wait. */
export interface SurvivalParams {
  by: SegmentBy;
  until: LifeEnd;
}

/** The customers of one segment with their life table and its curve. */
export interface LifeGroup extends Lives {
  segment: string;
  table: LifeTable;
  curve: WaitCurve;
  /** How many of them have ended. */
  ends: number;
}

export interface SurvivalGroups {
  /** The largest first, `other` and `unknown` last. */
  groups: LifeGroup[];
  /** Everybody, as `total`; null where nobody began in the view, or nothing is told by the attribute. */
  all: LifeGroup | null;
  until: LifeEnd;
  /** Silence that ends a life; 0 where none does. */
  lapseDays: number;
}

/** Segments that stand alone: a picture with more curves cannot be read. */
const MOST = 6;
/** Answers kept for one order table: a page asks for one of them many times. */
const MOST_KEPT = 8;
const kept = new WeakMap<OrderTable, Map<string, SurvivalGroups>>();

/**
 * Customers who began in the view, by the segment of their first order, so that none is in one for having stayed; of the customers file as it
 * stands. None by an attribute that grows with buying. Remembered by order table. Cost: one pass over orders, that of `segmentsAt`, and the days of the file for each segment.
 */
export function survivalGroups(tables: ShopTables, view: View, { by, until }: SurvivalParams): SurvivalGroups {
  const known = kept.get(tables.orders) ?? new Map<string, SurvivalGroups>();
  kept.set(tables.orders, known);
  const key = JSON.stringify([by, until, view.from, view.to, view.asOf, view.lapseDays]);
  const made = known.get(key) ?? makeGroups(tables, view, { by, until });
  if (known.size >= MOST_KEPT && !known.has(key)) known.clear();
  known.set(key, made);
  return made;
}

function makeGroups(tables: ShopTables, view: View, { by, until }: SurvivalParams): SurvivalGroups {
  const lapseDays = until === 'silence' ? lapseWindow(tables.orders, view).days : 0;
  const lives = livesOf(tables.orders, view, until, lapseDays);
  if (lives.who.length === 0 || GROWN_BY_BUYING.includes(by)) return { groups: [], all: null, until, lapseDays };
  const { keys, of } = segmentsAt(tables, view, by, tables.orders.firstDay, { most: MOST, sized: 'at' });
  const groups = parted(lives, of, keys.length).map((part, at) => groupOf(keys[at]!, part));
  return { groups: groups.filter(({ who }) => who.length > 0).sort(bySize), all: groupOf('total', lives), until, lapseDays };
}

/** Why there is nobody to tell of. */
export function nobodyTold({ by }: Pick<SurvivalParams, 'by'>): Absent {
  return absent(GROWN_BY_BUYING.includes(by) ? 'grown-by-buying' : 'no-customers');
}

/** The lives of each segment. */
function parted({ who, days, ended }: Lives, of: Uint16Array, segments: number): Lives[] {
  const size = new Uint32Array(segments);
  for (let i = 0; i < who.length; i++) size[of[who[i]!]!]!++;
  const parts = Array.from(size, (n): Lives => ({ who: new Uint32Array(n), days: new Uint32Array(n), ended: new Uint8Array(n) }));
  const next = new Uint32Array(segments);
  for (let i = 0; i < who.length; i++) {
    const segment = of[who[i]!]!;
    const part = parts[segment]!;
    const to = next[segment]!++;
    part.who[to] = who[i]!;
    part.days[to] = days[i]!;
    part.ended[to] = ended[i]!;
  }
  return parts;
}

function groupOf(segment: string, lives: Lives): LifeGroup {
  const { days, ended } = lives;
  let longest = 0;
  for (let i = 0; i < days.length; i++) if (days[i]! > longest) longest = days[i]!;
  const [ends, open] = [new Uint32Array(longest + 1), new Uint32Array(longest + 1)];
  for (let i = 0; i < days.length; i++) (ended[i] ? ends : open)[days[i]!]!++;
  const table = lifeTableOfCounts(ends, open);
  return { segment, ...lives, table, curve: curveOf(table), ends: table.ended.reduce((sum, one) => sum + one, 0) };
}

function bySize(a: LifeGroup, b: LifeGroup): number {
  const last = ({ segment }: LifeGroup): number => ['other', 'unknown'].indexOf(segment);
  return last(a) - last(b) || b.who.length - a.who.length || (a.segment < b.segment ? -1 : 1);
}

/**
 * Of a group the share who have ordered again by a day, or who have never been silent so long by then, with its interval; null where nobody
 * was known for so many days and not all had ended before.
 */
export function shareOn({ table, curve }: LifeGroup, day: number, until: LifeEnd): { share: number; interval: Interval | null } | null {
  const left = shareLeft(curve, day);
  if (table.times.at(-1)! < day && left.share > 0) return null;
  if (until === 'silence') return left;
  const { share, interval } = left;
  return { share: 1 - share, interval: interval && { ...interval, low: 1 - interval.high, high: 1 - interval.low } };
}
