import type { Answer, CustomerTotals } from '../../engine/protocol';
import type { ShopNumbers, TypedNumbers } from '../../state/shop-numbers.svelte';
import type { Workspace } from '../../state/workspace.svelte';
import { isTable, type Absent, type Scalar } from '../../terms/answer';
import { isoFromDay } from '../../terms/day';
import type { View } from '../../terms/view';
import { inputOf } from '../reading/words';
import { alwaysOnDiscount, silentBest } from './value-lists';

type Engine = Workspace['engine'];
export type Figure = Scalar | Absent;

/** What the page says of what the files tell. */
export interface ValueAnswers {
  concentration: Answer;
  gini: Figure;
  spend: Figure;
  orderValue: Figure;
  frequency: Figure;
  discounts: Figure;
  returns: Figure;
  /** Minor units given back up to the as-of day, in the whole file, that belong to no order known. */
  unmatchedRefunds: number;
  view: View;
}

/** What the page says of what was typed, too. */
export interface PricedAnswers {
  clv: Figure;
  acquisition: Figure;
  payback: Figure;
  retention: Figure;
  ratio: Figure;
  point: Figure;
  breakEven: Figure;
  /** What each was asked with. */
  params: PricedParams;
  typed: TypedNumbers;
  view: View;
}

export async function readValue(engine: Engine, view: View): Promise<ValueAnswers> {
  const ids = ['revenue-gini', 'spend-per-customer', 'average-order-value', 'purchase-frequency', 'discount-dependence', 'return-rate'];
  const [[concentration, ...figures], effect] = await Promise.all([
    engine.answer([{ id: 'value-concentration' }, ...ids.map((id) => ({ id }))], view),
    engine.refundEffect(view),
  ]);
  const [gini, spend, orderValue, frequency, discounts, returns] = figures.map(figureOf);
  return {
    concentration: concentration!,
    gini: gini!,
    spend: spend!,
    orderValue: orderValue!,
    frequency: frequency!,
    discounts: discounts!,
    returns: returns!,
    unmatchedRefunds: effect.refundedMinor - effect.matchedMinor,
    view,
  };
}

type Params = Record<string, string | number>;
export type PricedParams = Record<Exclude<keyof PricedAnswers, 'params' | 'typed' | 'view'>, { id: string; params: Params }>;

/** The questions that rest on typed numbers; what is blank is left out. */
export function pricedQuestions(numbers: ShopNumbers, view: View): PricedParams | null {
  const { typed } = numbers;
  if (!typed) return null;
  const { margin, discountPerYear, tenure, tenureUnit, orderValueMinor, frequency, frequencyUnit, savedPercent } = typed;
  const costs = numbers.costsOf(isoFromDay(view.from), isoFromDay(view.to));
  const ask = (id: string, params: Record<string, string | number | null>) => ({ id, params: typedOnly(params) });
  return {
    clv: ask('clv-simple', { tenure, tenureUnit, orderValueMinor, frequency, frequencyUnit, margin, discountPerYear }),
    acquisition: ask('customer-acquisition-cost', { costMinor: costs.acquisitionMinor }),
    payback: ask('acquisition-payback', { costMinor: costs.acquisitionMinor, margin }),
    retention: ask('retention-cost', { costMinor: costs.retentionMinor }),
    ratio: ask('acquisition-to-retention-cost', { acquisitionMinor: costs.acquisitionMinor, retentionMinor: costs.retentionMinor }),
    point: ask('point-of-retention-worth', { margin }),
    breakEven: ask('break-even-discount', { margin, savedPercent }),
  };
}

function typedOnly(params: Record<string, string | number | null>): Params {
  return Object.fromEntries(Object.entries(params).filter((entry): entry is [string, string | number] => entry[1] !== null));
}

/** Asks them; null while the typed numbers are being read. */
export function readPriced(engine: Engine, view: View, numbers: ShopNumbers): Promise<PricedAnswers> | null {
  const params = pricedQuestions(numbers, view);
  const { typed } = numbers;
  if (!params || !typed) return null;
  return engine.answer(Object.values(params), view).then((answers) => {
    const [clv, acquisition, payback, retention, ratio, point, breakEven] = answers.map(figureOf) as [Figure, ...Figure[]];
    return {
      clv,
      acquisition: acquisition!,
      payback: payback!,
      retention: retention!,
      ratio: ratio!,
      point: point!,
      breakEven: breakEven!,
      params,
      typed,
      view,
    };
  });
}

/** The lists that the page proposes, with how many stand in them. */
export interface ValueProposals {
  lapseDays: number;
  silent: CustomerTotals;
  always: CustomerTotals;
}

export async function readValueProposals(engine: Engine, view: View): Promise<ValueProposals> {
  const [churn] = await engine.answer([{ id: 'churn-rate' }], view);
  const figure = figureOf(churn!);
  const lapseDays = view.lapseDays ?? (figure.value === null ? 90 : inputOf(figure, 'lapse-days'));
  const [silent, always] = await engine.lists([silentBest(lapseDays), alwaysOnDiscount()], view);
  return { lapseDays, silent: silent!, always: always! };
}

function figureOf(answer: Answer): Figure {
  if (isTable(answer)) throw new Error('a table where a figure was asked for');
  return answer;
}
