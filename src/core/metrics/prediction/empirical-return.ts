import type { Absent, Cell, Scalar } from '../../../terms/answer';
import { dayFromYmd } from '../../../terms/day';
import type { EmpiricalRates, RateCell } from '../../models/scores/empirical-rates';
import { wilson } from '../../stats/wilson';
import { modelsOf } from '../../models/shop-models';
import { defineMetric, type TableMetric } from '../define';
import { absent, counted, measured, shareFigure } from '../figure';
import { typedNumber } from '../typed-number';

interface Params {
  /** Days within which they may have ordered again. */
  followDays: number;
  /** Customers with the rows' mean that each row is taken together with; null: settled by the rows themselves, else 10. */
  priorCustomers: number | null;
}

/** Names of the classes of silence and of frequency; together they name a row. */
const SILENCES = ['silent-30', 'silent-90', 'silent-180', 'silent-longer'] as const;
const FREQUENCIES = ['once', 'little-known', 'well-known'] as const;

/**
 * What became of customers by how long they had been silent and how often they had ordered, on the day `followDays` before the as-of day.
 *
 * One row per cell with anybody in it: who stood there, who of them ordered again in time, their share, and the share drawn towards the
 * mean of the cells with its interval (see `empiricalRates`). The foot has all of them. Empty where the file is too short or nobody had ordered by then.
 * Cost: one pass over orders.
 */
export const empiricalReturn = defineMetric<Params, TableMetric<Params>>({
  id: 'empirical-return',
  family: 'prediction',
  unit: 'ratio',
  shape: 'table',
  fraction: ['back-in-time', 'stood-alike'],
  formula:
    '(|returned| + s·m) / (n + s); m = Σ w·|returned|/n ÷ Σ w over rows, w = n/(n + s), s = priorCustomers or by the likelihood of all rows; interval: Wilson of |returned| in n, widened to hold it',
  source: {
    title: 'Bayesian Methods for Data Analysis, 3rd edition',
    author: 'B. P. Carlin, T. A. Louis',
    year: 2009,
    where: 'CRC Press, chapter 5 (empirical Bayes), beta–binomial model',
  },
  defaults: { followDays: 90, priorCustomers: null },
  sql: { none: 'how far the rows are drawn together is settled by a search over their likelihood' },
  compute({ orders }, view, params) {
    const rates = ratesOf(orders, view.asOf, params);
    const rows = rates?.cells.filter(({ who }) => who.length > 0).map((cell): Cell[] => [nameOf(cell), ...numbersOf(cell)]) ?? [];
    return {
      columns: [
        { key: 'stood-alike', unit: 'text' },
        { key: 'n', unit: 'customers' },
        { key: 'again', unit: 'customers' },
        { key: 'back-share', unit: 'ratio' },
        { key: 'likely', unit: 'ratio' },
        { key: 'low', unit: 'ratio' },
        { key: 'high', unit: 'ratio' },
      ],
      rows,
      ...(rates ? { foot: [['total', rates.customers, Math.round(rates.share * rates.customers), rates.share, null, null, null]] } : {}),
    };
  },
  cell({ orders }, view, params, { row, column }) {
    const rates = ratesOf(orders, view.asOf, params);
    if (!rates) return absent('file-too-short');
    if (row === 'total') return figureOf(allOf(rates), rates, column);
    const cell = rates.cells.find((one) => nameOf(one) === row);
    return cell && cell.who.length > 0 ? figureOf(cell, rates, column) : absent('no-customers');
  },
  vectors: [
    {
      // On 10 February a to d have ordered on 1 February; e and f are silent for 40 days. a and b order again within 30 days. The rows weigh
      // 4/8 and 2/6, so their mean is (4/8 · 2/4) / (4/8 + 2/6) = 0.3.
      name: 'two of four who had just ordered came back, and none of two who were silent: drawn together by four customers with 0.3',
      orders: [
        ...['a', 'b', 'c', 'd'].map((customer) => ({ customer, day: '2024-02-01', net: 100 })),
        ...['e', 'f'].map((customer) => ({ customer, day: '2024-01-01', net: 100 })),
        ...['a', 'b'].map((customer) => ({ customer, day: '2024-02-20', net: 100 })),
      ],
      view: { asOf: dayFromYmd(2024, 3, 11) },
      params: { followDays: 30, priorCustomers: 4 },
      expected: [
        ['silent-30-once', 4, 2, 2 / 4, (2 + 4 * (2 / 8 / (4 / 8 + 2 / 6))) / 8, wilson(2, 4).low, wilson(2, 4).high],
        ['silent-90-once', 2, 0, 0, (4 * (2 / 8 / (4 / 8 + 2 / 6))) / 6, 0, wilson(0, 2).high],
      ],
    },
    {
      name: 'a file of less than half as many days before as after says nothing',
      orders: [
        { customer: 'a', day: '2024-01-01', net: 100 },
        { customer: 'a', day: '2024-01-20', net: 100 },
      ],
      view: { asOf: dayFromYmd(2024, 4, 10) },
      expected: [],
    },
  ],
});

function ratesOf(orders: Parameters<typeof modelsOf>[0], asOf: number, { followDays, priorCustomers }: Params): EmpiricalRates | null {
  const days = typedNumber(followDays, 1, 3650);
  if (days === null || orders.orders === 0) return null;
  return modelsOf(orders, asOf).rates(Math.round(days), typedNumber(priorCustomers, 1e-9, 1e6));
}

function nameOf({ silence, frequency }: RateCell): string {
  return `${SILENCES[silence]}-${FREQUENCIES[frequency]}`;
}

function numbersOf({ who, returned, share }: RateCell): number[] {
  return [who.length, returned.length, returned.length / who.length, share.value, share.low, share.high];
}

type Counted = Pick<RateCell, 'who' | 'returned'> & Partial<Pick<RateCell, 'share'>>;

/** All cells as one: it is drawn towards nothing. */
function allOf({ cells }: EmpiricalRates): Counted {
  const together = (of: (cell: RateCell) => Uint32Array): Uint32Array => Uint32Array.from(cells.flatMap((cell) => [...of(cell)])).sort();
  return { who: together(({ who }) => who), returned: together(({ returned }) => returned) };
}

function figureOf({ who, returned, share }: Counted, rates: EmpiricalRates, column: string): Scalar | Absent {
  const [all, back] = [counted('stood-alike', who), counted('back-in-time', returned)];
  const further = [measured('follow-days', rates.followDays, 'days'), measured('prior-customers', rates.strength, 'number')];
  const plain = shareFigure(back, all, further);
  if (column === 'back-share') return plain;
  if (column === 'n' || column === 'again')
    return { value: column === 'n' ? who.length : returned.length, n: who.length, inputs: plain.inputs };
  if (!share) return absent('not-reached');
  const { low, high } = share;
  const drawn: Scalar = { value: share.value, n: who.length, inputs: plain.inputs, interval: { low, high, level: 0.95, method: 'wilson' } };
  return column === 'likely' ? drawn : { value: column === 'low' ? low : high, n: who.length, inputs: plain.inputs };
}
