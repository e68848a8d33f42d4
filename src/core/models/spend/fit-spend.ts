import { drawParameters } from '../fitting/drawn-parameters';
import { fitLogarithms } from '../fitting/fit-logarithms';
import { expectedSpend, spendLogLikelihood } from './gamma-gamma';
import type { FitStatus } from '../lifetime/lifetime-model';
import type { Objective } from '../fitting/maximise';
import { coarserSpends, mergedSpends, type SpendHistory, type Spends } from './spend-history';

/** The Gamma-Gamma on the customers of a shop. Money is in minor units. */
export interface SpendFit {
  /** As of a lifetime model; `no-repeats` where no order-day after a first was worth anything. */
  status: Exclude<FitStatus, 'nobody-leaves'>;
  /** p, q, γ; finite, and q above 1, whatever the status; meaningless for `no-repeats` and `too-few`. */
  theta: Float64Array;
  logLikelihood: number;
  /** Covariance of ln p, ln(q − 1) and ln γ, row by row; null where the curvature is not one of a summit. */
  covariance: Float64Array | null;
  /** Customers with x > 0, on whom it rests. */
  customers: number;
  /** Their order-days after the first, and those left out for being worth nothing or less. */
  orderDays: number;
  worthless: number;
  /** p γ / (q − 1): what an order-day of somebody unknown is likely to be worth. */
  mean: number;
  /**
   * Correlation of x and mean spend over those customers. The model assumes none: far from 0, it draws customers towards a mean that is not
   * theirs. null where all are alike in one of the two.
   */
  correlation: number | null;
  /** Starts tried, and how many ended within 10⁻⁴ of the best log-likelihood. */
  starts: { tried: number; agreed: number };
}

/** Customers with x > 0 that three parameters need at the least. */
const FEWEST = 3;
/** Different spends that the starts are tried on. */
const COARSE = 600;

/**
 * The spend model of greatest likelihood. q is sought as 1 + e^y: at q ≤ 1 the mean of all customers is infinite and no customer without a
 * later order-day could be given a value.
 * Cost: some thirty times the likelihood over the merged spends.
 */
export function fitSpend(history: SpendHistory): SpendFit {
  const spends = mergedSpends(history);
  const { size, x, mean, weight } = spends;
  let [customers, orderDays, worth] = [0, 0, 0];
  for (let i = 0; i < size; i++) {
    customers += weight[i]!;
    orderDays += weight[i]! * x[i]!;
    worth += weight[i]! * x[i]! * mean[i]!;
  }
  // In units of the mean order-day, γ and the means are of the order of 1.
  const unit = orderDays > 0 ? worth / orderDays : 1;
  const told = { customers, orderDays, worthless: history.worthless, correlation: correlationOf(spends, customers) };
  const fit = (
    part: Pick<SpendFit, 'status' | 'covariance' | 'starts'>,
    [p, less, gamma]: ArrayLike<number> & Iterable<number>,
  ): SpendFit => {
    const theta = Float64Array.of(p!, 1 + less!, gamma! * unit);
    return { ...part, ...told, theta, logLikelihood: spendLogLikelihood(spends, theta), mean: expectedSpend(theta, 0, 0) };
  };
  const nothing = { covariance: null, starts: { tried: 0, agreed: 0 } };
  if (customers === 0) return fit({ status: 'no-repeats', ...nothing }, [1, 1, 1]);
  if (customers < FEWEST) return fit({ status: 'too-few', ...nothing }, [1, 1, 1]);
  const scaled: Spends = { ...spends, mean: mean.map((one) => one / unit) };
  const objectiveOf =
    (of: Spends): Objective =>
    ([p, less, gamma], gradient) =>
      spendLogLikelihood(of, Float64Array.of(p!, 1 + less!, gamma!), gradient);
  const rough = size > COARSE ? objectiveOf(coarserSpends(scaled, COARSE)) : undefined;
  const { theta, ...part } = fitLogarithms(objectiveOf(scaled), 3, customers, rough);
  return fit(part, theta);
}

/** Parameters p, q, γ as they might be too (Laplace), the same for the same seed; empty where the fit has no covariance. */
export function drawSpendParameters({ theta, covariance }: SpendFit, count: number, seed: number): Float64Array[] {
  const less = Float64Array.of(theta[0]!, theta[1]! - 1, theta[2]!);
  return drawParameters({ theta: less, covariance }, count, seed).map((one) => Float64Array.of(one[0]!, 1 + one[1]!, one[2]!));
}

function correlationOf({ size, x, mean, weight }: Spends, customers: number): number | null {
  let [meanX, meanSpend] = [0, 0];
  for (let i = 0; i < size; i++) {
    meanX += (weight[i]! * x[i]!) / customers;
    meanSpend += (weight[i]! * mean[i]!) / customers;
  }
  let [both, ofX, ofSpend] = [0, 0, 0];
  for (let i = 0; i < size; i++) {
    both += weight[i]! * (x[i]! - meanX) * (mean[i]! - meanSpend);
    ofX += weight[i]! * (x[i]! - meanX) ** 2;
    ofSpend += weight[i]! * (mean[i]! - meanSpend) ** 2;
  }
  // Rounding leaves a trace of variance where all are alike.
  if (!(ofX > 1e-12 * customers * meanX ** 2 && ofSpend > 1e-12 * customers * meanSpend ** 2)) return null;
  return Math.max(-1, Math.min(1, both / Math.sqrt(ofX * ofSpend)));
}
