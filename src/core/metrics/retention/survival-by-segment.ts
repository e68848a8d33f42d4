import type { Cell, Table } from '../../../terms/answer';
import { dayFromYmd } from '../../../terms/day';
import { logLogEnds } from '../../stats/greenwood';
import { atRiskAt } from '../../stats/life-table';
import { timeEnded, timeEndedInterval } from '../../stats/wait-curve';
import { defineMetric, type TableMetric } from '../define';
import { countFigure } from '../figure';
import { atRiskFigure, endedSoFar, endOf, medianFigure, shareFigureOn } from './survival-cells';
import { nobodyTold, shareOn, survivalGroups, type LifeGroup, type SurvivalGroups, type SurvivalParams } from './survival-groups';
import { survivalBySegmentSql } from './survival-sql';

/** Cells of a day that nobody was known for, and of one before which all have ended. */
const unknown: Cell[] = [null, null, null, 0];
const all: Cell[] = [1, null, null, 0];
/** Days after the first order at which the share is told. */
const MARKS = [30, 90, 180, 365, 730] as const;

/**
 * How soon customers of each segment ordered again, or how long they came without a long silence: Kaplan–Meier by segment.
 *
 * A shop without contracts sees nobody leave, so the end has to be something that happens: `second-order`, the second order-day, or `silence`,
 * the first day on which the lapse window has passed since the latest order-day. Neither looks ahead. Customers whose first order-day lies in
 * the view, followed to the as-of day; the segment is that of the first order, of the customers file as it stands. `share-…` is the share who
 * have ordered again by that day, or who have never been silent so long, with Greenwood's log-log range; null where nobody was known so long.
 * `median` is the day by which half have ended. No rows by an attribute that grows with buying. The six largest segments stand alone; `other` and `unknown` come last. Cost: survivalGroups.
 */
export const survivalBySegment = defineMetric<SurvivalParams, TableMetric<SurvivalParams>>({
  id: 'survival-by-segment',
  family: 'retention',
  unit: 'ratio',
  shape: 'table',
  formula:
    'S(t) = Π(1 − eᵢ / rᵢ), i ≤ t; rᵢ = known for i days after the first order-day and not ended before, eᵢ = of them ended on day i',
  source: {
    title: 'Nonparametric Estimation from Incomplete Observations',
    author: 'E. L. Kaplan, P. Meier',
    year: 1958,
    where: 'Journal of the American Statistical Association 53 (282), 457–481, https://doi.org/10.1080/01621459.1958.10501452',
  },
  defaults: { by: 'country', until: 'second-order' },
  sql: survivalBySegmentSql(MARKS),
  compute(tables, view, params) {
    const found = survivalGroups(tables, view, params);
    return { columns: COLUMNS, rows: found.groups.map((group) => rowOf(group, found)), foot: found.all ? [rowOf(found.all, found)] : [] };
  },
  cell(tables, view, params, { row, column }) {
    const found = survivalGroups(tables, view, params);
    const group = row === 'total' ? found.all : found.groups.find(({ segment }) => segment === row);
    if (!group) return nobodyTold(params);
    if (column === 'customers') return countFigure('begun', group.who);
    if (column === 'ended') return { value: group.ends, n: group.who.length, inputs: [endedSoFar(group, found)] };
    const [, kind = '', end = ''] = /^(?:(median)-?(low|high)?)$/.exec(column) ?? [];
    if (kind) return endOf(medianFigure(group, found), end);
    const [, name = '', day = ''] = /^(share|low|high|at-risk)-(\d+)$/.exec(column) ?? [];
    return name === 'at-risk' ? atRiskFigure(group, Number(day)) : endOf(shareFigureOn(group, Number(day), found), name);
  },
  vectors: [
    {
      // Of three from Germany one after 10 days, of two left one after 20: S = 2/3, 1/3; c is open for 100 days. France: d after 40, e is open.
      name: 'of three from Germany two ordered again within 20 days, of two from France one after 40',
      orders: [
        { customer: 'a', day: '2024-01-01', net: 100, country: 'DE' },
        { customer: 'b', day: '2024-01-01', net: 100, country: 'DE' },
        { customer: 'c', day: '2024-01-01', net: 100, country: 'DE' },
        { customer: 'd', day: '2024-01-01', net: 100, country: 'FR' },
        { customer: 'e', day: '2024-01-01', net: 100, country: 'FR' },
        { customer: 'a', day: '2024-01-11', net: 100, country: 'DE' },
        { customer: 'b', day: '2024-01-21', net: 100, country: 'FR' },
        { customer: 'd', day: '2024-02-10', net: 100, country: 'FR' },
      ],
      view: { asOf: dayFromYmd(2024, 4, 10) },
      expected: [
        [
          '=DE',
          3,
          2,
          20,
          null,
          null,
          ...again((2 / 3) * (1 / 2), 1 / 6 + 1 / 2, 1),
          ...again((2 / 3) * (1 / 2), 1 / 6 + 1 / 2, 1),
          ...unknown,
          ...unknown,
          ...unknown,
        ],
        ['=FR', 2, 1, 40, null, null, 0, null, null, 2, ...again(1 / 2, 1 / 2, 1), ...unknown, ...unknown, ...unknown],
      ],
    },
    {
      // a is silent on the 18th for ten days: day 17. b on day 10. c is open for 35 days. S = 2/3 from 10, 1/3 from 17.
      name: 'the first silence of ten days ends a life, and an order after it undoes nothing',
      orders: [
        ...['01', '08', '20'].map((day) => ({ customer: 'a', day: `2024-01-${day}`, net: 100 })),
        { customer: 'b', day: '2024-01-01', net: 100 },
        ...['01', '10', '19', '28'].map((day) => ({ customer: 'c', day: `2024-01-${day}`, net: 100 })),
      ],
      view: { lapseDays: 10, asOf: dayFromYmd(2024, 2, 5) },
      params: { until: 'silence' },
      expected: [
        ['unknown', 3, 2, 17, null, null, ...stayed((2 / 3) * (1 / 2), 1 / 6 + 1 / 2, 1), ...unknown, ...unknown, ...unknown, ...unknown],
      ],
    },
    {
      name: 'whoever first ordered before the view began there at another time, and is not in it',
      orders: [
        { customer: 'a', day: '2024-01-01', net: 100 },
        { customer: 'a', day: '2024-02-01', net: 100 },
        { customer: 'b', day: '2024-02-01', net: 100, channel: 'web' },
        { customer: 'b', day: '2024-02-03', net: 100, channel: 'app' },
      ],
      view: { from: dayFromYmd(2024, 2, 1) },
      params: { by: 'channel' },
      expected: [['=web', 1, 1, 2, null, null, ...all, ...all, ...all, ...all, ...all]],
    },
    { name: 'without orders there are no segments', orders: [], view: {}, expected: [] },
  ],
});

const COLUMNS: Table['columns'] = [
  { key: 'segment', unit: 'text' },
  { key: 'customers', unit: 'customers' },
  { key: 'ended', unit: 'customers' },
  { key: 'median', unit: 'days' },
  { key: 'median-low', unit: 'days' },
  { key: 'median-high', unit: 'days' },
  ...MARKS.flatMap((day): Table['columns'] => [
    { key: `share-${day}`, unit: 'ratio' },
    { key: `low-${day}`, unit: 'ratio' },
    { key: `high-${day}`, unit: 'ratio' },
    { key: `at-risk-${day}`, unit: 'customers' },
  ]),
];

function rowOf(group: LifeGroup, { until }: SurvivalGroups): Cell[] {
  const range = timeEndedInterval(group.curve, 0.5);
  const shares = MARKS.flatMap((day): Cell[] => {
    const found = shareOn(group, day, until);
    return [found?.share ?? null, found?.interval?.low ?? null, found?.interval?.high ?? null, atRiskAt(group.table, day)];
  });
  return [group.segment, group.who.length, group.ends, timeEnded(group.curve, 0.5), range?.low ?? null, range?.high ?? null, ...shares];
}

/** Cells of a day as a worked example writes them, from S, Greenwood's Σ d / n(n − d) and who is at risk. */
function stayed(s: number, v: number, atRisk: number): Cell[] {
  const { low, high } = logLogEnds(s, v)!;
  return [s, low, high, atRisk];
}
function again(s: number, v: number, atRisk: number): Cell[] {
  const { low, high } = logLogEnds(s, v)!;
  return [1 - s, 1 - high, 1 - low, atRisk];
}
