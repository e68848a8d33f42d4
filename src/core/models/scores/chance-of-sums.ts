import type { PredictionChoice } from '../../../terms/prediction';
import type { BackTest } from '../back-test/back-test';
import type { Scores } from '../predictions';
import type { ShopModels } from '../shop-models';

/** Figures that are summed over all customers. */
export type Summed = 'alive' | 'ordersAhead' | 'value';

/**
 * Variance of the order-days to come of all customers as a multiple of their expectation, at least 1.
 *
 * Measured on the orders held back: φ = Σ (guess − actual)² / Σ guess, over their days. Customers differ from their guesses by chance alone
 * (1) and by what is not known of each, which grows with the days looked ahead: 1 + (φ − 1)·h / days held back.
 * Cost: n log n.
 * @source  P. McCullagh, J. A. Nelder, Generalized Linear Models, 2nd edition, Chapman and Hall 1989, section 6.2.3 (over-dispersion)
 */
export function spreadOfOrders({ expected, actual, split }: Pick<BackTest, 'expected' | 'actual' | 'split'>, horizonDays: number): number {
  const squares = expected.map((guess, i) => (guess - actual[i]!) ** 2);
  const spread = sumBySize(squares) / sumBySize(expected.slice());
  return Number.isFinite(spread) ? Math.max(1, 1 + ((spread - 1) * horizonDays) / split.holdOutDays) : 1;
}

/** A sum that comes out the same to the last bit in whatever order the numbers stood. Sorts them. */
function sumBySize(numbers: Float64Array): number {
  return numbers.sort().reduce((sum, one) => sum + one, 0);
}

/**
 * Variance that chance gives a sum over all customers when its expectation is known: of who is still there Σ p(1 − p), of order-days φ Σ e
 * (`spreadOfOrders`), of value φ Σ v²(1 + 1/p) / (w e).
 *
 * The last is φ Σ w e (δ m s)² (1 + 1/p): w e order-days that are worth something, each δ m s on average (δ what discounting leaves of it, m
 * margin, s worth) with the Gamma-Gamma's coefficient of variation 1/√p among the order-days of one customer.
 * Cost: one pass over customers.
 */
export function chanceOfSum(models: ShopModels, scores: Scores, choice: PredictionChoice, summed: Summed): number {
  const over = (of: (row: number) => number): number => models.rowsInOrder.reduce((sum, row) => sum + of(row), 0);
  const { alive, ordersAhead, value } = scores;
  if (summed === 'alive') return over((row) => alive[row]! * (1 - alive[row]!));
  const test = models.backTest(choice.model);
  const spread = test ? spreadOfOrders(test, choice.horizonDays) : 1;
  if (summed === 'ordersAhead') return spread * over((row) => ordersAhead[row]!);
  const factor = (spread * (1 + 1 / models.spend.theta[0]!)) / models.worthShare;
  return factor * over((row) => (ordersAhead[row]! > 0 ? value[row]! ** 2 / ordersAhead[row]! : 0));
}
