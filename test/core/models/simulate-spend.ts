import type { SpendHistory } from '../../../src/core/models/spend/spend-history';
import { gamma, warm } from './simulate';

/** Customers who spend as the Gamma-Gamma says and come back as often as a geometric number says, from a seed. */
export interface SimulatedSpend {
  /** p, q, γ. */
  theta: ArrayLike<number>;
  customers: number;
  /** Order-days after the first, on average. */
  repeats: number;
  seed: number;
}

/** What those customers spent. */
export function simulatedSpend({ theta, customers, repeats, seed }: SimulatedSpend): SpendHistory {
  const dice = warm(seed);
  const x = new Uint32Array(customers);
  const mean = new Float64Array(customers);
  for (let i = 0; i < customers; i++) {
    x[i] = Math.floor(Math.log(1 - dice()) / Math.log(repeats / (1 + repeats)));
    const rate = gamma(theta[1]!, dice) / theta[2]!;
    // The mean of x order-days, each Gamma(p, ν), is Gamma(p x, ν x).
    mean[i] = x[i] === 0 ? 0 : gamma(theta[0]! * x[i]!, dice) / (rate * x[i]!);
  }
  return { count: customers, id: Uint32Array.from(x, (_, i) => i), x, mean, worthless: 0 };
}

/** Survivors of a cohort under contract, of whom each leaves with a chance of their own, drawn from Beta(α, β). */
export function simulatedSurvivors(theta: ArrayLike<number>, customers: number, periods: number, seed: number): number[] {
  const dice = warm(seed);
  const survivors = new Array<number>(periods + 1).fill(0);
  for (let i = 0; i < customers; i++) {
    const leaves = gamma(theta[0]!, dice);
    const chance = leaves / (leaves + gamma(theta[1]!, dice));
    let stayed = 0;
    while (stayed < periods && dice() >= chance) stayed++;
    for (let t = 0; t <= stayed; t++) survivors[t]!++;
  }
  return survivors;
}
