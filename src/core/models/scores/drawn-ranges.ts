import type { PredictionChoice } from '../../../terms/prediction';
import { lifetimeModel } from '../lifetime/lifetime-models';
import type { Scores } from '../predictions';
import type { ShopModels } from '../shop-models';
import { lifetimeDraws, triplesAt } from './drawn-scores';
import { drawnWorth } from './drawn-worth';
import { middleOfDraws, type Ends } from './middle-of-draws';

/** What is told of a customer with a range. */
const RANGED = ['alive', 'orders30', 'orders90', 'orders365', 'ordersAhead', 'spend', 'value'] as const;
export type RangedName = (typeof RANGED)[number];

/** Ends of the interval of each score, by place among the rows asked for. NaN where the score is not told. */
export type DrawnRanges = Record<RangedName, { low: Float64Array; high: Float64Array }>;

/** Histories that are drawn for at once: so many numbers per draw and time are held in memory. */
const AT_ONCE = 1000;

/**
 * The intervals of some customers, or of all: the middle 95 % of what their scores would be under drawn parameters, widened to hold the score.
 *
 * Each different history is drawn for once, however many customers have it. Lifetime and spend are drawn independently, because they are
 * fitted independently. A drawn value is order-days × worth under the draws, times what the value is of that product at the fit: margin,
 * share of order-days that are worth something, and what discounting leaves, which hardly moves with the parameters.
 * Cost: 200 draws × different histories × times (three or four), and 200 numbers per customer for spend and for value: some seconds for a
 * hundred thousand customers, nothing to notice for a page of them.
 * @param rows  rows of the history
 */
export function drawnRanges(models: ShopModels, scores: Scores, rows: Uint32Array, choice: PredictionChoice): DrawnRanges {
  const ranges = Object.fromEntries(RANGED.map((name) => [name, theScoreAlone(scores[name], rows)])) as DrawnRanges;
  const orders = { orders30: 30, orders90: 90, orders365: 365, ordersAhead: choice.horizonDays };
  const names = Object.keys(orders) as (keyof typeof orders)[];
  const times = [...new Set(Object.values(orders))].sort((a, b) => a - b);
  const model = lifetimeModel(choice.model);
  const draws = lifetimeDraws(models, choice.model);
  const worth = drawnWorth(models, scores);
  const drawn = new Float64Array(draws.length);
  const alike = placesOfHistories(models, rows);
  for (let from = 0; from < alike.length; from += AT_ONCE) {
    const some = alike.slice(from, from + AT_ONCE);
    const triples = triplesAt(
      models,
      some.map((places) => models.of[rows[places[0]!]!]!),
    );
    const told = draws.map((theta) => model.scores(theta, triples, times));
    some.forEach((places, k) => {
      const widen = (name: RangedName): void => {
        const middle = middleOfDraws(drawn);
        for (const place of places) widenTo(ranges[name], place, middle);
      };
      told.forEach(({ alive }, j) => (drawn[j] = alive[k]!));
      widen('alive');
      for (const name of names) {
        const at = times.indexOf(orders[name]);
        told.forEach(({ expected }, j) => (drawn[j] = expected[at]![k]!));
        widen(name);
      }
      // What is drawn now are the order-days within the horizon.
      for (const place of places) {
        const ends = worth?.(rows[place]!, drawn);
        if (!ends) continue;
        widenTo(ranges.spend, place, ends.spend);
        widenTo(ranges.value, place, ends.value);
      }
    });
  }
  return ranges;
}

function theScoreAlone(column: Float64Array, rows: Uint32Array): { low: Float64Array; high: Float64Array } {
  const own = Float64Array.from(rows, (row) => column[row]!);
  return { low: own, high: own.slice() };
}

function widenTo({ low, high }: { low: Float64Array; high: Float64Array }, place: number, ends: Ends | null): void {
  if (!ends) return;
  low[place] = Math.min(low[place]!, ends.low);
  high[place] = Math.max(high[place]!, ends.high);
}

/**
 * The places among some rows of each different history of theirs. Histories with the same x, then the same T, stand together: models work out
 * once what these two decide.
 */
function placesOfHistories({ history: { x, age }, of }: ShopModels, rows: Uint32Array): Uint32Array[] {
  const places = Uint32Array.from(rows, (_, place) => place);
  places.sort((a, b) => x[rows[a]!]! - x[rows[b]!]! || age[rows[a]!]! - age[rows[b]!]! || of[rows[a]!]! - of[rows[b]!]!);
  const alike: Uint32Array[] = [];
  for (let from = 0, to = 0; from < places.length; from = to) {
    for (to = from + 1; to < places.length && of[rows[places[to]!]!] === of[rows[places[from]!]!];) to++;
    alike.push(places.subarray(from, to));
  }
  return alike;
}
