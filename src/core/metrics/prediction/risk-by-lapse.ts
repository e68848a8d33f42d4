import type { Absent, Scalar, TableColumn } from '../../../terms/answer';
import { DEFAULT_PREDICTION, type PredictionChoice } from '../../../terms/prediction';
import type { View } from '../../../terms/view';
import type { OrderTable } from '../../columns/order-table';
import { modelsOf } from '../../models/shop-models';
import { soundChoice } from '../../models/scores/sound-choice';
import { defineMetric, type TableMetric } from '../define';
import { absent, counted, measured } from '../figure';
import { lapseWindow } from '../lapse/lapse-window';

const COLUMNS: TableColumn[] = [
  { key: 'rule', unit: 'text' },
  { key: 'likely-here', unit: 'customers' },
  { key: 'likely-gone', unit: 'customers' },
  { key: 'all', unit: 'customers' },
];
type Rule = 'not-lapsed' | 'lapsed';

/** Everybody with an order, by the rule and by the model, each ascending. */
interface RuleAndModel {
  lapseDays: number;
  who: Record<Rule, { here: Uint32Array; gone: Uint32Array; all: Uint32Array }>;
}

/**
 * Customers by the shop's lapse rule and by P(alive): where silence alone and silence against the own rhythm say the same, and where not.
 *
 * `lapsed`: no order for `lapseWindow` days or longer; `likely-gone`: P(alive) below a half. Everybody with an order stands in one cell. In
 * a shop where few come back P(alive) can be below a half right after the first order: somebody new stands among the likely gone then, but
 * not among those who slip away (`fallenBySilence`). No rows where the verdict is not a model: rates have no P(alive). Cost: the model's
 * scores and one pass over customers.
 */
export const riskByLapse = defineMetric<PredictionChoice, TableMetric<PredictionChoice>>({
  id: 'risk-by-lapse',
  family: 'prediction',
  unit: 'customers',
  shape: 'table',
  formula: '|{asOf − last ≥ d} ∩ {P(alive | x, t_x, T) < ½}| and the other three; d = lapse window',
  source: {
    title: 'Counting Your Customers: Who Are They and What Will They Do Next?',
    author: 'D. C. Schmittlein, D. G. Morrison, R. Colombo',
    year: 1987,
    where: 'Management Science 33 (1), 1–24',
  },
  defaults: { ...DEFAULT_PREDICTION },
  sql: { none: 'it rests on a model whose parameters are found by maximising a likelihood, which is no query' },
  compute({ orders }, view, params) {
    const told = ruleAndModel(orders, view, params);
    if ('why' in told) return { columns: COLUMNS, rows: [] };
    const row = (rule: Rule) => [rule, told.who[rule].here.length, told.who[rule].gone.length, told.who[rule].all.length];
    return { columns: COLUMNS, rows: [row('not-lapsed'), row('lapsed')] };
  },
  cell({ orders }, view, params, at) {
    const told = ruleAndModel(orders, view, params);
    if ('why' in told) return told;
    if (at.row !== 'lapsed' && at.row !== 'not-lapsed') return absent('no-customers');
    const input = inputAt(told, at.row, at.column);
    return { value: input.value, n: input.value, inputs: [input, measured('lapse-days', told.lapseDays, 'days')] } satisfies Scalar;
  },
  vectors: [
    { name: 'without orders there is nobody to put in a cell', orders: [], view: {}, expected: [] },
    {
      name: 'where nobody has come back no model tells who is gone',
      orders: [
        { customer: 'a', day: '2024-01-01', net: 100 },
        { customer: 'b', day: '2024-03-02', net: 100 },
      ],
      view: {},
      expected: [],
    },
  ],
});

function ruleAndModel(orders: OrderTable, view: View, params: PredictionChoice): RuleAndModel | Absent {
  const choice = soundChoice(params);
  const models = modelsOf(orders, view.asOf);
  const verdict = models.verdict(choice);
  if (verdict.basis === 'none') return absent(verdict.why);
  const scores = verdict.basis === 'model' ? models.scores(choice) : null;
  if (!scores) return absent('too-few');
  const lapseDays = lapseWindow(orders, view).days;
  const { age, recency } = models.history;
  const rows = (rule: Rule, of: (alive: number) => boolean) =>
    scores.id.filter((_, i) => (age[i]! - recency[i]! >= lapseDays ? 'lapsed' : 'not-lapsed') === rule && of(scores.alive[i]!));
  const split = (rule: Rule) => ({
    here: rows(rule, (alive) => alive >= 0.5),
    gone: rows(rule, (alive) => alive < 0.5),
    all: rows(rule, () => true),
  });
  return { lapseDays, who: { 'not-lapsed': split('not-lapsed'), lapsed: split('lapsed') } };
}

function inputAt({ who }: RuleAndModel, rule: Rule, column: string) {
  const { here, gone, all } = who[rule];
  if (rule === 'lapsed') {
    if (column === 'likely-here') return counted('lapsed-likely-here', here);
    return column === 'likely-gone' ? counted('lapsed-likely-gone', gone) : counted('lapsed-by-rule', all);
  }
  if (column === 'likely-here') return counted('within-rule-likely-here', here);
  return column === 'likely-gone' ? counted('within-rule-likely-gone', gone) : counted('within-rule', all);
}
