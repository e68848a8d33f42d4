import type { Absent, Cell, TableColumn } from '../../../terms/answer';
import type { Day } from '../../../terms/day';
import { DEFAULT_PREDICTION, type PredictionChoice } from '../../../terms/prediction';
import type { OrderTable } from '../../columns/order-table';
import { modelsOf } from '../../models/shop-models';
import { soundChoice } from '../../models/scores/sound-choice';
import { defineMetric, type TableMetric } from '../define';
import { absent } from '../figure';
import { aheadFigure } from './ahead-figure';
import { askedWith } from './expected-figure';
import { EVIDENCE_BANDS, rankedAhead, type AheadBand, type ValueAhead } from './value-ahead';

const COLUMNS: TableColumn[] = [
  { key: 'band', unit: 'text' },
  { key: 'customers', unit: 'customers' },
  { key: 'expected-value', unit: 'money' },
  { key: 'expected-value-share', unit: 'ratio' },
  { key: 'expected-orders', unit: 'number' },
  { key: 'net-so-far', unit: 'money' },
  { key: 'best-so-far', unit: 'customers' },
  ...EVIDENCE_BANDS.map((name): TableColumn => ({ key: `from-${name}`, unit: 'money' })).reverse(),
];

/**
 * How the value that is expected within the horizon is spread over the customers: what the first 1, 5, 10, 20 and 50 % by expected value,
 * each tenth, and the customers of each class of evidence are likely to bring.
 *
 * Rows by name of the band. Evidence is order-days after the first: `well-known` 3 or more, `little-known` 1 or 2, `once` none; `from-…` are
 * their parts of a band's value. `net-so-far` is what the same customers brought up to the as-of day in the whole file, counted and not
 * expected: the two are not to be added. `best-so-far` counts those of the band who are in the best tenth by it, null below ten customers.
 * The share is null where nothing is expected. No rows where no value is predicted: cells then say the verdict's why, or `too-few` where
 * orders only are told. Cost: the model's scores, two passes over orders, sorts of customers.
 */
export const expectedValueBands = defineMetric<PredictionChoice, TableMetric<PredictionChoice>>({
  id: 'expected-value-bands',
  family: 'prediction',
  unit: 'money',
  shape: 'table',
  fraction: ['expected-value', 'expected-value-of-all'],
  formula: 'Σ v of the ⌈n·p⌉ customers with the highest v / Σ v of all n; v = discounted value expected within horizonDays',
  source: {
    title: 'RFM and CLV: Using Iso-Value Curves for Customer Base Analysis',
    author: 'P. S. Fader, B. G. S. Hardie, K. L. Lee',
    year: 2005,
    where: 'Journal of Marketing Research 42 (4), 415–430',
  },
  defaults: DEFAULT_PREDICTION,
  sql: { none: 'a model of customers is fitted to their orders first, which no query can do' },
  compute({ orders }, view, params) {
    const ranked = rankedOf(orders, view.asOf, soundChoice(params));
    const rows = 'why' in ranked ? [] : ranked.bands.map((band) => rowOf(ranked.ahead, band));
    return { columns: COLUMNS, rows };
  },
  cell({ orders }, view, params, at) {
    const choice = soundChoice(params);
    const ranked = rankedOf(orders, view.asOf, choice);
    if ('why' in ranked) return ranked;
    const band = ranked.bands.find(({ name }) => name === at.row);
    return band ? aheadFigure(ranked.ahead, band, at.column, askedWith(choice)) : absent('too-few');
  },
  vectors: [
    { name: 'without orders nothing is expected of anybody', orders: [], view: {}, expected: [] },
    {
      name: 'where nobody has come back no value is told',
      orders: [
        { customer: 'a', day: '2024-01-01', net: 100 },
        { customer: 'b', day: '2024-01-02', net: 100 },
      ],
      view: {},
      expected: [],
    },
  ],
});

function rankedOf(orders: OrderTable, asOf: Day, choice: PredictionChoice): ReturnType<typeof rankedAhead> | Absent {
  const models = modelsOf(orders, asOf);
  const verdict = models.verdict(choice);
  const scores = models.scores(choice);
  if (verdict.basis === 'none') return absent(verdict.why);
  if (!scores || scores.value.some(Number.isNaN)) return absent((verdict.basis === 'model' && verdict.noValue) || 'too-few');
  return rankedAhead(orders, asOf, scores);
}

function rowOf(ahead: ValueAhead, band: AheadBand): Cell[] {
  return [band.name, ...COLUMNS.slice(1).map(({ key }) => aheadFigure(ahead, band, key, []).value)];
}
