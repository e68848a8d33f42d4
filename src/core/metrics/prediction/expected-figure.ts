import type { Absent, Input, Interval, Scalar } from '../../../terms/answer';
import type { PredictionChoice, Ranged } from '../../../terms/prediction';
import type { Summed } from '../../models/scores/chance-of-sums';
import { expectedSum } from '../../models/scores/expected-sum';
import type { ShopModels } from '../../models/shop-models';
import { absent, counted, measured } from '../figure';

/**
 * The sum of a score over all customers as a figure, with the customers it is about. Its interval is that of what comes about (`expectedSum`).
 *
 * Absent with the reason of the verdict where no predictions are given; `too-few` where there are rates only and they do not tell this;
 * `too-few` or `model-not-settled` where spend could not be settled. Its note says when it rests on rates.
 * @param further  what it was asked with, as inputs
 */
export function expectedFigure(models: ShopModels, choice: PredictionChoice, summed: Summed, further: Input[] = []): Scalar | Absent {
  const verdict = models.verdict(choice);
  if (verdict.basis === 'none') return absent(verdict.why);
  const sum = expectedSum(models, choice, summed);
  if (!sum) return absent(verdict.basis === 'empirical' ? notByRates(summed) : (verdict.noValue ?? 'model-not-settled'));
  const { id, x } = models.history;
  return {
    value: sum.value,
    n: id.length,
    ...(sum.outcome ? { interval: intervalOf(sum.outcome) } : {}),
    inputs: [
      counted('customers', id),
      counted(
        'back-another-day',
        id.filter((_, row) => x[row]! > 0),
      ),
      ...further,
    ],
    ...(verdict.basis === 'empirical' ? { note: 'by-rates-not-model' } : {}),
  };
}

/** Rates tell of orders within any days for which the file is long enough, and of nothing else. */
function notByRates(summed: Summed): 'file-too-short' | 'too-few' {
  return summed === 'ordersAhead' ? 'file-too-short' : 'too-few';
}

function intervalOf({ low, high }: Ranged): Interval {
  return { low, high, level: 0.95, method: 'outcome' };
}

/** What a predicted value was asked with. */
export function askedWith({ horizonDays, margin, discountPerYear }: PredictionChoice): Input[] {
  return [
    measured('horizon-days', horizonDays, 'days'),
    ...(margin === null ? [] : [measured('profit-margin', margin, 'ratio')]),
    measured('discount-per-year', discountPerYear, 'ratio'),
  ];
}
