import type { Absent, Cell, Input, Scalar, Table } from '../../../terms/answer';
import { dayFromYmd } from '../../../terms/day';
import { defineMetric, type TableMetric } from '../define';
import { absent, measured } from '../figure';
import { AXES, PARTS, scoredParts, type Axis, type ScorecardParams, type ScoredPart } from './scorecard-parts';

/**
 * Loyalty on three axes of 0 to 100: what customers do, what they say, and what it is worth; each part with its rule and its weight.
 *
 * A row per part: its axis, the figure as it is, its score (scorecard-parts.ts has the rules), its weight in the whole, n, and why it is
 * absent. A part without a figure, with one that rests on fewer than five, or with a recommendation asked on 1–10, has no score and the weight 0; the others take its weight over, so that weights add up to 1. The foot has
 * the three axes and the `together`, Σ weight × score. The weights are a choice and no finding, and a share of 30 % is no school mark: the
 * scores serve to compare one's own shop with itself. No rows without any figure. Cost: that of the figures it is made of.
 */
export const loyaltyScorecard = defineMetric<ScorecardParams, TableMetric<ScorecardParams>>({
  id: 'loyalty-scorecard',
  family: 'loyalty',
  unit: 'number',
  shape: 'table',
  formula: 'Σ wᵢ sᵢ, Σ wᵢ = 1; sᵢ = 100 × share, (NPS + 100) / 2, 100 × index / its maximum, 100 × (1 − share on discount)',
  source: {
    title: 'Whence Consumer Loyalty? (loyalty as what is thought, felt, intended and done)',
    author: 'R. L. Oliver',
    year: 1999,
    where: 'Journal of Marketing 63 (special issue), 33–44',
  },
  defaults: { behaviourWeight: 0.4, feelingWeight: 0.3, moneyWeight: 0.3, leastCounted: 5 },
  sql: { none: 'it is put together from other figures, each of which has its own query' },
  compute(tables, view, params) {
    const parts = scoredParts(tables, view, params);
    const some = parts.some((part) => part.score !== null);
    return { columns: COLUMNS, rows: some ? parts.map(rowOf) : [], foot: some ? footOf(parts) : [] };
  },
  cell(tables, view, params, at) {
    const parts = scoredParts(tables, view, params);
    const part = parts.find(({ key }) => key === at.row);
    if (part) return partCell(part, at.column);
    const axis = AXES.find((one) => one === at.row);
    const own = axis ? parts.filter((one) => one.axis === axis) : at.row === 'together' ? parts : [];
    return at.column === 'weight' || at.column === 'score' ? sumCell(own, at.column) : absent('too-few');
  },
  cellUnit: ({ row, column }) => (column === 'value' ? PARTS.find(({ key }) => key === row)?.unit : undefined),
  vectors: [
    {
      // First orders of January known for 90 days: a is back, b is not: 50. Of January's a and b, a came in February: 50; behaviour 50.
      // Of 400 taken 100 are not from first orders: 25; no file tells discounts. Nobody was asked, so weights are .4/.7 and .3/.7.
      name: 'parts without a figure leave their weight to the others',
      orders: [
        { customer: 'a', day: '2024-01-10', net: 150 },
        { customer: 'a', day: '2024-02-10', net: 100 },
        { customer: 'b', day: '2024-01-11', net: 150 },
      ],
      view: { to: dayFromYmd(2024, 3, 1), asOf: dayFromYmd(2024, 5, 31) },
      params: { leastCounted: 1 },
      expected: [
        ['second-order', 'behaviour', 1 / 2, 50, 0.4 / 0.7 / 2, 2, null],
        ['retention', 'behaviour', 1 / 2, 50, 0.4 / 0.7 / 2, 2, null],
        ['promoters', 'feeling', null, null, 0, null, 'no-answers'],
        ['satisfaction', 'feeling', null, null, 0, null, 'no-answers'],
        ['index', 'feeling', null, null, 0, null, 'no-answers'],
        ['repeat-revenue', 'money', 1 / 4, 25, 0.3 / 0.7, 2, null],
        ['full-price', 'money', null, null, 0, null, 'no-discounts'],
      ],
    },
    {
      name: 'a net promoter score of 0 is 50, and with nothing else all the weight is on it',
      orders: [],
      records: {
        answers: [
          { person: 'a', date: '2024-03-05', score: 9, scale: '0-10', question: 'Would you recommend us?' },
          { person: 'b', date: '2024-03-05', score: 3, scale: '0-10', question: 'Would you recommend us?' },
        ],
      },
      view: { from: dayFromYmd(2024, 3, 1), to: dayFromYmd(2024, 4, 1), asOf: dayFromYmd(2024, 3, 31) },
      params: { leastCounted: 1 },
      expected: [
        ['second-order', 'behaviour', null, null, 0, null, 'no-orders'],
        ['retention', 'behaviour', null, null, 0, null, 'no-orders'],
        ['promoters', 'feeling', 0, 50, 1, 2, null],
        ['satisfaction', 'feeling', null, null, 0, null, 'no-answers'],
        ['index', 'feeling', null, null, 0, null, 'no-answers'],
        ['repeat-revenue', 'money', null, null, 0, null, 'no-orders'],
        ['full-price', 'money', null, null, 0, null, 'no-orders'],
      ],
    },
    {
      name: 'a score on 1 to 10 compares with no net promoter score and is left out',
      orders: [
        { customer: 'a', day: '2024-01-10', net: 150 },
        { customer: 'a', day: '2024-01-20', net: 50 },
      ],
      records: {
        answers: [
          { person: 'a', date: '2024-01-05', score: 9, scale: '1-10', question: 'Would you recommend us?' },
          { person: 'b', date: '2024-01-05', score: 1, scale: '1-10', question: 'Would you recommend us?' },
        ],
      },
      view: { from: dayFromYmd(2024, 1, 1), to: dayFromYmd(2024, 2, 1), asOf: dayFromYmd(2024, 1, 31) },
      params: { leastCounted: 1 },
      expected: [
        ['second-order', 'behaviour', null, null, 0, null, 'file-too-short'],
        ['retention', 'behaviour', null, null, 0, null, 'no-earlier-period'],
        ['promoters', 'feeling', null, null, 0, null, 'scale-differs'],
        ['satisfaction', 'feeling', null, null, 0, null, 'no-answers'],
        ['index', 'feeling', null, null, 0, null, 'no-answers'],
        ['repeat-revenue', 'money', 50 / 200, 25, 1, 1, null],
        ['full-price', 'money', null, null, 0, null, 'no-discounts'],
      ],
    },
    {
      name: 'what rests on fewer than five is not scored',
      orders: [
        { customer: 'a', day: '2024-01-10', net: 150 },
        { customer: 'a', day: '2024-02-10', net: 100 },
      ],
      view: {},
      expected: [],
    },
    { name: 'without orders and answers there are no rows', orders: [], view: {}, expected: [] },
  ],
});

const COLUMNS: Table['columns'] = [
  { key: 'part', unit: 'text' },
  { key: 'axis', unit: 'text' },
  { key: 'value', unit: 'number' },
  { key: 'score', unit: 'number' },
  { key: 'weight', unit: 'ratio' },
  { key: 'n', unit: 'number' },
  { key: 'why', unit: 'text' },
];

function rowOf({ key, axis, figure, score, weight }: ScoredPart): Cell[] {
  if (figure.value === null) return [key, axis, null, null, 0, null, figure.why];
  return [key, axis, figure.value, score, weight, figure.n, null];
}

function footOf(parts: readonly ScoredPart[]): Cell[][] {
  const sum = (key: Axis | 'together', own: readonly ScoredPart[]): Cell[] => {
    const { score, weight, n } = together(own);
    return [key, key === 'together' ? null : key, null, score, weight, n, null];
  };
  const ofAxis = (axis: Axis): Cell[] =>
    sum(
      axis,
      parts.filter((part) => part.axis === axis),
    );
  return [...AXES.map(ofAxis), sum('together', parts)];
}

/** Weighted mean of the parts that have a score; null where none has one with a weight. */
function together(parts: readonly ScoredPart[]): { score: number | null; weight: number; n: number } {
  const scored = parts.filter((part) => part.score !== null);
  const weight = scored.reduce((sum, part) => sum + part.weight, 0);
  const score = weight > 0 ? scored.reduce((sum, part) => sum + part.weight * part.score!, 0) / weight : null;
  return { score, weight, n: scored.length };
}

function sumCell(parts: readonly ScoredPart[], column: 'score' | 'weight'): Scalar | Absent {
  const { score, weight, n } = together(parts);
  if (score === null) return absent('too-few');
  const told = parts.filter((part) => part.score !== null);
  const inputs = told.flatMap((part): Input[] => [
    measured(`score-${part.key}`, part.score!, 'number'),
    measured(`weight-${part.key}`, part.weight, 'ratio'),
  ]);
  return { value: column === 'score' ? score : weight, n, inputs, ...(told.length < parts.length ? { note: 'weights-rescaled' } : {}) };
}

function partCell({ key, figure, score, interval, weight }: ScoredPart, column: string): Scalar | Absent {
  if (column === 'weight') return { value: weight, n: 1, inputs: [measured(`weight-${key}`, weight, 'ratio')] };
  if (figure.value === null) return figure;
  const { inputs, n } = figure;
  if (column === 'value') return { value: figure.value, n, ...(figure.interval ? { interval: figure.interval } : {}), inputs };
  if (column === 'n') return { value: n, n, inputs };
  return column === 'score' ? { value: score!, n, ...(interval ? { interval } : {}), inputs } : absent('too-few');
}
