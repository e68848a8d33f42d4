import type { Day } from '../../../terms/day';
import type { OrderTable } from '../../columns/order-table';

/**
 * What the spend model reads of customers, row i about customer `id[i]`, the same rows as of `repeatHistory`. The first order-day is left
 * out, since x counts the later ones.
 */
export interface SpendHistory {
  count: number;
  id: Uint32Array;
  /** Order-days after the first that were worth more than nothing. */
  x: Uint32Array;
  /** What such an order-day was worth on average, minor units; 0 where x = 0. */
  mean: Float64Array;
  /** Order-days after the first that were worth nothing or less, and are left out of `x` and `mean`. */
  worthless: number;
}

/**
 * The spend history of everybody who ordered up to `asOf`. All orders of a customer on one day are one. Cost: one pass over the orders.
 * @source  P. S. Fader, B. G. S. Hardie, The Gamma-Gamma Model of Monetary Value, 2013, section 3
 */
export function spendHistory(orders: OrderTable, asOf: Day): SpendHistory {
  const { customers, first, day } = orders;
  const id = new Uint32Array(customers);
  const x = new Uint32Array(customers);
  const mean = new Float64Array(customers);
  let [count, worthless] = [0, 0];
  for (let c = 0; c < customers; c++) {
    if (first[c] === first[c + 1] || day[first[c]!]! > asOf) continue;
    const repeats = repeatWorth(orders, c, asOf);
    id[count] = c;
    x[count] = repeats.days;
    mean[count++] = repeats.days === 0 ? 0 : repeats.sum / repeats.days;
    worthless += repeats.worthless;
  }
  return { count, id: id.slice(0, count), x: x.slice(0, count), mean: mean.slice(0, count), worthless };
}

/**
 * Share of the order-days after the first that were worth more than nothing; 1 where there are none.
 *
 * A lifetime model counts all order-days, free and given-back ones too, while the spend model tells what one of the others is worth: orders
 * times spend is too much by those that bring nothing. One share for the shop, because few customers have enough of them for their own.
 */
export function worthShare({ x, worthless }: Pick<SpendHistory, 'x' | 'worthless'>): number {
  const worth = x.reduce((sum, days) => sum + days, 0);
  return worth + worthless > 0 ? worth / (worth + worthless) : 1;
}

function repeatWorth({ first, day, net }: OrderTable, customer: number, asOf: Day): { days: number; sum: number; worthless: number } {
  const begin = first[customer]!;
  const end = first[customer + 1]!;
  let [days, sum, worthless] = [0, 0, 0];
  for (let i = begin; i < end && day[i]! <= asOf;) {
    const today = day[i]!;
    let worth = 0;
    for (; i < end && day[i] === today; i++) worth += net[i]!;
    if (today === day[begin]) continue;
    if (worth > 0) {
      days++;
      sum += worth;
    } else worthless++;
  }
  return { days, sum, worthless };
}

/** The different (x, mean) of customers with x > 0, each once with the number of customers who have it. */
export interface Spends {
  size: number;
  x: Float64Array;
  mean: Float64Array;
  weight: Float64Array;
}

/**
 * Equal spends taken together, sorted by x, then mean, so that the order of customers does not matter to the last bit; x = 0 is left out.
 * Cost: n log n.
 */
export function mergedSpends({ count, x, mean }: Pick<SpendHistory, 'count' | 'x' | 'mean'>): Spends {
  const order = Uint32Array.from({ length: count }, (_, i) => i).filter((i) => x[i]! > 0);
  order.sort((a, b) => x[a]! - x[b]! || mean[a]! - mean[b]!);
  const columns = { x: new Float64Array(order.length), mean: new Float64Array(order.length), weight: new Float64Array(order.length) };
  let size = 0;
  for (const i of order) {
    if (size === 0 || columns.x[size - 1] !== x[i] || columns.mean[size - 1] !== mean[i]) {
      columns.x[size] = x[i]!;
      columns.mean[size++] = mean[i]!;
    }
    columns.weight[size - 1]!++;
  }
  return { size, x: columns.x.slice(0, size), mean: columns.mean.slice(0, size), weight: columns.weight.slice(0, size) };
}

/** About `most` spends in place of many: neighbours with the same x become their mean. The spends themselves where there are no more. */
export function coarserSpends(spends: Spends, most: number): Spends {
  const { size, x, mean, weight } = spends;
  if (size <= most) return spends;
  const width = Math.ceil(size / most);
  const coarse = { x: [] as number[], mean: [] as number[], weight: [] as number[] };
  for (let from = 0, to = 0; from < size; from = to) {
    let [customers, worth] = [0, 0];
    for (to = from; to < size && to < from + width && x[to] === x[from]; to++) {
      customers += weight[to]!;
      worth += weight[to]! * mean[to]!;
    }
    coarse.x.push(x[from]!);
    coarse.mean.push(worth / customers);
    coarse.weight.push(customers);
  }
  const column = (values: number[]): Float64Array => Float64Array.from(values);
  return { size: coarse.x.length, x: column(coarse.x), mean: column(coarse.mean), weight: column(coarse.weight) };
}
