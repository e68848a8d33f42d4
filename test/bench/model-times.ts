import { fitLifetime } from '../../src/core/models/lifetime/fit-lifetime';
import type { LifetimeModel } from '../../src/core/models/lifetime/lifetime-model';
import { LIFETIME_MODEL_LIST } from '../../src/core/models/lifetime/lifetime-models';
import { repeatHistory } from '../../src/core/models/lifetime/repeat-history';
import { mergedTriples, type Triples } from '../../src/core/models/lifetime/triples';
import { simulatedShop } from '../core/models/simulate';
import { cpuTime } from '../cpu-time';

/** Milliseconds of processor time of one model on one shop; medians, and the very first fit in this process beside them. */
export interface ModelTimes {
  customers: number;
  histories: number;
  mergeMs: number;
  models: { id: string; firstFitMs: number; fitMs: number; scoresMs: number }[];
}

/** Customers: all of CDNOW, of which the sample is a tenth, and five times that. */
const SIZES = [23_570, 120_000];
const HORIZONS = [30, 90, 365];
/** MBG/NBD of the CDNOW sample, in days. */
const THETA = [0.525, 43.3, 0.891, 1.614];

/** Times of fits and scores on simulated shops of two years at day resolution, after checking what they give. */
export function modelTimes(rounds: number): ModelTimes[] {
  return SIZES.map((customers) => {
    const orders = simulatedShop({ model: 'mbg-nbd', theta: THETA, customers, days: 730, arrivals: 600, seed: 3 });
    const history = repeatHistory(orders, orders.lastDay);
    const { triples } = mergedTriples(history);
    const models = LIFETIME_MODEL_LIST.map((model) => {
      const [firstFitMs, fit] = timed(() => fitLifetime(model, triples));
      if (fit.status !== 'fitted') throw new Error(`${model.id} on ${customers} customers: ${fit.status}; nothing is timed.`);
      checkScores(model, triples, fit.theta);
      const fitMs = median(rounds, () => fitLifetime(model, triples));
      return { id: model.id, firstFitMs, fitMs, scoresMs: median(rounds, () => model.scores(fit.theta, triples, HORIZONS)) };
    });
    return { customers, histories: triples.size, mergeMs: median(rounds, () => mergedTriples(history)), models };
  });
}

/** All at once must say what is said one by one. */
function checkScores(model: LifetimeModel, triples: Triples, theta: Float64Array): void {
  const { alive, expected } = model.scores(theta, triples, HORIZONS);
  for (let i = 0; i < triples.size; i += 97) {
    const of = [theta, triples.x[i]!, triples.recency[i]!, triples.age[i]!] as const;
    const off = [alive[i]! / model.pAlive(...of), ...HORIZONS.map((t, k) => expected[k]![i]! / model.expectedOrders(...of, t))];
    if (off.some((ratio) => Math.abs(ratio - 1) > 1e-9))
      throw new Error(`${model.id}: scores differ at ${[...of.slice(1)].join(', ')}; nothing is timed.`);
  }
}

function timed<T>(run: () => T): [number, T] {
  const start = cpuTime();
  const result = run();
  return [cpuTime() - start, result];
}

function median(rounds: number, run: () => unknown): number {
  return Array.from({ length: rounds }, () => timed(run)[0]).sort((a, b) => a - b)[rounds >> 1]!;
}
