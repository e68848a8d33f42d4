import type { Day } from '../../../terms/day';
import type { Ranged } from '../../../terms/prediction';
import type { OrderTable } from '../../columns/order-table';
import { wilson } from '../../stats/wilson';
import { evidenceClass, type EvidenceClass } from './evidence-class';
import { cellPrior, type CellPrior } from './cell-prior';
import { rateInterval, rateIntervalOfNobody } from './rate-interval';
import { repeatHistory } from '../lifetime/repeat-history';

/** Silence in days up to which each class of recency reaches; the last has no end. */
export const SILENCE_CLASSES = [30, 90, 180, Infinity] as const;
/** Classes of frequency: ordered once, known a little, well known. */
const FREQUENCIES = 3;

/** Customers of the whole shop that the spread within a cell is judged together with: few differ by luck. */
const SPREAD_WITH = 10;

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
  /** Share who ordered again, and order-days per customer, drawn towards the mean of the cells. */
  share: Ranged;
  perCustomer: Ranged;
}

/** What became of the customers of a day of the past within so many days after it, by how long silent and how often they had ordered. */
export interface EmpiricalRates {
  origin: Day;
  followDays: number;
  customers: number;
  /** Of all customers together. */
  share: number;
  perCustomer: number;
  /** Customers with the cells' mean share that each cell is taken together with, and whether the cells themselves settled that number. */
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
 * less than 30 days, or nobody then.
 *
 * A cell's share is (returned + s·m) / (n + s), m the mean of the cells and s the strength of the prior (`cellPrior`); order-days per customer
 * likewise, with a prior of their own. The intervals are those of the cell's own counts, Wilson's for the share and `rateInterval` for
 * order-days, widened where they would not hold the number; of a cell without anybody the share is anything, the rate what cells differ by.
 * @param strength  s; null to let the cells settle it
 * Cost: one pass over the orders.
 * @source  B. P. Carlin, T. A. Louis, Bayesian Methods for Data Analysis, 3rd edition, CRC 2009, chapter 5
 */
export function empiricalRates(orders: OrderTable, asOf: Day, followDays: number, strength: number | null = null): EmpiricalRates | null {
  const origin = asOf - followDays;
  if (origin - orders.firstDay + 1 < Math.max(30, followDays / 2)) return null;
  const history = repeatHistory(orders, origin);
  if (history.count === 0) return null;
  const cells = Array.from({ length: SILENCE_CLASSES.length * FREQUENCIES }, emptyCell);
  for (let i = 0; i < history.count; i++) {
    const after = orderDaysBetween(orders, history.id[i]!, origin, asOf);
    const cell = cells[cellIndex(history.age[i]! - history.recency[i]!, history.x[i]!)]!;
    cell.who.push(history.id[i]!);
    cell.orderDays += after;
    cell.squares += after * after;
    if (after > 0) cell.returned.push(history.id[i]!);
  }
  const told = cells.filter(({ who }) => who.length > 0);
  const spread = spreadWithin(told);
  const share = cellPrior(
    told.map(({ who, returned }) => ({ n: who.length, hits: returned.length })),
    { kind: 'shares', strength },
  );
  const perCustomer = cellPrior(
    told.map(({ who, orderDays }) => ({ n: who.length, hits: orderDays })),
    { kind: 'rates', strength, spread },
  );
  const total = (of: (cell: OpenCell) => number): number => cells.reduce((sum, cell) => sum + of(cell), 0) / history.count;
  return {
    origin,
    followDays,
    customers: history.count,
    share: total(({ returned }) => returned.length),
    perCustomer: total(({ orderDays }) => orderDays),
    strength: share.strength,
    settled: share.settled,
    cells: cells.map((cell, k) => drawnIn(cell, k, { share, perCustomer, spread, customers: history.count })),
  };
}

/** The cell of a customer who has been silent for so many days and ordered on so many days after the first. */
export function cellIndex(silent: number, repeatOrderDays: number): number {
  return SILENCE_CLASSES.findIndex((end) => silent <= end) * FREQUENCIES + evidenceClass(repeatOrderDays);
}

interface OpenCell {
  who: number[];
  returned: number[];
  orderDays: number;
  /** Sum of the squares of order-days by customer. */
  squares: number;
}

function emptyCell(): OpenCell {
  return { who: [], returned: [], orderDays: 0, squares: 0 };
}

/** What cells are drawn towards, and how order-days vary among the customers of one. */
interface Shop {
  share: CellPrior;
  perCustomer: CellPrior;
  spread: number;
  customers: number;
}

function drawnIn(cell: OpenCell, index: number, { share, perCustomer, spread, customers }: Shop): RateCell {
  const { who, returned, orderDays } = cell;
  const n = who.length;
  const back = (returned.length + share.strength * share.mean) / (n + share.strength);
  const mean = (orderDays + perCustomer.strength * perCustomer.mean) / (n + perCustomer.strength);
  const ofShare = n > 0 ? wilson(returned.length, n) : { low: 0, high: 1 };
  const ofMean = n > 0 ? rateInterval(orderDays, n, spreadOf(cell, spread)) : rateIntervalOfNobody(perCustomer, spread, customers);
  return {
    silence: Math.floor(index / FREQUENCIES),
    frequency: (index % FREQUENCIES) as EvidenceClass,
    who: Uint32Array.from(who),
    returned: Uint32Array.from(returned),
    orderDays,
    share: holding(back, ofShare),
    perCustomer: holding(mean, ofMean),
  };
}

function holding(value: number, { low, high }: { low: number; high: number }): Ranged {
  return { value, low: Math.min(low, value), high: Math.max(high, value) };
}

/** Sum of squares of a cell's order-days around their mean, by customer. */
function squaresAround({ who, orderDays, squares }: OpenCell): number {
  return who.length > 0 ? Math.max(0, squares - (orderDays * orderDays) / who.length) : 0;
}

/** Variance of order-days among the customers of a cell as a multiple of their mean, over all cells: at least 1, what chance alone makes. */
function spreadWithin(cells: readonly OpenCell[]): number {
  const around = cells.reduce((sum, cell) => sum + squaresAround(cell), 0);
  const byChance = cells.reduce((sum, { who, orderDays }) => sum + (orderDays / who.length) * (who.length - 1), 0);
  return byChance > 0 ? Math.max(1, around / byChance) : 1;
}

/** The same of one cell, taken together with ten customers who vary as those of all cells. */
function spreadOf(cell: OpenCell, all: number): number {
  const own = cell.orderDays > 0 ? (squaresAround(cell) * cell.who.length) / cell.orderDays : all * (cell.who.length - 1);
  return Math.max(1, (own + SPREAD_WITH * all) / (cell.who.length - 1 + SPREAD_WITH));
}

/** Days with an order of a customer after one day, up to another one. */
function orderDaysBetween({ first, day }: OrderTable, customer: number, after: Day, upTo: Day): number {
  let count = 0;
  for (let i = first[customer]! + 1; i < first[customer + 1]! && day[i]! <= upTo; i++)
    if (day[i]! > after && day[i]! > day[i - 1]!) count++;
  return count;
}
