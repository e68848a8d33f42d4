import { describe, expect, it } from 'vitest';
import { ISO_CALENDAR } from '../../../src/terms/day';
import { DEFAULT_PREDICTION, type LifetimeModelId } from '../../../src/terms/prediction';
import { backTest, type BackTest } from '../../../src/core/models/back-test/back-test';
import { whyNotTested } from '../../../src/core/models/back-test/back-test-of';
import { aliveBins } from '../../../src/core/models/back-test/alive-bins';
import { gateOf } from '../../../src/core/models/back-test/gate';
import type { Gain } from '../../../src/core/models/back-test/guess-errors';
import { frequencyBins } from '../../../src/core/models/back-test/frequency-bins';
import { lifetimeModel } from '../../../src/core/models/lifetime/lifetime-models';
import { heldOutMonths } from '../../../src/core/models/back-test/held-out-months';
import { ordersAgain } from '../../../src/core/models/lifetime/orders-again';
import { repeatHistory } from '../../../src/core/models/lifetime/repeat-history';
import { modelsOf } from '../../../src/core/models/shop-models';
import { testSplit } from '../../../src/core/models/back-test/test-split';
import { seasonPeaks } from '../../../src/core/models/back-test/season-peaks';
import { tracking } from '../../../src/core/models/back-test/tracking';
import { CDNOW_CUT, CDNOW_END, cdnowShop, hasCdnow } from './cdnow-shop';
import { orderTableFromDays } from './shop-from-days';
import { relabelled } from './relabelled';

const split39 = { first: CDNOW_CUT - 272, cut: CDNOW_CUT, end: CDNOW_END, holdOutDays: 273 };
const tests = new Map<LifetimeModelId, BackTest>();
function cdnowTest(id: LifetimeModelId): BackTest {
  const known = tests.get(id) ?? backTest(cdnowShop(), lifetimeModel(id), split39)!;
  tests.set(id, known);
  return known;
}

describe('why nothing was tested', () => {
  it('is that nobody repeats, however short the file; that it is too short; or that too few had come back by the cut', () => {
    expect(whyNotTested(orderTableFromDays([]), 1000)).toBe('no-orders');
    expect(whyNotTested(orderTableFromDays([[1000], [1000]]), 1000)).toBe('no-repeats');
    expect(whyNotTested(orderTableFromDays([[1000, 1010]]), 1010)).toBe('not-tested');
    expect(whyNotTested(orderTableFromDays([[1000, 1010], [1390]]), 1390)).toBe('too-few');
    expect(whyNotTested(orderTableFromDays([[1000, 1390], [1010]]), 1390)).toBe('no-repeats');
  });
});

describe('where a file is cut', () => {
  const span = (days: number, held?: number) => testSplit({ firstDay: 1000 }, 1000 + days - 1, held);

  it('the last third is held back', () => {
    expect(span(546)).toEqual({ first: 1000, cut: 1363, end: 1545, holdOutDays: 182 });
  });

  it('never less than thirty days nor more than a year', () => {
    expect(span(60)).toMatchObject({ cut: 1029, holdOutDays: 30 });
    expect(span(4000)).toMatchObject({ holdOutDays: 365 });
  });

  it('a file that cannot show as many days as it holds back is not tested', () => {
    expect(span(59)).toBeNull();
    expect(span(100, 50)).toMatchObject({ holdOutDays: 50 });
    expect(span(100, 51)).toBeNull();
  });
});

describe('the gate', () => {
  const gain = (value: number, low: number) => ({ value, low, high: 2 * value - low });
  const clear = gain(0.2, 0.1);
  const judged = {
    fit: { status: 'fitted' } as BackTest['fit'],
    errors: { model: { mae: 1, rmse: 1, sum: 90 } } as BackTest['errors'],
    gains: { 'same-as-before': clear, 'own-pace': clear, nobody: clear, 'dealt-out': clear },
    squaredGains: { 'same-as-before': clear, 'own-pace': clear, nobody: clear },
    actualSum: 100,
  };

  it('is open for a model that is better than both plain guesses and tells customers apart', () => {
    expect(gateOf(judged)).toBe('open');
  });

  it('is open where the squared error is smaller beyond chance, also where a plain guess of mostly 0 has the smaller absolute error', () => {
    expect(gateOf({ ...judged, gains: { ...judged.gains, 'own-pace': gain(-0.1, -0.2) } })).toBe('open');
  });

  it('is open where the absolute error is smaller beyond chance and the squared one is smaller at all', () => {
    expect(gateOf({ ...judged, squaredGains: { ...judged.squaredGains, 'own-pace': gain(0.1, -0.1) } })).toBe('open');
  });

  it('is closed where the squared error is larger, or where neither error is smaller beyond chance', () => {
    const tie = { ...judged, gains: { ...judged.gains, 'same-as-before': gain(0.1, -0.1) } };
    const squared = (one: Gain) => ({ ...judged.squaredGains, 'same-as-before': one });
    expect(gateOf({ ...judged, squaredGains: squared(gain(-0.01, -0.2)) })).toBe('no-better-than-before');
    expect(gateOf({ ...tie, squaredGains: squared(gain(0.1, -0.1)) })).toBe('no-better-than-before');
    expect(gateOf({ ...judged, squaredGains: { ...judged.squaredGains, 'own-pace': gain(-0.01, -0.2) } })).toBe('no-better-than-pace');
  });

  it('is closed where the guesses fit others as well, or add up to less than half or more than twice of what came', () => {
    expect(gateOf({ ...judged, gains: { ...judged.gains, 'dealt-out': gain(0.01, -0.01) } })).toBe('tells-nobody-apart');
    expect(gateOf({ ...judged, actualSum: 181 })).toBe('far-off');
    expect(gateOf({ ...judged, actualSum: 44 })).toBe('far-off');
    expect(gateOf({ ...judged, actualSum: 180 })).toBe('open');
  });

  it('is closed for a model that says nobody leaves or did not settle, however small its errors', () => {
    expect(gateOf({ ...judged, fit: { status: 'nobody-leaves' } as BackTest['fit'] })).toBe('nobody-leaves');
    expect(gateOf({ ...judged, fit: { status: 'not-converged' } as BackTest['fit'] })).toBe('not-settled');
  });
});

describe.runIf(hasCdnow)('on the CDNOW sample, 39 weeks shown and 39 held back', () => {
  it('the customers and what they did are those of the published sets', () => {
    const { history, actual, actualSum } = cdnowTest('mbg-nbd');
    expect(history.count).toBe(2357);
    expect(history.x.reduce((sum, x) => sum + x, 0)).toBe(2457);
    expect(actual.length).toBe(2357);
    expect(actualSum).toBe(1882);
  });

  // Sums and errors of the conditional expectations of BTYD 2.4.3 and BTYDplus.
  it.each([
    ['bg-nbd', 1653.4],
    ['mbg-nbd', 1576.7],
    ['pareto-nbd', 1665.4],
  ] as const)('%s expects %d order-days', (id, sum) => {
    expect(Math.abs(cdnowTest(id).errors.model.sum - sum)).toBeLessThan(1);
  });

  it.each([
    ['bg-nbd', 0.7855, 1.608],
    ['pareto-nbd', 0.7545, 1.603],
  ] as const)('%s is off per customer as measured elsewhere', (id, mae, rmse) => {
    const { errors } = cdnowTest(id);
    expect(errors.model.mae).toBeCloseTo(mae, 3);
    expect(errors.model.rmse).toBeCloseTo(rmse, 2);
  });

  it('the plain guesses are off as measured elsewhere', () => {
    const { errors } = cdnowTest('mbg-nbd');
    expect(errors['same-as-before'].mae).toBeCloseTo(0.8973, 4);
    expect(errors['same-as-before'].rmse).toBeCloseTo(1.971, 3);
    expect(errors['own-pace'].mae).toBeCloseTo(1.0237, 4);
    expect(errors['own-pace'].rmse).toBeCloseTo(2.212, 3);
    expect(errors.nobody.mae).toBeCloseTo(1882 / 2357, 12);
  });

  it('each of the three models passes the gate', () => {
    for (const id of ['mbg-nbd', 'bg-nbd', 'pareto-nbd'] as const) expect(cdnowTest(id).gate, id).toBe('open');
  });

  it('nothing after the cut goes into the fit', () => {
    const shop = cdnowShop();
    const shown = orderTableFromDays(
      Array.from({ length: shop.customers }, (_, c) =>
        Array.from(shop.day.slice(shop.first[c]!, shop.first[c + 1]!)).filter((d) => d <= CDNOW_CUT),
      ),
    );
    expect(repeatHistory(shown, CDNOW_CUT)).toEqual(cdnowTest('mbg-nbd').history);
  });

  it('the weeks of the tracking plot have the published counts, and the expectation of Pareto/NBD is the published one', () => {
    const test = cdnowTest('pareto-nbd');
    const model = lifetimeModel('pareto-nbd');
    const shop = cdnowShop();
    const weeks = tracking(shop, test, model);
    expect(weeks.length).toBe(78);
    expect(weeks.filter((week) => !week.isHeldOut).length).toBe(39);
    expect(weeks.at(-1)!.actualSoFar).toBe(4339);
    const some = weeks.slice(19, 25);
    expect(some.map((week) => week.actualSoFar)).toEqual([1359, 1414, 1484, 1517, 1573, 1672]);
    const expectedOn = (day: number) =>
      test.history.id.reduce((sum, c) => sum + model.expectedOfNew(test.fit.theta, Math.max(0, day - shop.day[shop.first[c]!]!)), 0);
    for (const week of some) expect(week.expectedSoFar).toBeCloseTo(expectedOn(week.to), 6);
    // The published sums let a week end where the next begins, a day later than T is counted to in the fit.
    const published = [1309, 1385, 1460, 1533, 1604, 1674];
    some.forEach((week, i) => expect(Math.abs(expectedOn(week.to + 1) - published[i]!)).toBeLessThan(1));
  });

  it('the frequencies are the published table, and the bins add up to the whole', () => {
    const test = cdnowTest('bg-nbd');
    const bins = frequencyBins(test);
    expect(bins.map(({ rows }) => rows.length)).toEqual([1411, 439, 214, 100, 62, 38, 29, 64]);
    expect(bins.reduce((sum, bin) => sum + bin.actual.value * bin.rows.length, 0)).toBeCloseTo(1882, 6);
    expect(bins.reduce((sum, bin) => sum + bin.expected * bin.rows.length, 0)).toBeCloseTo(test.errors.model.sum, 6);
  });

  it('nobody is likelier to order than to be alive, and every customer stands in one tenth', () => {
    for (const id of ['mbg-nbd', 'bg-nbd', 'pareto-nbd'] as const) {
      const bins = aliveBins(cdnowTest(id), lifetimeModel(id));
      expect(bins.reduce((n, bin) => n + bin.rows.length, 0)).toBe(2357);
      for (const bin of bins) expect(bin.expected).toBeLessThanOrEqual(bin.alive);
      for (const bin of bins) expect(bin.expected).toBeGreaterThan(0);
      for (const bin of bins) expect(bin.ordered.length).toBeLessThanOrEqual(bin.rows.length);
    }
  });

  it('the likelihood of ordering again is one less the ratio of two likelihoods, for all three models', () => {
    for (const id of ['mbg-nbd', 'bg-nbd', 'pareto-nbd'] as const) {
      const { triples, fit } = cdnowTest(id);
      const model = lifetimeModel(id);
      const again = ordersAgain(model, fit.theta, triples, 273);
      const logOf = (x: number, recency: number, age: number) =>
        model.logLikelihood(
          { size: 1, x: Float64Array.of(x), recency: Float64Array.of(recency), age: Float64Array.of(age), weight: Float64Array.of(1) },
          fit.theta,
        );
      for (let i = 0; i < triples.size; i += 7) {
        const [x, recency, age] = [triples.x[i]!, triples.recency[i]!, triples.age[i]!];
        expect(again[i]).toBeCloseTo(1 - Math.exp(logOf(x, recency, age + 273) - logOf(x, recency, age)), 8);
      }
    }
  });

  it('the months add up to the whole of the part held back', () => {
    const test = cdnowTest('mbg-nbd');
    const months = heldOutMonths(cdnowShop(), test, lifetimeModel('mbg-nbd'), ISO_CALENDAR);
    expect(months.length).toBe(9);
    expect(months.reduce((sum, month) => sum + month.actual, 0)).toBe(1882);
    expect(months.reduce((sum, month) => sum + month.expected, 0)).toBeCloseTo(test.errors.model.sum, 6);
    expect(months.slice(0, 3).map((month) => month.yearBefore)).toEqual([null, null, null]);
    expect(months.at(-1)!.yearBefore).toBeGreaterThan(0);
  });

  it('no month stands out for the customers having begun in the first three', () => {
    expect(seasonPeaks(cdnowShop(), CDNOW_END, ISO_CALENDAR)).toEqual([]);
  });

  it('when later orders are dealt out among the customers, the scores are hidden: the model cannot tell them apart', () => {
    for (const seed of [1, 2, 3]) {
      const test = backTest(relabelled(cdnowShop(), CDNOW_CUT, seed), lifetimeModel('mbg-nbd'), split39)!;
      expect(test.actualSum).toBe(1882);
      expect(test.gate).not.toBe('open');
      expect(test.gains['dealt-out'].low).toBeLessThanOrEqual(0);
    }
  });

  it('a shop whose later orders were dealt out among its customers is given no scores, and is told why', () => {
    const shop = cdnowShop();
    const cut = testSplit(shop, CDNOW_END)!.cut;
    const verdict = (of: typeof shop) => modelsOf(of, CDNOW_END).verdict(DEFAULT_PREDICTION);
    expect(verdict(shop)).toMatchObject({ basis: 'model', model: 'mbg-nbd' });
    expect(verdict(relabelled(shop, cut, 7))).toMatchObject({ basis: 'none', why: 'model-no-better' });
  });
});
