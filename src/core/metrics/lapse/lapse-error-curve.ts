import type { Absent, Input, Scalar } from '../../../terms/answer';
import { dayFromYmd } from '../../../terms/day';
import type { OrderTable } from '../../columns/order-table';
import { customersWhere } from '../customer-sets';
import { defineMetric, type TableMetric } from '../define';
import { errorCurve, type ErrorCurve } from './error-curve';
import { absent, counted, measured, shareFigure } from '../figure';
import { ERROR_CURVE_SQL, ORDER_DAYS_SQL } from './lapse-sql';

interface Params {
  /** Days that are looked at after the test day, at most half of the file. */
  followDays: number;
}

/**
 * For each number of days of silence, how often it would have called customers lapsed who came back, and missed customers who were gone.
 *
 * See `errorCurve` for the test day and the two errors. `chosen` marks the smallest candidate with the least mean error. Empty where nobody
 * came back after the test day, or nobody stayed away, or the file is too short. Cost: one pass over orders.
 */
export const lapseErrorCurve = defineMetric<Params, TableMetric<Params>>({
  id: 'lapse-error-curve',
  family: 'churn',
  unit: 'ratio',
  shape: 'table',
  formula:
    'error(d) = (|{silent ≥ d} ∩ back| / |back| + |{silent < d} \\ back| / |gone|) / 2, judged followDays before asOf; back = ordered since, gone = did not',
  source: {
    title: 'D-Curve: An Improved Method for Defining Non-Contractual Churn with Type I and Type II Errors',
    author: 'Indeed Engineering',
    year: 2020,
    where: 'https://engineering.indeedblog.com/blog/2020/01/defining-churn/',
  },
  defaults: { followDays: 180 },
  sql: `WITH ${ORDER_DAYS_SQL}, ${ERROR_CURVE_SQL}
SELECT error_curve.days, wrong, wrong_share, late, late_share, error, error_curve.days = best.days AS chosen
FROM error_curve CROSS JOIN best ORDER BY 1`,
  compute({ orders }, view, { followDays }) {
    const curve = errorCurve(orders, view, followDays);
    return {
      columns: [
        { key: 'days', unit: 'days' },
        { key: 'wrong', unit: 'customers' },
        { key: 'wrong-share', unit: 'ratio' },
        { key: 'late', unit: 'customers' },
        { key: 'late-share', unit: 'ratio' },
        { key: 'error', unit: 'ratio' },
        { key: 'chosen', unit: 'flag' },
      ],
      rows: (curve?.points ?? []).map((p) => [p.days, p.wrong, p.wrongShare, p.late, p.lateShare, p.error, p === curve!.best ? 1 : 0]),
    };
  },
  cell({ orders }, view, { followDays }, at) {
    const curve = errorCurve(orders, view, followDays);
    const days = Number(at.row);
    if (!curve || !curve.points.some((point) => point.days === days)) return absent('file-too-short');
    return figureAt(orders, curve, days, at.column);
  },
  vectors: [
    {
      // Test day 11 January. Silent then: a 0, b 1 and c 6 days, who order again; d 9 and e 10, who do not. At d = 7 nobody is wrong or late.
      name: 'seven days part those who came back from those who were gone',
      orders: [
        { customer: 'a', day: '2024-01-11', net: 100 },
        { customer: 'b', day: '2024-01-10', net: 100 },
        { customer: 'c', day: '2024-01-05', net: 100 },
        { customer: 'd', day: '2024-01-02', net: 100 },
        { customer: 'e', day: '2024-01-01', net: 100 },
        { customer: 'a', day: '2024-01-12', net: 100 },
        { customer: 'b', day: '2024-01-19', net: 100 },
        { customer: 'c', day: '2024-01-21', net: 100 },
      ],
      view: { asOf: dayFromYmd(2024, 1, 21) },
      params: { followDays: 10 },
      expected: [
        [1, 2, 2 / 3, 0, 0, 1 / 3, 0],
        ...[2, 3, 4, 5, 6].map((d) => [d, 1, 1 / 3, 0, 0, 1 / 6, 0]),
        [7, 0, 0, 0, 0, 0, 1],
        [8, 0, 0, 0, 0, 0, 0],
        [9, 0, 0, 0, 0, 0, 0],
        [10, 0, 0, 1, 0.5, 0.25, 0],
      ],
    },
    {
      name: 'where nobody came back there is nothing to be wrong about',
      orders: [
        { customer: 'a', day: '2024-01-01', net: 100 },
        { customer: 'b', day: '2024-01-03', net: 100 },
      ],
      view: { asOf: dayFromYmd(2024, 1, 31) },
      expected: [],
    },
  ],
});

function figureAt(orders: OrderTable, curve: ErrorCurve, days: number, column: string): Scalar | Absent {
  const { silence, isBack } = curve;
  const those = (key: string, test: (c: number) => boolean): Input =>
    counted(
      key,
      customersWhere(orders, (c) => silence[c]! >= 0 && test(c)),
    );
  const back = those('back-since', (c) => isBack[c] === 1);
  const gone = those('stayed-away', (c) => isBack[c] === 0);
  const wrong = those('called-and-back', (c) => isBack[c] === 1 && silence[c]! >= days);
  const late = those('not-called-and-gone', (c) => isBack[c] === 0 && silence[c]! < days);
  const further = [measured('follow-days', curve.followDays, 'days')];
  if (column === 'wrong' || column === 'wrong-share') {
    const share = shareFigure(wrong, back, further);
    return column === 'wrong-share' ? share : { value: wrong.value, n: back.value, inputs: [wrong, back, ...further] };
  }
  if (column === 'late' || column === 'late-share') {
    const share = shareFigure(late, gone, further);
    return column === 'late-share' ? share : { value: late.value, n: gone.value, inputs: [late, gone, ...further] };
  }
  const error = (wrong.value / back.value + late.value / gone.value) / 2;
  return { value: error, n: back.value + gone.value, inputs: [wrong, back, late, gone, ...further] };
}
