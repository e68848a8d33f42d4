import type { Day } from '../../../terms/day';
import type { Ranged } from '../../../terms/prediction';
import type { OrderTable } from '../../columns/order-table';
import { wilson } from '../../stats/wilson';
import { evidenceClass, type EvidenceClass } from './evidence-class';
import { priorStrength } from './prior-strength';
import { repeatHistory } from '../lifetime/repeat-history';

/** Silence in days up to which each class of recency reaches; the last has no end. */
export const SILENCE_CLASSES = [30, 90, 180, Infinity] as const;
/** Classes of frequency: ordered once, known a little, well known. */
const FREQUENCIES = 3;

/** Upper 97.5 % bound of a Poisson mean of which nothing has come: −log 0.025. */
const NONE_AT_MOST = 3.688879454113936;

/** Customers who stood alike on a day of the past, and what they did after it. */
export interface RateCell {
  /** Index into `SILENCE_CLASSES`. */
  silence: number;
  frequency: EvidenceClass;
  /** The customers, ascending, and those of them who ordered again in time. */
  who: Uint32Array;
  returned: Uint32Array;
  /** Order-days of them in time. */
  orderDays: number;
  /** Share who ordered again, and order-days per customer, drawn towards the shop's mean. */
  share: Ranged;
  perCustomer: Ranged;
}

/** What became of the customers of a day of the past within so many days after it, by how long silent and how often they had ordered. */
export interface EmpiricalRates {
  origin: Day;
  followDays: number;
  customers: number;
  /** Of all cells together. */
  share: number;
  perCustomer: number;
  /** Customers with the shop's mean that each cell is taken together with, and whether the cells themselves settled that number. */
  strength: number;
  settled: boolean;
  /** By recency, then frequency; also those without anybody. */
  cells: RateCell[];
}

/**
 * Rates of ordering again by recency and frequency, for shops in which too few came back for a model.
 *
 * One origin: the day `followDays` before `asOf`, so that everybody is counted once and the customers of a cell can be listed; more origins
 * would count the same people again and feign certainty. null when the file knows less than half of `followDays` before the origin, or
 * less than 30 days, or nobody then. A cell's share is (returned + s·m) / (n + s), m the shop's, s the strength of the prior; its interval is
 * Wilson's for n + s customers. Order-days per customer are drawn together in the same way (gamma–Poisson), with a normal interval widened by
 * how differently the shop's customers order.
 * @param strength  s; null for `priorStrength`
 * Cost: one pass over the orders.
 * @source  B. P. Carlin, T. A. Louis, Bayesian Methods for Data Analysis, 3rd edition, CRC 2009, chapter 5
 */
export function empiricalRates(orders: OrderTable, asOf: Day, followDays: number, strength: number | null = null): EmpiricalRates | null {
  const origin = asOf - followDays;
  if (origin - orders.firstDay + 1 < Math.max(30, followDays / 2)) return null;
  const history = repeatHistory(orders, origin);
  if (history.count === 0) return null;
  const cells = Array.from({ length: SILENCE_CLASSES.length * FREQUENCIES }, emptyCell);
  const after = new Uint32Array(history.count);
  let [returned, total] = [0, 0];
  for (let i = 0; i < history.count; i++) {
    after[i] = orderDaysBetween(orders, history.id[i]!, origin, asOf);
    const cell = cells[cellIndex(history.age[i]! - history.recency[i]!, history.x[i]!)]!;
    cell.who.push(history.id[i]!);
    cell.orderDays += after[i]!;
    if (after[i]! === 0) continue;
    cell.returned.push(history.id[i]!);
    returned++;
    total += after[i]!;
  }
  const share = returned / history.count;
  const counts = cells.map(({ who, returned: back }) => ({ n: who.length, hits: back.length })).filter(({ n }) => n > 0);
  const prior = strength === null ? priorStrength(counts, share) : { strength, settled: false };
  const shop = {
    share,
    perCustomer: total / history.count,
    dispersion: dispersionOf(after, total / history.count),
    strength: prior.strength,
  };
  return { origin, followDays, customers: history.count, ...shop, ...prior, cells: cells.map((cell, k) => drawnIn(cell, k, shop)) };
}

/** The cell of a customer who has been silent for so many days and ordered on so many days after the first. */
export function cellIndex(silent: number, repeatOrderDays: number): number {
  return SILENCE_CLASSES.findIndex((end) => silent <= end) * FREQUENCIES + evidenceClass(repeatOrderDays);
}

interface OpenCell {
  who: number[];
  returned: number[];
  orderDays: number;
}

function emptyCell(): OpenCell {
  return { who: [], returned: [], orderDays: 0 };
}

function drawnIn(
  { who, returned, orderDays }: OpenCell,
  index: number,
  shop: { share: number; perCustomer: number; dispersion: number; strength: number },
): RateCell {
  const weight = who.length + shop.strength;
  const back = returned.length + shop.strength * shop.share;
  const mean = (orderDays + shop.strength * shop.perCustomer) / weight;
  const { low, high } = wilson(Math.min(back, weight), weight);
  // Customers differ, so orders vary more than by chance alone: by as much more as they do in the whole shop.
  const reach = 1.959963984540054 * Math.sqrt((shop.dispersion * mean) / weight);
  return {
    silence: Math.floor(index / FREQUENCIES),
    frequency: (index % FREQUENCIES) as EvidenceClass,
    who: Uint32Array.from(who),
    returned: Uint32Array.from(returned),
    orderDays,
    share: { value: back / weight, low, high },
    perCustomer: { value: mean, low: Math.max(0, mean - reach), high: mean > 0 ? mean + reach : NONE_AT_MOST / weight },
  };
}

/** Variance of order-days among all customers as a multiple of what chance alone makes it, at least 1. */
function dispersionOf(after: Uint32Array, mean: number): number {
  if (mean === 0 || after.length < 2) return 1;
  return Math.max(1, after.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (after.length - 1) / mean);
}

/** Days with an order of a customer after one day, up to another one. */
function orderDaysBetween({ first, day }: OrderTable, customer: number, after: Day, upTo: Day): number {
  let count = 0;
  for (let i = first[customer]! + 1; i < first[customer + 1]! && day[i]! <= upTo; i++)
    if (day[i]! > after && day[i]! > day[i - 1]!) count++;
  return count;
}
