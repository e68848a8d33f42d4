import type { LifetimeModelId } from '../../../src/terms/prediction';
import type { OrderTable } from '../../../src/core/columns/order-table';
import type { Triples } from '../../../src/core/models/lifetime/triples';
import { steadyDice } from '../../../src/core/stats/steady-dice';
import { orderTableFromDays } from './shop-from-days';
import { triplesOf } from './triples-of';

/** Customers who behave as a model says, from a seed. */
export interface Simulated {
  model: LifetimeModelId;
  /** In the model's order, times in days. */
  theta: ArrayLike<number>;
  customers: number;
  /** Length of the record in days; first orders are spread evenly over the first `arrivals` of them. */
  days: number;
  arrivals: number;
  seed: number;
}

/** Times of all orders of each customer, in days with a fraction since the record began, ascending. */
export function simulatedTimes({ model, theta, customers, days, arrivals, seed }: Simulated): number[][] {
  const dice = warm(seed);
  return Array.from({ length: customers }, () => {
    const first = dice() * arrivals;
    return [first, ...repeats[model](theta, days - first, dice).map((t) => first + t)];
  });
}

/** The (x, t_x, T) of simulated customers, not rounded to days. */
export function simulatedTriples(shop: Simulated): Triples {
  const times = simulatedTimes(shop);
  return triplesOf(
    times.map((own) => own.length - 1),
    times.map((own) => own.at(-1)! - own[0]!),
    times.map((own) => shop.days - own[0]!),
  );
}

/** The same customers as a shop's order table: a record of whole days, an order for each. */
export function simulatedShop(shop: Simulated): OrderTable {
  return orderTableFromDays(simulatedTimes(shop).map((own) => own.map(Math.floor)));
}

/** Numbers from 0 to 1, evenly spread. */
export type Dice = () => number;
/** Times of the repeat orders since the first, up to `age`. */
type Repeats = (theta: ArrayLike<number>, age: number, dice: Dice) => number[];

const repeats: Record<LifetimeModelId, Repeats> = {
  'bg-nbd': (theta, age, dice) => coinTosser(theta, age, dice, false),
  'mbg-nbd': (theta, age, dice) => coinTosser(theta, age, dice, true),
  'pareto-nbd': (theta, age, dice) => {
    const rate = gamma(theta[0]!, dice) / theta[1]!;
    const leavingRate = gamma(theta[2]!, dice) / theta[3]!;
    const end = Math.min(age, exponential(leavingRate, dice));
    return poisson(rate, end, dice, () => false);
  },
};

function coinTosser(theta: ArrayLike<number>, age: number, dice: Dice, mayLeaveAtOnce: boolean): number[] {
  const rate = gamma(theta[0]!, dice) / theta[1]!;
  const one = gamma(theta[2]!, dice);
  const chance = one / (one + gamma(theta[3]!, dice));
  const leaves = (): boolean => dice() < chance;
  return mayLeaveAtOnce && leaves() ? [] : poisson(rate, age, dice, leaves);
}

function poisson(rate: number, end: number, dice: Dice, leaves: () => boolean): number[] {
  const times: number[] = [];
  for (let t = exponential(rate, dice); t < end; t += exponential(rate, dice)) {
    times.push(t);
    if (leaves()) break;
  }
  return times;
}

function exponential(rate: number, dice: Dice): number {
  return -Math.log(1 - dice()) / rate;
}

/** Gamma(shape, 1). @source  G. Marsaglia, W. W. Tsang, A Simple Method for Generating Gamma Variables, ACM TOMS 26 (3), 2000 */
export function gamma(shape: number, dice: Dice): number {
  if (shape < 1) return gamma(shape + 1, dice) * Math.pow(1 - dice(), 1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const z = Math.sqrt(-2 * Math.log(1 - dice())) * Math.cos(2 * Math.PI * dice());
    const v = (1 + z / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - dice()) < 0.5 * z * z + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** Two generators in step, taken in turn: a xorshift of 32 bits alone is too coarse for tails. */
export function warm(seed: number): Dice {
  const [one, two] = [steadyDice(seed * 2654435761 || 1), steadyDice((seed * 40503 + 77) | 0 || 1)];
  for (let i = 0; i < 50; i++) {
    one();
    two();
  }
  return () => (one() + two() / 4294967296) % 1;
}
