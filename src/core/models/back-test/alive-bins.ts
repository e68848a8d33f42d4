import type { BackTest } from './back-test';
import { rowsWhere } from './frequency-bins';
import type { LifetimeModel } from '../lifetime/lifetime-model';
import { ordersAgain } from '../lifetime/orders-again';

/** Customers with a like P(alive) at the cut, and how many of them ordered after it. */
export interface AliveBin {
  /** Tenth: P(alive) in [tenth / 10, (tenth + 1) / 10), the last with 1. */
  tenth: number;
  /** Rows of the test's history, and those of them with an order in the part held back. */
  rows: Uint32Array;
  ordered: Uint32Array;
  /** Means of P(alive) at the cut, and of the model's P(at least one order in the part held back). */
  alive: number;
  expected: number;
}

/**
 * Whether those whom the model thought alive ordered.
 *
 * To be alive is not to order soon: what is compared with the share who ordered is the model's probability of at least one order, which is
 * below P(alive). Bins without customers are left out. Cost: two likelihoods for each different history.
 */
export function aliveBins(test: BackTest, model: LifetimeModel): AliveBin[] {
  const { history, of, alive, actual } = test;
  const again = ordersAgain(model, test.fit.theta, test.triples, test.split.holdOutDays);
  const bins: AliveBin[] = [];
  for (let tenth = 0; tenth < 10; tenth++) {
    const rows = rowsWhere(history.count, (i) => Math.min(9, Math.floor(alive[i]! * 10)) === tenth);
    if (rows.length === 0) continue;
    const mean = (value: (row: number) => number) => rows.reduce((sum, row) => sum + value(row), 0) / rows.length;
    bins.push({
      tenth,
      rows,
      ordered: rows.filter((row) => actual[row]! > 0),
      alive: mean((row) => alive[row]!),
      expected: mean((row) => again[of[row]!]!),
    });
  }
  return bins;
}
