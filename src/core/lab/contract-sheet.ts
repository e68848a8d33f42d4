import { drawParameters } from '../models/fitting/drawn-parameters';
import {
  contractSurvival,
  fitShiftedBetaGeometric,
  remainingPeriods,
  renewalRate,
  type SurvivorFit,
} from '../models/shifted-beta-geometric';
import { quantile } from '../stats/quantile';

/** A cohort under contract, as it is counted. */
export interface ContractNumbers {
  /** Customers at the start, and those still there after each period. */
  survivors: readonly number[];
  /** Periods to look ahead, 1 to 60. */
  ahead: number;
  /** Discount per period, 0.1 for 10 %; 0 for none. */
  discountPerPeriod: number;
}

/** One period of the cohort: counted, fitted or projected. Shares are 0 to 1. */
export interface ContractLine {
  /** Periods since the start. */
  period: number;
  /** Share still there, as counted; null in what is to come. */
  counted: number | null;
  /** The same by the model, with its 95 % interval where it has one: not at the start. */
  fitted: number;
  low: number | null;
  high: number | null;
  /** The same had the last rate known simply gone on; null in what is known. */
  lastRate: number | null;
  /** Of those there a period before, the share that stayed: counted (null where nobody was, or in what is to come) and by the model. */
  stayed: number | null;
  stayedFitted: number;
  /** Further periods, within those looked ahead, that somebody still there now is likely to stay for, discounted. */
  remaining: number;
}

/** The last periods, projected from those before them only. */
export interface ContractTest {
  /** Periods it was fitted on. */
  fittedOn: number;
  lines: { period: number; counted: number; projected: number; lastRate: number }[];
  /** Largest differences in what was projected: by the model, and if the last rate known had gone on. */
  worst: number;
  worstOfLastRate: number;
  /** Whether the last rate going on was nearer than the model. */
  lastRateIsNearer: boolean;
}

export interface ContractSheet {
  /** Why the numbers cannot be of a cohort, or cannot be looked ahead from. */
  fault: 'not-whole' | 'rising' | 'nobody-at-start' | 'look-ahead' | null;
  status: SurvivorFit['status'];
  /** Empty where the fit says nothing. */
  lines: ContractLine[];
  /** null where fewer than four periods are known, or the earlier ones alone say nothing. */
  test: ContractTest | null;
}

/** Periods that a look ahead goes to at most. */
export const MOST_AHEAD = 60;
const DRAWS = 400;
const SEED = 5;
/** Periods that are needed for a test: three at least to fit, one to compare. */
const FEWEST_TO_TEST = 4;

/** Fits a typed cohort, tests the fit on the last third of its periods, and projects. */
export function contractSheet(numbers: ContractNumbers): ContractSheet {
  const { survivors } = numbers;
  const fault = faultOf(numbers);
  if (fault) return { fault, status: 'too-few', lines: [], test: null };
  const fit = fitShiftedBetaGeometric(survivors);
  if (!isSettled(fit)) return { fault: null, status: fit.status, lines: [], test: null };
  return { fault: null, status: fit.status, lines: linesOf(numbers, fit), test: testOf(survivors) };
}

function faultOf({ survivors, ahead, discountPerPeriod }: ContractNumbers): ContractSheet['fault'] {
  if (!survivors.every((n) => Number.isInteger(n) && n >= 0)) return 'not-whole';
  if (!(survivors[0]! > 0)) return 'nobody-at-start';
  if (survivors.some((n, t) => t > 0 && n > survivors[t - 1]!)) return 'rising';
  const isSound = Number.isInteger(ahead) && ahead >= 1 && ahead <= MOST_AHEAD && discountPerPeriod >= 0 && discountPerPeriod < Infinity;
  return isSound ? null : 'look-ahead';
}

function isSettled({ status }: SurvivorFit): boolean {
  return status === 'fitted' || status === 'with-prior';
}

function linesOf({ survivors, ahead, discountPerPeriod }: ContractNumbers, fit: SurvivorFit): ContractLine[] {
  const last = survivors.length - 1 + ahead;
  const fitted = contractSurvival(fit.theta, last);
  const draws = drawParameters(fit, DRAWS, SEED).map((theta) => contractSurvival(theta, last));
  return Array.from(fitted, (share, period) => {
    const likely = Float64Array.from(draws, (curve) => curve[period]!);
    const before = survivors[period - 1];
    const now = survivors[period];
    return {
      period,
      counted: now === undefined ? null : now / survivors[0]!,
      fitted: share,
      low: period > 0 && likely.length > 0 ? quantile(likely, 0.025) : null,
      high: period > 0 && likely.length > 0 ? quantile(likely, 0.975) : null,
      lastRate: now === undefined ? ifLastRateWentOn(survivors, period) : null,
      stayed: before && now !== undefined ? now / before : null,
      stayedFitted: period === 0 ? 1 : renewalRate(fit.theta, period),
      remaining: remainingPeriods(fit.theta, period, ahead, discountPerPeriod),
    };
  });
}

function testOf(survivors: readonly number[]): ContractTest | null {
  const periods = survivors.length - 1;
  if (periods < FEWEST_TO_TEST) return null;
  const fittedOn = Math.max(FEWEST_TO_TEST - 1, periods - Math.floor(periods / 3));
  const known = survivors.slice(0, fittedOn + 1);
  const fit = fitShiftedBetaGeometric(known);
  if (!isSettled(fit)) return null;
  const curve = contractSurvival(fit.theta, periods);
  const lines = survivors.slice(fittedOn + 1).map((n, i) => ({
    period: fittedOn + 1 + i,
    counted: n / known[0]!,
    projected: curve[fittedOn + 1 + i]!,
    lastRate: ifLastRateWentOn(known, fittedOn + 1 + i),
  }));
  const worst = (of: (line: (typeof lines)[number]) => number): number =>
    Math.max(...lines.map((line) => Math.abs(of(line) - line.counted)));
  const [ofModel, ofLastRate] = [worst((line) => line.projected), worst((line) => line.lastRate)];
  return { fittedOn, lines, worst: ofModel, worstOfLastRate: ofLastRate, lastRateIsNearer: ofLastRate < ofModel };
}

/** Share still there after a period to come, if of those there each time as many stayed as in the last period known. */
function ifLastRateWentOn(known: readonly number[], period: number): number {
  const at = known.length - 1;
  const [first, before, last] = [known[0]!, known[at - 1]!, known[at]!];
  return before > 0 ? (last / first) * (last / before) ** (period - at) : 0;
}
