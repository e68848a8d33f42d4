import type { Why } from '../../terms/answer';
import { ISO_CALENDAR, type Day } from '../../terms/day';
import type { LifetimeModelId, PredictionChoice } from '../../terms/prediction';
import type { OrderTable } from '../columns/order-table';
import type { BackTest } from './back-test/back-test';
import { backTestOf, whyNotTested } from './back-test/back-test-of';
import { empiricalRates, type EmpiricalRates } from './scores/empirical-rates';
import { empiricalScores } from './scores/empirical-scores';
import { fitLifetime } from './lifetime/fit-lifetime';
import { fitSpend, type SpendFit } from './spend/fit-spend';
import { expectedSpend } from './spend/gamma-gamma';
import { looksLeftTruncated } from './left-truncation';
import type { Fit } from './lifetime/lifetime-model';
import { lifetimeModel } from './lifetime/lifetime-models';
import type { Scores, Verdict } from './predictions';
import { repeatHistory, type RepeatHistory } from './lifetime/repeat-history';
import { customerScores, scoreTriples } from './scores/score-customers';
import { crossesPeak, seasonPeaks, type SeasonPeak } from './back-test/season-peaks';
import { soundChoice } from './scores/sound-choice';
import { spendHistory, worthShare, type SpendHistory } from './spend/spend-history';
import { mergedTriples, type Triples } from './lifetime/triples';
import { verdictOf } from './verdict-of';

/** Scores are ten columns each: those of the last few choices are kept. */
const SCORES_KEPT = 3;
/** As-of days of which the models of one table are kept; a page looks at one. */
const DAYS_KEPT = 2;

const known = new WeakMap<OrderTable, Map<Day, ShopModels>>();

/** The models of a shop as known on a day: the same ones for the same table and day, so that nothing is fitted twice. */
export function modelsOf(orders: OrderTable, asOf: Day): ShopModels {
  let byDay = known.get(orders);
  if (!byDay) known.set(orders, (byDay = new Map()));
  return keptIn(byDay, asOf, DAYS_KEPT, () => new ShopModels(orders, asOf));
}

/** What is asked last stands last, so the first is the one to forget. */
function keptIn<K, T>(map: Map<K, T>, key: K, most: number, make: () => T): T {
  const value = map.has(key) ? map.get(key)! : make();
  map.delete(key);
  map.set(key, value);
  if (map.size > most) map.delete(map.keys().next().value!);
  return value;
}

/** Everything that models say of a shop; each thing is worked out when it is first asked for. All are columns, none is an object per customer. */
export class ShopModels {
  readonly orders: OrderTable;
  readonly asOf: Day;
  readonly #once = new Map<string, unknown>();
  readonly #rates = new Map<string, EmpiricalRates | null>();
  readonly #scores = new Map<string, Scores | null>();

  constructor(orders: OrderTable, asOf: Day) {
    this.orders = orders;
    this.asOf = asOf;
  }

  /** (x, t_x, T) of everybody who ordered up to the as-of day. */
  get history(): RepeatHistory {
    return this.#get('history', () => repeatHistory(this.orders, this.asOf));
  }

  /** Customers with an order. */
  get customers(): number {
    return this.history.count;
  }

  /** Those of them with a second order-day. */
  get repeaters(): number {
    return this.#get('repeaters', () => this.history.x.reduce((n, x) => n + (x > 0 ? 1 : 0), 0));
  }

  /** Days from the first one of the file to the as-of day, both counted; 0 without an order. */
  get fileDays(): number {
    return this.customers === 0 ? 0 : this.asOf - this.orders.firstDay + 1;
  }

  get triples(): Triples {
    return this.#merged.triples;
  }

  /** Index of the triple of each row of the history. */
  get of(): Uint32Array {
    return this.#merged.of;
  }

  /** Rows of the history ordered by what is known of them: sums in this order come out the same however the file is sorted. */
  get rowsInOrder(): Uint32Array {
    return this.#get('rows in order', () => {
      const { of } = this;
      const { x, mean } = this.spendHistory;
      const rows = Uint32Array.from(of, (_, row) => row);
      return rows.sort((a, b) => of[a]! - of[b]! || x[a]! - x[b]! || mean[a]! - mean[b]!);
    });
  }

  fit(model: LifetimeModelId): Fit {
    return this.#get(`fit ${model}`, () => fitLifetime(lifetimeModel(model), this.triples));
  }

  /** What customers spend on an order-day, row by row as the history. */
  get spendHistory(): SpendHistory {
    return this.#get('spend history', () => spendHistory(this.orders, this.asOf));
  }

  /** Share of the order-days after the first that were worth something; 1 without any. An order-day to come counts for so much money. */
  get worthShare(): number {
    return worthShare(this.spendHistory);
  }

  get spend(): SpendFit {
    return this.#get('spend', () => fitSpend(this.spendHistory));
  }

  /** Expected worth of an order-day by row of the history, minor units; null where the spend model could not be settled. */
  get expectedSpend(): Float64Array | null {
    return this.#get('expected spend', () => {
      const { count, x, mean } = this.spendHistory;
      const { theta } = this.spend;
      return isSettled(this.spend) ? Float64Array.from({ length: count }, (_, i) => expectedSpend(theta, x[i]!, mean[i]!)) : null;
    });
  }

  /** null: nothing could be tested, and `whyNotTested` says why. */
  backTest(model: LifetimeModelId): BackTest | null {
    return backTestOf(this.orders, this.asOf, model);
  }

  whyNotTested(): Why {
    return whyNotTested(this.orders, this.asOf);
  }

  /** Rates by recency and frequency over so many days; null: the file is too short for that. */
  rates(followDays: number, strength: number | null = null): EmpiricalRates | null {
    return keptIn(this.#rates, `${followDays} ${strength}`, 8, () => empiricalRates(this.orders, this.asOf, followDays, strength));
  }

  /** Whether "first" orders of the file are often none. */
  get isLeftTruncated(): boolean {
    return this.#get('left', () => looksLeftTruncated(this.orders, this.asOf));
  }

  /** Whether the days ahead hold a month of peak. */
  crossesPeak(horizonDays: number): boolean {
    const peaks = this.#get<readonly SeasonPeak[]>('peaks', () => seasonPeaks(this.orders, this.asOf, ISO_CALENDAR));
    return crossesPeak(peaks, this.asOf, horizonDays);
  }

  /** On what ground predictions are given, or why none are. */
  verdict(asked: Pick<PredictionChoice, 'model' | 'horizonDays'>): Verdict {
    const choice = soundChoice(asked);
    return this.#get(`verdict ${choice.model} ${choice.horizonDays}`, () => this.#withValue(verdictOf(this, choice)));
  }

  /** Scores of everybody, row by row as the history, on the ground that the verdict names; null where it names none. */
  scores(asked: PredictionChoice): Scores | null {
    const choice = soundChoice(asked);
    const verdict = this.verdict(choice);
    if (verdict.basis === 'none') return null;
    return keptIn(this.#scores, JSON.stringify(choice), SCORES_KEPT, () =>
      verdict.basis === 'model' ? this.#byModel(choice) : this.#byRates(choice.horizonDays),
    );
  }

  #withValue(verdict: Verdict): Verdict {
    if (verdict.basis !== 'model' || isSettled(this.spend)) return verdict;
    return { ...verdict, noValue: this.spend.status === 'not-converged' ? 'model-not-settled' : 'too-few' };
  }

  #byModel(choice: PredictionChoice): Scores {
    const told = scoreTriples(lifetimeModel(choice.model), this.fit(choice.model).theta, this.triples, choice);
    const worth = this.expectedSpend && { spend: this.expectedSpend, share: this.worthShare };
    return customerScores(this.history, this.of, told, worth, choice.margin);
  }

  #byRates(horizonDays: number): Scores {
    const [orders30, orders90, orders365, ordersAhead] = [30, 90, 365, horizonDays].map((days) => this.rates(days));
    return empiricalScores(this.history, {
      orders30: orders30!,
      orders90: orders90!,
      orders365: orders365!,
      ordersAhead: ordersAhead!,
    });
  }

  get #merged(): { triples: Triples; of: Uint32Array } {
    return this.#get('merged', () => mergedTriples(this.history));
  }

  #get<T>(key: string, make: () => T): T {
    if (!this.#once.has(key)) this.#once.set(key, make());
    return this.#once.get(key) as T;
  }
}

function isSettled({ status }: SpendFit): boolean {
  return status === 'fitted' || status === 'with-prior';
}
