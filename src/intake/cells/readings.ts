import { NONE, type Units } from '../../core/columns/batch';
import type { Day } from '../../terms/day';
import type { DateOrder, ImportPlan } from '../../terms/plan';
import type { DateReading } from '../../terms/preview';
import type { Role } from '../../terms/role';
import { emailColumn, phoneColumn, withoutNobody, type ContactColumn } from './contact-column';
import { creditNotes } from './credit-notes';
import { currencySign } from './currency-signs';
import { dateColumn, daysUnder, type DateColumn } from '../dates/date-column';
import { dateReadings } from '../dates/date-readings';
import { headerWords } from './header-words';
import { customerKeys, orderKeys, type KeyColumn } from './key-column';
import { numberColumn, type NumberColumn } from './number-column';
import { statusColumn } from './order-status';
import { parseClock } from '../dates/parse-clock';
import type { RawColumn, RawTable } from '../table/raw-table';
import { repeatedRows } from '../table/repeated-rows';
import { brokenIds, type BrokenIds } from './broken-ids';
import { nobodysKeys, noNumbers, sharedKeys, type Beside, type SharedKeys } from './shared-keys';
import { saidOf, standInsOf, type StandIn } from './stand-ins';

/**
 * What the different cells of each column mean under each reading, made when asked for and kept: a change of one column's meaning
 * does not read the others again. Which texts count as empty depends on a plan: see `under`.
 */
export class Readings {
  readonly table: RawTable;
  readonly today: Day;
  readonly #plan: Senses | null;
  readonly #kept: Map<string, unknown>;
  /** By column: codes of the texts that count as empty, as part of a key. */
  readonly #senses: string[] = [];

  constructor(table: RawTable, today: Day, plan: Senses | null = null, kept: Map<string, unknown> = new Map()) {
    this.table = table;
    this.today = today;
    this.#plan = plan;
    this.#kept = kept;
  }

  /** The same readings with the texts of each column that stand for nothing under a plan counted as empty; what is known is shared. */
  under(plan: Senses): Readings {
    return new Readings(this.table, this.today, plan, this.#kept);
  }

  /** The same rows with columns of other files behind their own; what is known of their own columns stays known. */
  beside(brought: readonly RawColumn[]): Readings {
    return new Readings(this.table.beside(brought), this.today, null, new Map(this.#kept));
  }

  /** Texts of a column that could stand for an empty cell under its role, and whether they do. Without a plan there are none. */
  standIns(column: number): (StandIn & { empty: boolean })[] {
    const plan = this.#plan;
    const role = plan?.roles[column];
    if (!plan || role === undefined) return [];
    const texts = this.#texts(column);
    const found = this.#once(`stand-ins ${column} ${role}`, () => standInsOf(texts, role, (code) => this.counts(column)[code]!));
    return (role === 'customer' ? [...found, ...this.#nobodysKeys(column)] : found).map((one) => ({
      ...one,
      empty: saidOf(plan, column, texts.get(one.code)) ?? one.guess,
    }));
  }

  /** What stands beside the different cells of a column of customer keys: e-mails and phone numbers, and names where they are asked for. */
  sharedKeys(column: number): SharedKeys {
    const roles = this.#plan?.roles ?? [];
    const asked = noNumbers(this.#texts(column)).length > 0;
    const at = (those: readonly Role[]) => roles.flatMap((role, i) => (those.includes(role) && i !== column ? [i] : []));
    const [contacts, names] = [at(['email', 'phone']), asked ? at(['customer-name']) : []];
    const key = [...contacts, ...names].map((i) => `${i} ${roles[i]} ${this.#sense(i)}`).join();
    return this.#once(`shared keys ${column} ${key}`, () => {
      const beside = (i: number): Beside => (roles[i] === 'email' ? this.#emailsOf(i) : this.#textsOf(i));
      const { codes, texts } = this.table.columns[column]!;
      return sharedKeys(codes.view(), texts.size, contacts.map(beside), names.map(beside));
    });
  }

  #nobodysKeys(column: number): StandIn[] {
    const shared = this.sharedKeys(column);
    return nobodysKeys(this.#texts(column), shared, this.counts(column));
  }

  #emailsOf(column: number): Beside {
    const { of } = this.emails(column);
    const codes = this.table.columns[column]!.codes.view();
    return (row) => of[codes[row]!]!;
  }

  #textsOf(column: number): Beside {
    const blank = this.blanks(column);
    const codes = this.table.columns[column]!.codes.view();
    return (row) => (blank[codes[row]!] ? NONE : codes[row]!);
  }

  /** What tells the readings of a column under this plan from those under another. */
  #sense(column: number): string {
    return (this.#senses[column] ??= this.standIns(column)
      .filter(({ empty }) => empty)
      .map(({ code }) => code)
      .join());
  }

  /** Position of the column with a name in the form of `headerWords`, or -1. */
  columnNamed(words: string): number {
    return this.table.columns.findIndex((column) => headerWords(column.name) === words);
  }

  dates(column: number): DateColumn {
    return this.#once(`dates ${column} ${this.#sense(column)}`, () =>
      dateColumn(this.#texts(column), this.table.columns[column]!.name, this.blanks(column)),
    );
  }

  days(column: number, order: DateOrder): Int32Array {
    return this.#once(`days ${column} ${order} ${this.#sense(column)}`, () => daysUnder(this.dates(column), order));
  }

  dateReadings(column: number): DateReading[] {
    return this.#once(`date readings ${column} ${this.#sense(column)}`, () =>
      dateReadings(this.dates(column), this.#texts(column), this.today),
    );
  }

  clocks(column: number): Int32Array {
    return this.#once(`clocks ${column}`, () => {
      const texts = this.#texts(column);
      return Int32Array.from({ length: texts.size }, (_, code) => parseClock(texts.get(code)));
    });
  }

  numbers(column: number, mark: '.' | ','): NumberColumn {
    return this.#once(`numbers ${column} ${mark} ${this.#sense(column)}`, () =>
      numberColumn(this.#texts(column), mark, this.blanks(column)),
    );
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
    return this.#once(`${role} ${column} ${this.#sense(column)}`, () =>
      role === 'order'
        ? orderKeys(this.#texts(column), this.blanks(column))
        : withoutNobody(customerKeys(this.#texts(column), this.blanks(column))),
    );
  }

  emails(column: number): ContactColumn {
    return this.#once(`emails ${column} ${this.#sense(column)}`, () => emailColumn(this.#texts(column), this.blanks(column)));
  }

  /** @param country  where numbers without a prefix belong, or null */
  phones(column: number, country: string | null): ContactColumn {
    return this.#once(`phones ${column} ${country} ${this.#sense(column)}`, () =>
      phoneColumn(this.#texts(column), country, this.blanks(column)),
    );
  }

  /** Which orders of a column are credit notes, by code of the key; null when none is. */
  creditNotes(column: number): Uint8Array | null {
    return this.#once(`credit notes ${column} ${this.#sense(column)}`, () => creditNotes(this.keys(column, 'order').keys));
  }

  statuses(column: number): Uint8Array {
    return this.#once(`statuses ${column} ${this.#sense(column)}`, () => statusColumn(this.#texts(column), this.blanks(column)));
  }

  /** Ids of a column that a spreadsheet rounded; null when it has none. */
  brokenIds(column: number): BrokenIds | null {
    return this.#once(`broken ids ${column}`, () => brokenIds(this.#texts(column)));
  }

  /** Which different cells are blank, or stand for an empty one. */
  blanks(column: number): Uint8Array {
    return this.#once(`blanks ${column} ${this.#sense(column)}`, () => {
      const texts = this.#texts(column);
      const blanks = Uint8Array.from({ length: texts.size }, (_, code) => (texts.isBlank(code) ? 1 : 0));
      for (const { code, empty } of this.standIns(column)) if (empty) blanks[code] = 1;
      return blanks;
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
    return this.#once(`filled ${column} ${orderColumn} ${this.#sense(column)} ${orderColumn < 0 ? '' : this.#sense(orderColumn)}`, () =>
      this.#fillDown(column, orderColumn),
    );
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
function isPlainNumber(units: Units, from: number, end: number): boolean {
  for (let i = from; i < end; i++) if (units[i]! > 57 || (units[i]! < 44 && units[i]! !== 32)) return false;
  return true;
}

/** The parts of a plan that say which texts count as empty. */
export type Senses = Pick<ImportPlan, 'roles' | 'standIns'>;

export type Codes = Uint8Array | Uint16Array | Uint32Array;
