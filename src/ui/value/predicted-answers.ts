import type { Answer, CustomerList, CustomerTotals, Verdict } from '../../engine/protocol';
import type { ShopNumbers } from '../../state/shop-numbers.svelte';
import type { Workspace } from '../../state/workspace.svelte';
import { isTable } from '../../terms/answer';
import type { PredictionChoice } from '../../terms/prediction';
import type { View } from '../../terms/view';
import { tableRecords } from '../reading/table-records';
import { predictedBands, type PredictedBand } from './predicted-bands';
import type { Figure } from './read-value';

type Engine = Workspace['engine'];

/** What the page says of what is likely to come; the figures are absent and there are no bands where the verdict is none. */
export interface PredictedAnswers {
  verdict: Verdict;
  /** What everything was asked with, as a question carries it. */
  params: PredictionParams;
  /** Value and order-days expected within the horizon, of all customers. */
  value: Figure;
  orders: Figure;
  bands: PredictedBand[];
  /** Root mean squared error of the model on orders held back, per customer, beside the nearer of two plain guesses; null without a test. */
  tested: { rmse: number; plain: string; plainRmse: number } | null;
  /** Of the tenth with most before them those who slip away; null where there is no such tenth. */
  slipping: { list: CustomerList; totals: CustomerTotals } | null;
  view: View;
}

export type PredictionParams = Record<string, string | number>;

/** A choice as parameters of a metric; a margin that was not typed is left out. */
export function predictionParams({ model, horizonDays, margin, discountPerYear }: PredictionChoice): PredictionParams {
  return { model, horizonDays, discountPerYear, ...(margin === null ? {} : { margin }) };
}

/** The customers of one band, as they are ranked by these predictions. */
export function predictedList(row: string, params: PredictionParams): CustomerList {
  return { who: { id: 'expected-value-bands', params, at: { row, column: 'customers' }, input: 'customers' }, filter: {} };
}

/** Asks for it; null while the typed numbers are being read. */
export function readPredicted(engine: Engine, view: View, numbers: ShopNumbers): Promise<PredictedAnswers> | null {
  return numbers.typed ? answersFor(engine, view, numbers.prediction) : null;
}

async function answersFor(engine: Engine, view: View, choice: PredictionChoice): Promise<PredictedAnswers> {
  const params = predictionParams(choice);
  const { model, horizonDays } = choice;
  const questions = [
    { id: 'expected-value', params },
    { id: 'expected-value-bands', params },
    { id: 'expected-orders', params: { model, horizonDays } },
    { id: 'back-test', params: { model } },
  ];
  const [verdict, [value, table, orders, test]] = await Promise.all([engine.verdict(choice, view), engine.answer(questions, view)]);
  const bands = predictedBands(table!);
  const slipping = bands.some(({ name }) => name === 'top-10') ? await slippingOf(engine, view, choice, params) : null;
  return { verdict, params, value: figureOf(value!), orders: figureOf(orders!), bands, tested: testedOf(test!), slipping, view };
}

function testedOf(answer: Answer): PredictedAnswers['tested'] {
  const errors = isTable(answer) ? tableRecords(answer, answer.rows) : [];
  const rmse = (guess: string) => {
    const error = errors.find((record) => record.guess === guess)?.rmse;
    return typeof error === 'number' ? error : null;
  };
  const [own, before, pace] = [rmse('model'), rmse('same-as-before'), rmse('own-pace')];
  if (own === null || before === null || pace === null) return null;
  return { rmse: own, ...(pace < before ? { plain: 'own-pace', plainRmse: pace } : { plain: 'same-as-before', plainRmse: before }) };
}

async function slippingOf(engine: Engine, view: View, choice: PredictionChoice, params: PredictionParams) {
  const list: CustomerList = { ...predictedList('top-10', params), filter: { slipping: true }, choice };
  const [totals] = await engine.lists([list], view);
  return { list, totals: totals! };
}

function figureOf(answer: Answer): Figure {
  if (isTable(answer)) throw new Error('a table where a figure was asked for');
  return answer;
}
