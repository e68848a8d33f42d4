import type { Cell, Table } from '../../../terms/answer';
import { dayFromYmd } from '../../../terms/day';
import { logLogEnds } from '../../stats/greenwood';
import { defineMetric, type TableMetric } from '../define';
import { absent, countFigure } from '../figure';
import { atRiskFigure, endOf, shareFigureOn } from './survival-cells';
import { nobodyTold, shareOn, survivalGroups, type LifeGroup, type SurvivalParams } from './survival-groups';
import { SURVIVAL_CURVE_SQL } from './survival-sql';

interface Params extends SurvivalParams {
  /** A segment of `survival-by-segment`, or `total`. */
  segment: string;
}

/**
 * The curve of one segment of `survival-by-segment`: a row for each number of days after the first order on which somebody ordered again (or
 * had been silent for so long), or up to which somebody was known.
 *
 * `at-risk` counts who was known for so many days and not ended before; `share`, `low` and `high` are as there, after what happened that day.
 * No rows where the segment has nobody. Any day can be asked for as a cell. Cost: survivalGroups.
 */
export const survivalCurve = defineMetric<Params, TableMetric<Params>>({
  id: 'survival-curve',
  family: 'retention',
  unit: 'ratio',
  shape: 'table',
  formula: 'S(t) = Π(1 − eᵢ / rᵢ), i ≤ t; var log S = Σ eᵢ / (rᵢ (rᵢ − eᵢ))',
  source: {
    title: 'Nonparametric Estimation from Incomplete Observations',
    author: 'E. L. Kaplan, P. Meier',
    year: 1958,
    where: 'Journal of the American Statistical Association 53 (282), 457–481, https://doi.org/10.1080/01621459.1958.10501452',
  },
  defaults: { by: 'country', until: 'second-order', segment: 'total' },
  sql: SURVIVAL_CURVE_SQL,
  compute(tables, view, params) {
    const found = survivalGroups(tables, view, params);
    const group = groupNamed(params.segment, found.groups, found.all);
    if (!group) return { columns: COLUMNS, rows: [] };
    const { times, atRisk, ended, open } = group.table;
    const rows = times.map((day, i): Cell[] => {
      const told = shareOn(group, day, params.until);
      return [day, atRisk[i]!, ended[i]!, open[i]!, told?.share ?? null, told?.interval?.low ?? null, told?.interval?.high ?? null];
    });
    return { columns: COLUMNS, rows };
  },
  cell(tables, view, params, { row, column }) {
    const found = survivalGroups(tables, view, params);
    const group = groupNamed(params.segment, found.groups, found.all);
    if (!group) return nobodyTold(params);
    if (!/^\d+$/.test(row)) return absent('not-reached');
    const day = Number(row);
    const on = (ended: 0 | 1) => group.who.filter((_, i) => group.days[i] === day && group.ended[i] === ended);
    if (column === 'at-risk') return atRiskFigure(group, day);
    if (column === 'ended') return countFigure('ended-on-day', on(1));
    if (column === 'open') return countFigure('open-since-day', on(0));
    return endOf(shareFigureOn(group, day, found), column);
  },
  vectors: [
    {
      // The toy of the Kaplan–Meier estimate: 1 ended, 2 open, 3 ended, 4 ended, 5 open; S = .8, .8, .5333, .2667, .2667.
      name: 'of five waits for a second order 1, 3 and 4 days end and 2 and 5 days are open',
      orders: [
        { customer: 'a', day: '2024-01-05', net: 100 },
        { customer: 'a', day: '2024-01-06', net: 100 },
        { customer: 'b', day: '2024-01-08', net: 100 },
        { customer: 'c', day: '2024-01-05', net: 100 },
        { customer: 'c', day: '2024-01-08', net: 100 },
        { customer: 'd', day: '2024-01-05', net: 100 },
        { customer: 'd', day: '2024-01-09', net: 100 },
        { customer: 'e', day: '2024-01-05', net: 100 },
      ],
      view: { asOf: dayFromYmd(2024, 1, 10) },
      expected: [
        [1, 5, 1, 0, ...again(0.8, 1 / 20)],
        [2, 4, 0, 1, ...again(0.8, 1 / 20)],
        [3, 3, 1, 0, ...again(0.8 * (2 / 3), 1 / 20 + 1 / 6)],
        [4, 2, 1, 0, ...again(0.8 * (2 / 3) * 0.5, 1 / 20 + 1 / 6 + 1 / 2)],
        [5, 1, 0, 1, ...again(0.8 * (2 / 3) * 0.5, 1 / 20 + 1 / 6 + 1 / 2)],
      ],
    },
    {
      name: 'a segment has a curve of its own: whose first order was by app, however they ordered later',
      orders: [
        { customer: 'a', day: '2024-01-01', net: 100, channel: 'app' },
        { customer: 'a', day: '2024-01-08', net: 100, channel: 'web' },
        { customer: 'b', day: '2024-01-02', net: 100, channel: 'web' },
      ],
      view: {},
      params: { by: 'channel', segment: '=app' },
      expected: [[7, 1, 1, 0, 1, null, null]],
    },
    {
      name: 'silence of five days: one of two after eight days, the other known for nine',
      orders: [
        { customer: 'a', day: '2024-01-01', net: 100 },
        { customer: 'a', day: '2024-01-04', net: 100 },
        { customer: 'b', day: '2024-01-01', net: 100 },
        { customer: 'b', day: '2024-01-06', net: 100 },
      ],
      view: { lapseDays: 5, asOf: dayFromYmd(2024, 1, 10) },
      params: { until: 'silence' },
      expected: [
        [8, 2, 1, 0, 0.5, ...between(0.5, 1 / 2)],
        [9, 1, 0, 1, 0.5, ...between(0.5, 1 / 2)],
      ],
    },
    { name: 'without orders there is no curve', orders: [], view: {}, expected: [] },
  ],
});

const COLUMNS: Table['columns'] = [
  { key: 'days', unit: 'days' },
  { key: 'at-risk', unit: 'customers' },
  { key: 'ended', unit: 'customers' },
  { key: 'open', unit: 'customers' },
  { key: 'share', unit: 'ratio' },
  { key: 'low', unit: 'ratio' },
  { key: 'high', unit: 'ratio' },
];

function groupNamed(segment: string, groups: readonly LifeGroup[], all: LifeGroup | null): LifeGroup | null {
  return segment === 'total' ? all : (groups.find((group) => group.segment === segment) ?? null);
}

/** Ends of S as a worked example writes them, and the share who ordered again with its own. */
function between(s: number, v: number): [low: number, high: number] {
  const { low, high } = logLogEnds(s, v)!;
  return [low, high];
}
function again(s: number, v: number): Cell[] {
  const [low, high] = between(s, v);
  return [1 - s, 1 - high, 1 - low];
}
