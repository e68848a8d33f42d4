import type { OrderTable } from '../../columns/order-table';
import type { ComparedGuesses } from './compared-guesses';
import { dealtOut } from './dealt-out';
import { fitLifetime } from '../lifetime/fit-lifetime';
import { gateOf, type Gate } from './gate';
import { guessErrors, pairedGain, pairedSquaredGain, type GuessErrors } from './guess-errors';
import { heldOut } from './held-out';
import type { Fit, LifetimeModel } from '../lifetime/lifetime-model';
import { repeatHistory, type RepeatHistory } from '../lifetime/repeat-history';
import type { TestSplit } from './test-split';
import { mergedTriples, type Triples } from '../lifetime/triples';

/** A model that was shown the first part of a file, and what it said of the second. Row i of the columns is about `history.id[i]`. */
export interface BackTest extends ComparedGuesses {
  split: TestSplit;
  /** On the orders up to the cut. */
  fit: Fit;
  /** Everybody who ordered up to the cut. */
  history: RepeatHistory;
  triples: Triples;
  /** Index of the triple of each row. */
  of: Uint32Array;
  /** Order-days in the part held back: what came, and what the model expected. */
  actual: Uint32Array;
  expected: Float64Array;
  /** P(alive) at the cut. */
  alive: Float64Array;
  actualSum: number;
  gate: Gate;
}

/** Customers who must have come back before the cut: with fewer, the parameters rest on next to nothing. */
const FEWEST_REPEATERS = 30;

/**
 * Shows a model the orders up to the cut only and compares what it expects of each customer with what came.
 *
 * Customers who came after the cut are left out, because nothing was known of them. null when fewer than 30 customers had come back by the
 * cut, or nobody ordered after it: then nothing is tested. Cost: a fit, and a few passes over orders and customers.
 * @source  P. S. Fader, B. G. S. Hardie, K. L. Lee, "Counting Your Customers" the Easy Way, Marketing Science 24 (2), 2005, section 4
 */
export function backTest(orders: OrderTable, model: LifetimeModel, split: TestSplit): BackTest | null {
  const history = repeatHistory(orders, split.cut);
  let repeaters = 0;
  for (let i = 0; i < history.count; i++) if (history.x[i]! > 0) repeaters++;
  if (repeaters < FEWEST_REPEATERS) return null;
  const { actual, before } = heldOut(orders, history, split);
  const actualSum = actual.reduce((sum, one) => sum + one, 0);
  if (actualSum === 0) return null;
  const { triples, of } = mergedTriples(history);
  const fit = fitLifetime(model, triples);
  const scores = model.scores(fit.theta, triples, [split.holdOutDays]);
  const expected = byRow(scores.expected[0]!, of);
  const alive = byRow(scores.alive, of);
  const compared = compare(expected, actual, { 'same-as-before': before, 'own-pace': paces(history, split.holdOutDays) });
  const gate = gateOf({ fit, actualSum, ...compared });
  return { split, fit, history, triples, of, actual, expected, alive, actualSum, ...compared, gate };
}

function compare(
  expected: Float64Array,
  actual: Uint32Array,
  plain: { 'same-as-before': Uint32Array; 'own-pace': Float64Array },
): ComparedGuesses {
  const nothing = new Uint8Array(actual.length);
  const model = guessErrors(expected, actual);
  const dealt = dealtOut(expected, actual);
  return {
    errors: {
      model,
      'same-as-before': guessErrors(plain['same-as-before'], actual),
      'own-pace': guessErrors(plain['own-pace'], actual),
      nobody: guessErrors(nothing, actual),
      'dealt-out': { mae: dealt.mae, rmse: rmseDealtOut(expected, actual, model), sum: model.sum },
    },
    gains: {
      'same-as-before': pairedGain(expected, plain['same-as-before'], actual),
      'own-pace': pairedGain(expected, plain['own-pace'], actual),
      nobody: pairedGain(expected, nothing, actual),
      'dealt-out': dealt.gain,
    },
    squaredGains: {
      'same-as-before': pairedSquaredGain(expected, plain['same-as-before'], actual),
      'own-pace': pairedSquaredGain(expected, plain['own-pace'], actual),
      nobody: pairedSquaredGain(expected, nothing, actual),
    },
  };
}

/** Root of E(g_i − y_j)² over all pairs: the sum of the two means of squares less twice the product of the means. */
function rmseDealtOut(guess: Float64Array, actual: Uint32Array, { sum }: GuessErrors): number {
  const n = actual.length;
  let [squares, total] = [0, 0];
  for (let i = 0; i < n; i++) {
    squares += guess[i]! ** 2 + actual[i]! ** 2;
    total += actual[i]!;
  }
  return Math.sqrt(Math.max(0, squares / n - 2 * (sum / n) * (total / n)));
}

/** x / T over the days held back; nothing is known of the pace of somebody who came on the last day. */
function paces({ x, age }: RepeatHistory, days: number): Float64Array {
  const guess = new Float64Array(x.length);
  for (let i = 0; i < x.length; i++) if (age[i]! > 0) guess[i] = (x[i]! / age[i]!) * days;
  return guess;
}

/** What is known of each triple, for each row. A loop: `Float64Array.from` with a function takes ten times as long. */
function byRow(column: Float64Array, of: Uint32Array): Float64Array {
  const rows = new Float64Array(of.length);
  for (let i = 0; i < of.length; i++) rows[i] = column[of[i]!]!;
  return rows;
}
