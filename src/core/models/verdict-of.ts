import type { Why } from '../../terms/answer';
import type { LifetimeModelId, PredictionChoice, PredictionWarning } from '../../terms/prediction';
import type { BackTest } from './back-test/back-test';
import type { EmpiricalRates } from './scores/empirical-rates';
import { biasOf, isBiased, whyClosed } from './back-test/gate';
import type { Fit } from './lifetime/lifetime-model';
import type { Verdict } from './predictions';

/** Customers who must have come back for a model; with fewer there are rates. */
export const MODEL_FROM_REPEATERS = 100;
/** Customers who must be behind the rates. Fewer who came back say nothing of ten times as many who did not. */
const RATES_FROM = 5;
const FEW_AMONG = 10;
/** Days ahead over which rates are told at the least. */
const RATES_DAYS = 30;

/** What a verdict rests on; each is asked for only when it matters. */
export interface Grounds {
  /** Customers with an order, and those of them with a second order-day. */
  customers: number;
  repeaters: number;
  /** Days from the first one of the file to the as-of day, both counted. */
  fileDays: number;
  isLeftTruncated: boolean;
  crossesPeak(horizonDays: number): boolean;
  rates(followDays: number): EmpiricalRates | null;
  fit(model: LifetimeModelId): Fit;
  backTest(model: LifetimeModelId): BackTest | null;
  /** Where there is no back-test. */
  whyNotTested(): Why;
}

/**
 * On what ground predictions of a shop stand.
 *
 * Nobody with an order, or nobody with a second day: none. Fewer than 100 who came back: rates, where the file is long enough to see
 * what became of five customers within 30 days, and five came back or one in ten. Else the model, if it could be fitted and its back-test lets it through.
 */
export function verdictOf(grounds: Grounds, choice: Pick<PredictionChoice, 'model' | 'horizonDays'>): Verdict {
  const warnings = warningsOf(grounds, choice);
  const none = (why: Why): Verdict => ({ basis: 'none', why, warnings });
  if (grounds.customers === 0) return none('no-orders');
  if (grounds.repeaters === 0) return none('no-repeats');
  if (grounds.repeaters < MODEL_FROM_REPEATERS) {
    const rates = grounds.rates(RATES_DAYS);
    if (!rates) return none('file-too-short');
    const isFew = grounds.repeaters < RATES_FROM && FEW_AMONG * grounds.repeaters < grounds.customers;
    return isFew || rates.customers < RATES_FROM ? none('too-few') : { basis: 'empirical', warnings };
  }
  return ofModel(grounds, choice, warnings, none);
}

function ofModel(
  grounds: Grounds,
  { model }: Pick<PredictionChoice, 'model'>,
  warnings: PredictionWarning[],
  none: (why: Why) => Verdict,
): Verdict {
  const { status } = grounds.fit(model);
  if (status === 'nobody-leaves') return none('model-nobody-leaves');
  if (status === 'no-repeats' || status === 'too-few') return none(status);
  if (status === 'not-converged') return none('model-not-settled');
  const test = grounds.backTest(model);
  if (!test) return none(grounds.whyNotTested());
  const why = whyClosed(test.gate);
  if (why) return none(why);
  const own: PredictionWarning[] = [
    ...(status === 'with-prior' ? ['weak-prior' as const] : []),
    ...(isBiased(test) ? ['biased' as const] : []),
  ];
  return { basis: 'model', model, warnings: [...warnings, ...own], bias: biasOf(test) };
}

/** What makes any prediction for this shop doubtful, on whatever ground. */
function warningsOf(grounds: Grounds, { horizonDays }: Pick<PredictionChoice, 'horizonDays'>): PredictionWarning[] {
  if (grounds.customers === 0) return [];
  const warnings: PredictionWarning[] = [];
  if (grounds.isLeftTruncated) warnings.push('left-truncated');
  if (grounds.crossesPeak(horizonDays)) warnings.push('seasonal');
  if (horizonDays > grounds.fileDays) warnings.push('horizon-beyond-file');
  return warnings;
}
