import type { Day } from '../terms/day';
import type { DateOrder, DateReading, Role } from '../terms/plan';
import { creditNotes } from './credit-notes';
import { currencySign } from './currency-signs';
import { dateColumn, daysUnder, type DateColumn } from './date-column';
import { dateReadings } from './date-readings';
import { headerWords } from './header-words';
import { customerKeys, orderKeys, type KeyColumn } from './key-column';
import { numberColumn, type NumberColumn } from './number-column';
import { statusColumn } from './order-status';
import { parseClock } from './parse-clock';
import type { RawTable } from './raw-table';
import { repeatedRows } from './repeated-rows';

/**
 * What the different cells of each column mean under each reading, made when asked for and kept: a change of one column's meaning
 * does not read the others again.
 */
export class Readings {
  readonly table: RawTable;
  readonly today: Day;
  readonly #kept = new Map<string, unknown>();

  constructor(table: RawTable, today: Day) {
    this.table = table;
    this.today = today;
  }

  /** Position of the column with a name in the form of `headerWords`, or -1. */
  columnNamed(words: string): number {
    return this.table.columns.findIndex((column) => headerWords(column.name) === words);
  }

  dates(column: number): DateColumn {
    return this.#once(`dates ${column}`, () => dateColumn(this.#texts(column)));
  }

  days(column: number, order: DateOrder): Int32Array {
    return this.#once(`days ${column} ${order}`, () => daysUnder(this.dates(column), order));
  }

  dateReadings(column: number): DateReading[] {
    return this.#once(`date readings ${column}`, () => dateReadings(this.dates(column), this.#texts(column), this.today));
  }

  clocks(column: number): Int32Array {
    return this.#once(`clocks ${column}`, () => {
      const texts = this.#texts(column);
      return Int32Array.from({ length: texts.size }, (_, code) => parseClock(texts.get(code)));
    });
  }

  numbers(column: number, mark: '.' | ','): NumberColumn {
    return this.#once(`numbers ${column} ${mark}`, () => numberColumn(this.#texts(column), mark));
  }

  /** Currency that each different cell names, '' for most. */
  signs(column: number): string[] {
    return this.#once(`signs ${column}`, () => {
      const texts = this.#texts(column);
      const plain = texts.every(isPlainNumber);
      return Array.from({ length: texts.size }, (_, code) => (plain ? '' : currencySign(texts.get(code))));
    });
  }

  keys(column: number, role: Role & ('order' | 'customer')): KeyColumn {
    return this.#once(`${role} ${column}`, () => (role === 'order' ? orderKeys(this.#texts(column)) : customerKeys(this.#texts(column))));
  }

  /** Which orders of a column are credit notes, by code of the key; null when none is. */
  creditNotes(column: number): Uint8Array | null {
    return this.#once(`credit notes ${column}`, () => creditNotes(this.keys(column, 'order').keys));
  }

  statuses(column: number): Uint8Array {
    return this.#once(`statuses ${column}`, () => statusColumn(this.#texts(column)));
  }

  /** Which different cells are blank. */
  blanks(column: number): Uint8Array {
    return this.#once(`blanks ${column}`, () => {
      const texts = this.#texts(column);
      return Uint8Array.from({ length: texts.size }, (_, code) => (texts.isBlank(code) ? 1 : 0));
    });
  }

  /** Which different cells match a pattern. */
  matching(column: number, pattern: RegExp): Uint8Array {
    return this.#once(`matching ${column} ${pattern.source}`, () => {
      const texts = this.#texts(column);
      return Uint8Array.from({ length: texts.size }, (_, code) => (pattern.test(texts.get(code).trim()) ? 1 : 0));
    });
  }

  /** Rows that have each different cell. */
  counts(column: number): Uint32Array {
    return this.#once(`counts ${column}`, () => {
      const counts = new Uint32Array(this.#texts(column).size);
      for (const code of this.table.columns[column]!.codes.view()) counts[code]!++;
      return counts;
    });
  }

  #once<T>(key: string, make: () => T): T {
    if (!this.#kept.has(key)) this.#kept.set(key, make());
    return this.#kept.get(key) as T;
  }

  /** Codes of a column with blanks filled from the first row of the same order that has a value. */
  filled(column: number, orderColumn: number): Codes {
    return this.#once(`filled ${column} ${orderColumn}`, () => this.#fillDown(column, orderColumn));
  }

  #fillDown(column: number, orderColumn: number): Codes {
    const codes = this.table.columns[column]!.codes.view();
    const blank = this.blanks(column);
    if (orderColumn < 0 || !blank.includes(1)) return codes;
    const orderOf = this.keys(orderColumn, 'order');
    const orders = this.table.columns[orderColumn]!.codes.view();
    const first = new Int32Array(orderOf.keys.size).fill(-1);
    for (let row = 0; row < codes.length; row++) {
      const order = orderOf.of[orders[row]!]!;
      if (order < first.length && first[order]! < 0 && !blank[codes[row]!]) first[order] = codes[row]!;
    }
    return Uint32Array.from(codes, (code, row) => {
      const order = orderOf.of[orders[row]!]!;
      return blank[code] && order < first.length && first[order]! >= 0 ? first[order]! : code;
    });
  }

  /** How many rows repeat an earlier one exactly. */
  repeated(): number {
    return this.#once('repeated', () => repeatedRows(this.table));
  }

  #texts(column: number): RawTable['columns'][number]['texts'] {
    return this.table.columns[column]!.texts;
  }
}

/** Digits, points, commas and dashes only: nothing that could name a currency. */
function isPlainNumber(units: Uint16Array, from: number, end: number): boolean {
  for (let i = from; i < end; i++) if (units[i]! > 57 || (units[i]! < 44 && units[i]! !== 32)) return false;
  return true;
}

export type Codes = Uint8Array | Uint16Array | Uint32Array;
