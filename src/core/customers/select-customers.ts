import { NONE } from '../columns/batch';
import type { OrderTable } from '../columns/order-table';
import type { CustomerAttribute, CustomerColumns } from './customer-columns';
import { CUSTOMER_STAGES, type CustomerFilter, type CustomerRow, type CustomerTotals, type KnownColumn } from './customer-table';
import { isPastOwnRhythm, riskReason } from './risk-reason';

/** Everything a list of customers is made from. */
export interface CustomerBook {
  table: OrderTable;
  columns: CustomerColumns;
  /** Key of a customer index. */
  key: (customer: number) => string;
  name: CustomerAttribute | null;
  country: CustomerAttribute | null;
}

/**
 * Rows of `columns` that meet all conditions, in their own order.
 * @param who  customer indices to stay within, ascending; undefined for all
 * @param fallen  whether silence has made a customer more likely gone than not by a model (`fallenBySilence`); undefined for nobody
 */
export function filterCustomers(
  book: CustomerBook,
  filter: CustomerFilter,
  who?: Uint32Array | undefined,
  fallen?: ((customer: number) => boolean) | undefined,
): Uint32Array {
  const { columns } = book;
  const stage = filter.stage === undefined ? -1 : CUSTOMER_STAGES.indexOf(filter.stage);
  const search = filter.search?.trim().toLocaleLowerCase();
  const rows = new Uint32Array(columns.count);
  let count = 0;
  let next = 0;
  for (let i = 0; i < columns.count; i++) {
    if (who) {
      while (next < who.length && who[next]! < columns.id[i]!) next++;
      if (who[next] !== columns.id[i]) continue;
    }
    if (stage >= 0 && columns.stage[i] !== stage) continue;
    if (columns.orders[i]! < (filter.minOrders ?? 0) || columns.orders[i]! > (filter.maxOrders ?? Infinity)) continue;
    if (columns.silent[i]! <= (filter.silentOver ?? -Infinity) || columns.silent[i]! > (filter.silentUpTo ?? Infinity)) continue;
    if (
      filter.beyondLongestGap !== undefined &&
      !(columns.longestGap[i]! > 0 && columns.silent[i]! > filter.beyondLongestGap * columns.longestGap[i]!)
    )
      continue;
    if (filter.slipping && !isSlipping(columns, i, fallen)) continue;
    if (search && !textsOf(book, columns.id[i]!).includes(search)) continue;
    rows[count++] = i;
  }
  return rows.slice(0, count);
}

const NEW = CUSTOMER_STAGES.indexOf('new');

/**
 * See `CustomerFilter.slipping`. Half of all who come back are away for the shop's usual gap or longer: no model is believed about a shorter
 * silence, and no rhythm of somebody new, of whom only short gaps can have been seen yet.
 */
function isSlipping(columns: CustomerColumns, i: number, fallen: ((customer: number) => boolean) | undefined): boolean {
  const silent = columns.silent[i]!;
  if (silent >= columns.lapseDays) return false;
  const isLong = silent > columns.shopGap;
  if (isPastOwnRhythm(reasonOf(columns, i)) && (isLong || columns.stage[i] !== NEW)) return true;
  return isLong && (fallen?.(columns.id[i]!) ?? false);
}

/** Why the customer of a row is thought to slip away or to stay. */
export function reasonOf(columns: CustomerColumns, i: number): CustomerRow['reason'] {
  const usual = columns.usualGap[i]!;
  const longest = columns.longestGap[i]!;
  const rhythm = {
    orderDays: columns.orderDays[i]!,
    usualGap: Number.isNaN(usual) ? null : usual,
    longestGap: longest < 0 ? null : longest,
  };
  return riskReason({ ...rhythm, silent: columns.silent[i]! }, columns.lapseDays);
}

function textsOf(book: CustomerBook, customer: number): string {
  return `${book.key(customer)}\n${textOf(book.name, customer)}\n${textOf(book.country, customer)}`.toLocaleLowerCase();
}

function textOf(attribute: CustomerAttribute | null, customer: number): string {
  const code = attribute?.code[customer] ?? NONE;
  return code === NONE ? '' : attribute!.texts.get(code);
}

/** Sorts rows in place by one column; ties keep the order of the book, so that it is the same on every device. Absent values come last. */
export function sortCustomers(book: CustomerBook, rows: Uint32Array, sort: { column: KnownColumn; descending: boolean }): Uint32Array {
  const { columns } = book;
  const sign = sort.descending ? -1 : 1;
  if (sort.column === 'key' || sort.column === 'country') {
    const text = sort.column === 'key' ? book.key : (c: number) => textOf(book.country, c);
    const texts: string[] = [];
    for (const row of rows) texts[row] = text(columns.id[row]!);
    const collator = new Intl.Collator('en', { numeric: true });
    return rows.sort((a, b) => sign * collator.compare(texts[a]!, texts[b]!) || a - b);
  }
  const values = numbersOf(columns, sort.column);
  return rows.sort((a, b) => {
    const [x, y] = [values[a]!, values[b]!];
    if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y)) || a - b;
    return sign * (x - y) || a - b;
  });
}

function numbersOf(columns: CustomerColumns, column: Exclude<KnownColumn, 'key' | 'country'>): ArrayLike<number> {
  const byColumn = { refunds: columns.refund, ...columns };
  return byColumn[column];
}

/** One customer as the page shows it. */
export function customerRow(book: CustomerBook, row: number): CustomerRow {
  const { columns, table } = book;
  const c = columns.id[row]!;
  const usual = columns.usualGap[row]!;
  const longest = columns.longestGap[row]!;
  return {
    key: book.key(c),
    name: textOf(book.name, c),
    country: textOf(book.country, c),
    stage: CUSTOMER_STAGES[columns.stage[row]!]!,
    orders: columns.orders[row]!,
    orderDays: columns.orderDays[row]!,
    grossMinor: columns.gross[row]!,
    refundMinor: columns.refund[row]!,
    netMinor: columns.net[row]!,
    usualGap: Number.isNaN(usual) ? null : usual,
    longestGap: longest < 0 ? null : longest,
    silent: columns.silent[row]!,
    firstDay: columns.firstDay[row]!,
    lastDay: columns.lastDay[row]!,
    reason: reasonOf(columns, row),
    strip: strip(table, table.first[c]!, table.first[c + 1]!),
  };
}

/** Order-days of a customer and what was bought on each. */
function strip(table: OrderTable, begin: number, end: number): CustomerRow['strip'] {
  const day: number[] = [];
  const net: number[] = [];
  for (let o = begin; o < end; o++) {
    if (day.at(-1) === table.day[o]) net[net.length - 1]! += table.net[o]!;
    else {
      day.push(table.day[o]!);
      net.push(table.net[o]!);
    }
  }
  return { day: Int32Array.from(day), net: Float64Array.from(net) };
}

/**
 * Sums over a list, for its sentence and its foot.
 * @param who  the persons that the list was made from, where it was made from a figure
 */
export function customerTotals(book: CustomerBook, rows: Uint32Array, who?: Uint32Array): CustomerTotals {
  const { columns } = book;
  const withoutPurchase = who ? who.length - countIn(who, columns.id.subarray(0, columns.count)) : 0;
  const totals: CustomerTotals = {
    customers: rows.length,
    withoutPurchase,
    grossMinor: 0,
    refundMinor: 0,
    netMinor: 0,
    lastYearMinor: 0,
    lapseDays: columns.lapseDays,
    shopGap: Number.isNaN(columns.shopGap) ? null : columns.shopGap,
    medianSilent: null,
    top: null,
  };
  let best = -1;
  for (const row of rows) {
    totals.grossMinor += columns.gross[row]!;
    totals.refundMinor += columns.refund[row]!;
    totals.netMinor += columns.net[row]!;
    totals.lastYearMinor += boughtSince(book.table, columns.id[row]!, columns.asOf - 365);
    if (best < 0 || columns.net[row]! > columns.net[best]!) best = row;
  }
  if (best >= 0) totals.top = { key: book.key(columns.id[best]!), orders: columns.orders[best]!, netMinor: columns.net[best]! };
  const silent = Int32Array.from(rows, (row) => columns.silent[row]!).sort();
  if (silent.length > 0) totals.medianSilent = (silent[(silent.length - 1) >> 1]! + silent[silent.length >> 1]!) / 2;
  return totals;
}

/** Sum of a customer's orders after a day. */
function boughtSince(table: OrderTable, customer: number, day: number): number {
  let sum = 0;
  for (let o = table.first[customer + 1]! - 1; o >= table.first[customer]! && table.day[o]! > day; o--) sum += table.net[o]!;
  return sum;
}

/** How many of some ascending numbers stand in another ascending list. */
function countIn(numbers: Uint32Array, list: ArrayLike<number>): number {
  let found = 0;
  let i = 0;
  for (const number of numbers) {
    while (i < list.length && list[i]! < number) i++;
    if (list[i] === number) found++;
  }
  return found;
}
