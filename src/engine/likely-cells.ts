import type { Minor } from '../terms/money';
import type { PredictionChoice, Ranged } from '../terms/prediction';
import type { CustomerRow } from '../core/customers/customer-table';
import type { RowPrediction } from '../core/models/scores/customer-prediction';

/** What is likely of the customers of a list, in the order of its rows. */
export interface LikelyCells {
  choice: PredictionChoice;
  basis: 'model' | 'empirical';
  /** Whether a value is told, too. */
  hasValue: boolean;
  rows: Iterable<RowPrediction | null>;
}

type Predicted = 'alive' | 'orders30' | 'orders90' | 'orders365' | 'value';

/** Columns of what is likely; each number has its range beside it, and says how far ahead it looks and whose money it is. */
export function likelyHeader({ choice, ...told }: LikelyCells): string[] {
  const ranged = columnsOf(told).flatMap((key) => {
    const name = nameOf(key, choice);
    return [name, `${name}_low`, `${name}_high`];
  });
  return ['silence', 'basis', 'repeat_days', ...ranged];
}

/** The cells of one customer under `likelyHeader`; empty where nothing is told. */
export function likelyCells(
  { reason }: CustomerRow,
  prediction: RowPrediction | null,
  { choice, ...told }: LikelyCells,
  money: (minor: Minor) => number,
): (string | number)[] {
  const ground = told.basis === 'model' ? choice.model : 'similar-customers';
  const ranged = columnsOf(told).flatMap<string | number>((key) => {
    const show = key === 'value' ? money : sixDigits;
    const of: Ranged | null = prediction && prediction[key];
    return of ? [show(of.value), show(of.low), show(of.high)] : ['', '', ''];
  });
  return [reason.code, ground, prediction?.evidence ?? '', ...ranged];
}

/** Below this a number would be written with an exponent, which not every table reads. */
const LEAST = 1e-6;

function sixDigits(number: number): number {
  return number < LEAST ? 0 : Number(number.toPrecision(6));
}

/** Rates of similar customers tell no likelihood of still being one; a value is not always told. */
function columnsOf({ basis, hasValue }: Pick<LikelyCells, 'basis' | 'hasValue'>): Predicted[] {
  const orders: Predicted[] = ['orders30', 'orders90', 'orders365'];
  return [...(basis === 'model' ? (['alive'] as const) : []), ...orders, ...(hasValue ? (['value'] as const) : [])];
}

function nameOf(key: Predicted, { horizonDays, margin, discountPerYear }: PredictionChoice): string {
  if (key === 'alive') return 'p_alive';
  if (key !== 'value') return `expected_orders_next_${key.slice('orders'.length)}_days`;
  const whose = margin === null ? 'sales' : `profit_margin_${percent(margin)}`;
  return `expected_value_next_${horizonDays}_days_${whose}_discount_${percent(discountPerYear)}_a_year`;
}

function percent(ratio: number): string {
  return `${Number((ratio * 100).toFixed(2))}_percent`;
}
