import type { Absent, Cell, Scalar, Table, Why } from '../../../terms/answer';
import type { View } from '../../../terms/view';
import type { SegmentBy } from '../../breakdown/segment-by';
import { segmentsAt } from '../../breakdown/segments';
import { wilson } from '../../stats/wilson';
import type { ShopTables } from '../../tables/shop-tables';
import { defineMetric, type CellAddress, type TableMetric } from '../define';
import { absent, counted, countFigure, measured, shareFigure } from '../figure';
import { chosenPeriod, daysOf, hasOrders, isFirstOfFile, periodBefore } from '../periods';
import { RETENTION_BY_SEGMENT_SQL } from './retention-by-segment-sql';
import { pairsWhere, revenuePairs } from './revenue-pairs';

interface Params {
  /** What customers are told apart by, as held when the period began. */
  by: SegmentBy;
  /** ISO date of a day in the period; without it the last complete one in view. */
  period?: string;
  /** Which loss comes first: of customers, or of what they spent in the period before. */
  rank: 'customers' | 'revenue';
}

/** Customers of the period before in one segment: everyone, those who came back, those who did not, and what these had spent. */
interface Part {
  segment: string;
  base: Uint32Array;
  kept: Uint32Array;
  lost: Uint32Array;
  /** Net revenue of the lost in the period before, minor units; who got back more than was spent brought nothing. */
  lostMinor: number;
}

/**
 * Retention by segment, those first that lost most: where the customers of the period before went missing.
 *
 * A customer is in the segment held when the period began, so rows add up to the foot, and to `customer-retention-rate`. Segments without a
 * customer in the period before have no row; `other` and `unknown` come last. No rows where that metric has no figure. Cost: five passes.
 */
export const retentionBySegment = defineMetric<Params, TableMetric<Params>>({
  id: 'retention-by-segment',
  family: 'retention',
  unit: 'ratio',
  shape: 'table',
  fraction: ['returned', 'base'],
  formula: '|Sₖ ∩ B| / |Sₖ|, lost |Sₖ \\ B|; S = bought in the period before, k = the segment at its end, B = bought in the period',
  source: {
    title: 'Retention rate (after Farris, Bendle, Pfeifer, Reibstein: Marketing Metrics, 2nd edition, 2010)',
    author: 'Marketing Accountability Standards Board, Universal Marketing Dictionary',
    year: 2026,
    where: 'https://marketing-dictionary.org/r/retention-rate/ (undated, read in 2026)',
  },
  defaults: { by: 'country', rank: 'customers' },
  sql: RETENTION_BY_SEGMENT_SQL,
  compute(tables, view, params) {
    const parts = partsOf(tables, view, params);
    const lost = 'why' in parts ? 0 : parts.reduce((sum, part) => sum + part.lost.length, 0);
    const rowOf = (part: Part): Cell[] => {
      const [base, kept] = [part.base.length, part.kept.length];
      const { low, high } = wilson(kept, base);
      return [
        part.segment,
        base,
        kept,
        kept / base,
        low,
        high,
        part.lost.length,
        part.lostMinor,
        lost > 0 ? part.lost.length / lost : null,
      ];
    };
    return {
      columns: COLUMNS,
      rows: 'why' in parts ? [] : parts.map(rowOf),
      foot: 'why' in parts ? [] : [rowOf(allOf(parts))],
    };
  },
  cell(tables, view, params, at) {
    const parts = partsOf(tables, view, params);
    if ('why' in parts) return absent(parts.why);
    const all = allOf(parts);
    const part = at.row === 'total' ? all : parts.find(({ segment }) => segment === at.row);
    return part ? cellOf(part, all, at) : absent('no-customers');
  },
  vectors: [
    {
      name: 'of two from Germany and one from France the Germans all came back',
      orders: [
        { customer: 'a', day: '2024-01-05', net: 100, country: 'DE' },
        { customer: 'b', day: '2024-01-06', net: 200, country: 'DE' },
        { customer: 'c', day: '2024-01-07', net: 400, country: 'FR' },
        { customer: 'a', day: '2024-02-01', net: 100, country: 'DE' },
        { customer: 'b', day: '2024-02-29', net: 100, country: 'DE' },
      ],
      view: {},
      expected: [
        ['=FR', 1, 0, 0, 0, wilson(0, 1).high, 1, 400, 1],
        ['=DE', 2, 2, 1, wilson(2, 2).low, 1, 0, 0, 0],
      ],
    },
    {
      name: 'who changes country by coming back counts for the one held before: else only those who stay could change',
      orders: [
        { customer: 'a', day: '2024-01-05', net: 100, country: 'DE' },
        { customer: 'b', day: '2024-01-06', net: 200, country: 'DE' },
        { customer: 'a', day: '2024-02-29', net: 100, country: 'FR' },
      ],
      view: {},
      expected: [['=DE', 2, 1, 0.5, wilson(1, 2).low, wilson(1, 2).high, 1, 200, 1]],
    },
    {
      name: 'by money the one large customer comes before the two small ones; of whom nothing is known stands last',
      orders: [
        { customer: 'a', day: '2024-01-05', net: 900, channel: 'app' },
        { customer: 'b', day: '2024-01-06', net: 10, channel: 'web' },
        { customer: 'c', day: '2024-01-07', net: 20, channel: 'web' },
        { customer: 'd', day: '2024-01-08', net: 5000 },
        { customer: 'e', day: '2024-02-29', net: 1, channel: 'web' },
      ],
      view: {},
      params: { by: 'channel', rank: 'revenue' },
      expected: [
        ['=app', 1, 0, 0, 0, wilson(0, 1).high, 1, 900, 0.25],
        ['=web', 2, 0, 0, 0, wilson(0, 2).high, 2, 30, 0.5],
        ['unknown', 1, 0, 0, 0, wilson(0, 1).high, 1, 5000, 0.25],
      ],
    },
    {
      name: 'the customers file tells the tier',
      orders: [
        { customer: 'a', day: '2024-01-05', net: 100 },
        { customer: 'b', day: '2024-01-06', net: 200 },
        { customer: 'a', day: '2024-02-29', net: 100 },
      ],
      records: {
        customers: [
          { person: 'a', tier: 'Gold' },
          { person: 'b', tier: 'Silver' },
          { person: 'z', tier: 'Silver' },
        ],
      },
      view: {},
      params: { by: 'member-tier' },
      expected: [
        ['=Silver', 1, 0, 0, 0, wilson(0, 1).high, 1, 200, 1],
        ['=Gold', 1, 1, 1, wilson(1, 1).low, 1, 0, 0, 0],
      ],
    },
    {
      name: "the file's first period has nobody to lose",
      orders: [{ customer: 'a', day: '2024-01-05', net: 100, country: 'DE' }],
      view: {},
      params: { period: '2024-01-01' },
      expected: [],
    },
  ],
});

const COLUMNS: Table['columns'] = [
  { key: 'segment', unit: 'text' },
  { key: 'base', unit: 'customers' },
  { key: 'kept', unit: 'customers' },
  { key: 'rate', unit: 'ratio' },
  { key: 'low', unit: 'ratio' },
  { key: 'high', unit: 'ratio' },
  { key: 'lost', unit: 'customers' },
  { key: 'lost-revenue', unit: 'money' },
  { key: 'share-of-lost', unit: 'ratio' },
];

function partsOf(tables: ShopTables, view: View, { by, period: iso, rank }: Params): Part[] | { why: Why } {
  const { orders } = tables;
  if (!hasOrders(orders, view)) return { why: 'no-orders' };
  const period = chosenPeriod(orders, view, iso);
  if (!period) return { why: 'no-complete-period' };
  if (isFirstOfFile(period, orders, view)) return { why: 'no-earlier-period' };
  const { start, end } = periodBefore(period, view);
  const all = revenuePairs(orders, { from: start, to: end }, daysOf(period, view));
  const base = pairsWhere(all, (i) => all.boughtBefore[i] === 1);
  if (base.who.length === 0) return { why: 'no-customers' };
  const { keys, of } = segmentsAt(tables, view, by, period.start);
  const parts = keys.map((segment, at): Part => {
    const inSegment = pairsWhere(base, (i) => of[base.who[i]!] === at);
    const lostMinor = inSegment.before.reduce((sum, spent, i) => sum + (inSegment.boughtNow[i] ? 0 : Math.max(spent, 0)), 0);
    const half = (now: 0 | 1): Uint32Array => inSegment.who.filter((_, i) => inSegment.boughtNow[i] === now);
    return { segment, base: inSegment.who, kept: half(1), lost: half(0), lostMinor };
  });
  return parts.filter((part) => part.base.length > 0).sort(byLoss(rank));
}

function byLoss(rank: Params['rank']): (a: Part, b: Part) => number {
  const last = ({ segment }: Part): number => ['other', 'unknown'].indexOf(segment);
  const loss = (part: Part): number => (rank === 'revenue' ? part.lostMinor : part.lost.length);
  return (a, b) => last(a) - last(b) || loss(b) - loss(a) || (a.segment < b.segment ? -1 : 1);
}

function allOf(parts: readonly Part[]): Part {
  const together = (list: (part: Part) => Uint32Array): Uint32Array => Uint32Array.from(parts.flatMap((part) => [...list(part)])).sort();
  return {
    segment: 'total',
    base: together((part) => part.base),
    kept: together((part) => part.kept),
    lost: together((part) => part.lost),
    lostMinor: parts.reduce((sum, part) => sum + part.lostMinor, 0),
  };
}

function cellOf(part: Part, all: Part, { column }: CellAddress): Scalar | Absent {
  const rate = shareFigure(counted('returned', part.kept), counted('base', part.base), [counted('lapsed', part.lost)]);
  switch (column) {
    case 'base':
      return countFigure('base', part.base);
    case 'kept':
      return countFigure('returned', part.kept);
    case 'lost':
      return countFigure('lapsed', part.lost);
    case 'lost-revenue':
      return {
        value: part.lostMinor,
        n: part.lost.length,
        inputs: [measured('lost-revenue', part.lostMinor, 'money'), counted('lapsed', part.lost)],
      };
    case 'share-of-lost':
      return all.lost.length === 0 ? absent('no-customers') : shareFigure(counted('lapsed', part.lost), counted('all-lapsed', all.lost));
    case 'low':
      return { ...rate, value: rate.interval!.low };
    case 'high':
      return { ...rate, value: rate.interval!.high };
    default:
      return rate;
  }
}
