import { NONE, REFUND, SALE } from './batch';
import { by, pairUp, range, split, type Compare, type Pair } from './pair-rows';
import type { RowVersions } from './row-versions';

/** What a row is to the imports kept before its own. */
export const FRESH = 0;
export const UNCHANGED = 1;
export const CHANGED = 2;

/** How the rows of an import are to be compared. */
export interface Matching {
  /** Whether a newer version takes the place of an older one; else the older one stands. */
  update: boolean;
  /** Whether its sums are those of orders, standing on any of an order's rows. */
  perOrder: boolean;
  /** Whether its rows are further rows of orders that stand: other versions of mended rows only. */
  mended: boolean;
  /** Whether fractions of a unit were carried from row to row, so that equal rows may be a unit apart. */
  carried: boolean;
  /** How it names products. Rows of two imports that name them differently cannot be told apart one by one. */
  names: 'code' | 'name' | 'none';
  /** Whether its rows have a time of day. */
  timed: boolean;
}

/** By position in `RowVersions`. */
export interface Matched {
  /** FRESH, UNCHANGED or CHANGED. */
  relation: Uint8Array;
  /** 1 for a row that a newer version took the place of. */
  superseded: Uint8Array;
  /** By import, the sales that stood of orders that it says were cancelled. */
  cancelled: number[];
}

/**
 * Goes through every order and day that several imports have, import by import in the order kept, and says which rows are there already.
 *
 * Equal rows are paired first, as often as both sides have them: twins survive; then those that are a carried unit apart. What is left of an order is paired line by line (same
 * product, sale with sale) as another version of the line, if the customer or the day is the same: a number that comes again with
 * another customer on another day is another order. A refund is told by its day too, because an order may be refunded several times.
 * The rest is new. Cost: that of sorting the rows of each order.
 */
export function matchVersions(versions: RowVersions, matchings: readonly Matching[], cancelledBy: ReadonlyMap<number, number[]>): Matched {
  const { start, batch, units } = versions;
  const matched: Matched = {
    relation: new Uint8Array(batch.length),
    superseded: new Uint8Array(batch.length),
    cancelled: matchings.map(() => 0),
  };
  const unit = new UnitMatcher(versions, matchings, matched);
  for (let u = 0; u < units; u++) {
    let book: number[] = [];
    const cancels = cancelledBy.get(u)?.slice() ?? [];
    for (let from = start[u]!; from < start[u + 1]!;) {
      let to = from + 1;
      while (to < start[u + 1]! && batch[to] === batch[from]) to++;
      while (cancels.length > 0 && cancels[0]! <= batch[from]!) book = unit.cancel(book, cancels.shift()!);
      book = unit.add(book, from, to, u < versions.orders);
      from = to;
    }
    for (const by of cancels) book = unit.cancel(book, by);
  }
  return matched;
}

class UnitMatcher {
  readonly #v: RowVersions;
  readonly #matchings: readonly Matching[];
  readonly #matched: Matched;
  readonly #same: Compare;
  readonly #sameButTime: Compare;
  readonly #allButSum: Compare;
  readonly #allButSumAndTime: Compare;
  readonly #lineOfCustomer: Compare;
  readonly #lineOfDay: Compare;
  readonly #item: Compare;

  constructor(v: RowVersions, matchings: readonly Matching[], matched: Matched) {
    this.#v = v;
    this.#matchings = matchings;
    this.#matched = matched;
    this.#same = by(v.product, v.amount, v.customer, v.quantity, v.day, v.minute, v.kind, v.refund, ...v.times);
    this.#sameButTime = by(v.product, v.amount, v.customer, v.quantity, v.day, v.kind, v.refund, ...v.times);
    this.#allButSum = by(v.product, v.customer, v.quantity, v.day, v.minute, v.kind, v.refund, ...v.times);
    this.#allButSumAndTime = by(v.product, v.customer, v.quantity, v.day, v.kind, v.refund, ...v.times);
    this.#lineOfCustomer = by(v.kind, v.product, v.customer);
    this.#lineOfDay = by(v.kind, v.product, v.day);
    this.#item = by(v.product, v.quantity, v.customer, v.day, v.minute, ...v.times);
  }

  /** The rows that stand after those of one more import, `from` up to, not with, `to`, have met those that stood before. */
  add(book: number[], from: number, to: number, numbered: boolean): number[] {
    const rows = range(from, to);
    if (book.length === 0) return rows;
    if (this.#repeats(book, rows)) return book;
    if (!numbered) return this.#addDay(book, rows);
    return [SALE, REFUND].flatMap((kind) =>
      this.#addOrder(
        book.filter((row) => this.#v.kind[row] === kind),
        rows.filter((row) => this.#v.kind[row] === kind),
      ),
    );
  }

  /** The rows that stand after an import has said that the order was cancelled. */
  cancel(book: number[], by: number): number[] {
    const [sales, others] = split(book, (row) => this.#v.kind[row] === SALE);
    this.#matched.cancelled[by]! += sales.length;
    if (!this.#matchings[by]!.update) return book;
    for (const row of sales) this.#matched.superseded[row] = 1;
    return others;
  }

  /** Whether the rows are those that stand, in the same order, as most are when a file comes again. */
  #repeats(book: number[], rows: number[]): boolean {
    if (book.length !== rows.length || rows.some((row, i) => this.#same(book[i]!, row) !== 0)) return false;
    for (const row of rows) this.#matched.relation[row] = UNCHANGED;
    return true;
  }

  #addDay(book: number[], rows: number[]): number[] {
    const equal = this.#pairEqual(book, rows, this.#same, this.#allButSum);
    // A file of days beside one of days and times: the rest is compared by what both say.
    const { timed } = this.#matchings[this.#v.batch[rows[0]!]!]!;
    const timeless = equal.left.filter((row) => !timed || this.#v.minute[row]! < 0);
    const rest = this.#pairEqual(timeless, equal.right, this.#sameButTime, this.#allButSumAndTime);
    return [...book, ...rest.right];
  }

  #addOrder(book: number[], rows: number[]): number[] {
    if (book.length === 0 || rows.length === 0) return [...book, ...rows];
    if (this.#repeats(book, rows)) return book;
    const { perOrder, names, update, mended } = this.#matchingOf(rows[0]!);
    const alike = (row: number) => !this.#matchingOf(row).perOrder && (mended || this.#matchingOf(row).names === names);
    if (perOrder || !book.every(alike)) return this.#addWhole(book, rows);
    const equal = this.#pairEqual(book, rows, this.#same, this.#allButSum);
    const [named, others] = split(equal.right, (row) => this.#v.customer[row] !== NONE && this.#v.kind[row] === SALE);
    const ofCustomer = pairUp(
      equal.left.filter((row) => !mended || this.#matchingOf(row).mended),
      named,
      this.#lineOfCustomer,
    );
    const ofDay = pairUp(ofCustomer.left, [...ofCustomer.right, ...others], this.#lineOfDay);
    const pairs = [...ofCustomer.pairs, ...ofDay.pairs];
    this.#relate(pairs, CHANGED);
    return [...this.#afterChanges(book, pairs, update), ...ofDay.right.sort((a, b) => a - b)];
  }

  /** Relates the rows that are there already; where fractions were carried on both sides, those too that are a unit apart. */
  #pairEqual(book: readonly number[], rows: readonly number[], same: Compare, butSum: Compare): { left: number[]; right: number[] } {
    const equal = pairUp(book, rows, same);
    this.#relate(equal.pairs, UNCHANGED);
    const isCarried = (row: number) => this.#matchingOf(row).carried;
    const [carried, whole] = split(equal.left, isCarried);
    if (carried.length === 0 || equal.right.length === 0 || !isCarried(equal.right[0]!)) return equal;
    const apart: Compare = (p, q) => this.#v.amount[p]! - this.#v.amount[q]!;
    const near: Compare = (p, q) => butSum(p, q) || (Math.abs(apart(p, q)) <= 1 ? 0 : apart(p, q));
    const close = pairUp(carried, equal.right, near, (p, q) => butSum(p, q) || apart(p, q));
    this.#relate(close.pairs, UNCHANGED);
    return { left: [...whole, ...close.left], right: close.right };
  }

  #afterChanges(book: number[], pairs: readonly Pair[], update: boolean): number[] {
    if (!update) return book;
    const newer = new Map(pairs);
    return book.map((row) => {
      if (newer.has(row)) this.#matched.superseded[row] = 1;
      return newer.get(row) ?? row;
    });
  }

  /** Orders whose rows cannot be compared one by one are one thing: the one that stands stands with all its rows. */
  #addWhole(book: number[], rows: number[]): number[] {
    const [told, other] = split(book, this.#relatedTo(rows));
    const [again, fresh] = split(rows, this.#relatedTo(book));
    if (again.length === 0) return [...book, ...rows];
    const { update } = this.#matchingOf(again[0]!);
    const same = this.#sameOrder(told, again);
    for (const row of again) this.#matched.relation[row] = same ? UNCHANGED : CHANGED;
    if (same || !update) return [...book, ...fresh];
    for (const row of told) this.#matched.superseded[row] = 1;
    return [...other, ...rows];
  }

  /** Whether a row may tell of the same as one of a list, which are all sales or all refunds. */
  #relatedTo(rows: readonly number[]): (row: number) => boolean {
    const { customer, day, kind } = this.#v;
    const days = new Set(rows.map((row) => day[row]!));
    const customers = new Set(rows.map((row) => (kind[row] === SALE ? customer[row]! : NONE)));
    return (row) => days.has(day[row]!) || (customer[row] !== NONE && customers.has(customer[row]!));
  }

  #sameOrder(told: number[], again: number[]): boolean {
    const { perOrder, carried } = this.#matchingOf(again[0]!);
    if (told.length !== again.length || !told.every((row) => this.#matchingOf(row).perOrder === perOrder)) return false;
    const sum = (rows: number[], of: Float64Array) => rows.reduce((total, row) => total + of[row]!, 0);
    const { amount, refund } = this.#v;
    const most = carried && told.every((row) => this.#matchingOf(row).carried) ? told.length : 0;
    const sums = Math.abs(sum(told, amount) - sum(again, amount)) <= most && sum(told, refund) === sum(again, refund);
    return sums && pairUp(told, again, this.#item).right.length === 0;
  }

  #matchingOf(row: number): Matching {
    return this.#matchings[this.#v.batch[row]!]!;
  }

  #relate(pairs: readonly Pair[], relation: number): void {
    for (const [, row] of pairs) this.#matched.relation[row] = relation;
  }
}
