import type { KeepMode } from '../../terms/shop';
import { clusterBy } from './cluster';
import { PairCodes } from './pair-codes';
import { by, pairUp, range, type Compare } from './pair-rows';
import { rowsOfRecords, type RecordMarks } from './record-marks';
import type { RecordBatch, RecordColumn } from './records';
import { allFresh, type Repeats } from './without-repeats';

/** An import of records that counts, and how it was kept. */
export interface KeptRecords {
  marks: RecordMarks;
  mode: KeepMode;
}

/** What the rows of an import of records are beside those before it. */
export interface RecordRepeats extends Repeats {
  /** By row: 1 for one that does not count. */
  out: Uint8Array;
}

/**
 * Finds the rows of records that would count twice. The imports are of one shop, in the order kept; each is compared with those of its
 * kind.
 *
 * Rows that say the same are there as often as the file that has them most often says: twins survive, and it does not matter which file
 * came first. What is left of rows with a key is another version of the row with that key: the older one stands, unless the newer import
 * updates. All follows from the imports that are kept, so one that is taken back leaves no trace.
 *
 * Cost: linear, and sorting among equal rows; nothing for a kind of which there is one import.
 */
export function repeatedRecords(kept: readonly KeptRecords[]): RecordRepeats[] {
  const all = kept.map(({ marks }): RecordRepeats => ({ ...allFresh(marks.rows), out: new Uint8Array(marks.rows) }));
  for (const kind of new Set(kept.map(({ marks }) => marks.kind))) {
    const those = range(0, kept.length).filter((k) => kept[k]!.marks.kind === kind);
    if (those.length > 1) new RecordMatcher(those.map((k) => kept[k]!)).compare(those.map((k) => all[k]!));
  }
  return all;
}

/** The records of the rows that count. */
export function countedRecords(batch: RecordBatch, { out }: Pick<RecordRepeats, 'out'>): RecordBatch {
  if (!out.includes(1)) return batch;
  const rowOf = rowsOfRecords(batch.line, batch.rows);
  const records = Uint32Array.from(range(0, batch.rows).filter((i) => out[rowOf[i]!] === 0));
  const fields = Object.entries(batch.fields).map(([name, column]) => [name, pickRecords(column, records)]);
  return { ...batch, rows: records.length, line: records.map((i) => batch.line[i]!), fields: Object.fromEntries(fields) };
}

function pickRecords(column: RecordColumn, records: Uint32Array): RecordColumn {
  const days = (values: Int32Array): Int32Array => Int32Array.from(records, (i) => values[i]!);
  if (column.type === 'text') return { ...column, codes: records.map((i) => column.codes[i]!) };
  if (column.type === 'number') return { ...column, values: Float64Array.from(records, (i) => column.values[i]!) };
  if (column.type === 'flag') {
    return {
      type: 'flag',
      values: Uint8Array.from(records, (i) => column.values[i]!),
      ...(column.days ? { days: days(column.days) } : {}),
    };
  }
  return { type: 'day', values: days(column.values), ...(column.seconds ? { seconds: days(column.seconds) } : {}) };
}

const sameKey: Compare = () => 0;

/** The rows of all imports of one kind, end to end. */
class RecordMatcher {
  readonly #kept: readonly KeptRecords[];
  readonly #rows: number;
  /** Import of a row, and number in it. */
  readonly #batch: Uint32Array;
  readonly #row: Uint32Array;
  /** Code of what a row says. */
  readonly #content: Uint32Array;
  /** Rows that can be the same: of one key, or without a key and saying the same. */
  readonly #unit: Uint32Array;
  readonly #units: number;
  readonly #keyed: Uint8Array;

  constructor(kept: readonly KeptRecords[]) {
    this.#kept = kept;
    this.#rows = kept.reduce((sum, { marks }) => sum + marks.rows, 0);
    this.#batch = new Uint32Array(this.#rows);
    this.#row = new Uint32Array(this.#rows);
    this.#content = new Uint32Array(this.#rows);
    this.#unit = new Uint32Array(this.#rows);
    this.#keyed = new Uint8Array(this.#rows);
    this.#units = this.#number();
  }

  #number(): number {
    const contents = new PairCodes();
    const keys = new PairCodes();
    let at = 0;
    this.#kept.forEach(({ marks: { rows, content, key } }, b) => {
      for (let row = 0; row < rows; row++, at++) {
        this.#batch[at] = b;
        this.#row[at] = row;
        this.#content[at] = contents.add(content[2 * row]!, content[2 * row + 1]!);
        this.#keyed[at] = key && (key[2 * row] !== 0 || key[2 * row + 1] !== 0) ? 1 : 0;
        this.#unit[at] = this.#keyed[at] ? keys.add(key![2 * row]!, key![2 * row + 1]!) : this.#content[at]!;
      }
    });
    // Units of keys come first, then those of contents.
    for (let i = 0; i < this.#rows; i++) if (!this.#keyed[i]) this.#unit[i] = this.#unit[i]! + keys.size;
    return keys.size + contents.size;
  }

  compare(repeats: readonly RecordRepeats[]): void {
    const { start, rows } = clusterBy(this.#unit, this.#units, this.#rows);
    for (let u = 0; u < this.#units; u++) {
      let book: number[] = [];
      for (let from = start[u]!; from < start[u + 1]!;) {
        const batch = this.#batch[rows[from]!]!;
        let to = from + 1;
        while (to < start[u + 1]! && this.#batch[rows[to]!] === batch) to++;
        book = this.#add(book, Array.from(rows.subarray(from, to)), repeats);
        from = to;
      }
    }
  }

  /** The rows that stand after those of one more import have met those that stood before. */
  #add(book: number[], rows: number[], repeats: readonly RecordRepeats[]): number[] {
    if (book.length === 0) return rows;
    const b = this.#batch[rows[0]!]!;
    const update = this.#kept[b]!.mode === 'update';
    const equal = pairUp(book, rows, by(this.#content));
    const other = this.#keyed[rows[0]!] ? pairUp(equal.left, equal.right, sameKey) : { pairs: [], right: equal.right };
    for (const [, row] of equal.pairs) this.#leave(repeats[b]!, row, 'unchanged');
    const newer = new Map(other.pairs);
    for (const [older, row] of newer) {
      this.#leave(repeats[b]!, update ? -1 : row, 'changed');
      if (update) this.#supersede(repeats, older);
    }
    return [...(update ? book.map((row) => newer.get(row) ?? row) : book), ...other.right];
  }

  /** @param row  the row that does not count; -1 when it does */
  #leave(of: RecordRepeats, row: number, relation: 'unchanged' | 'changed'): void {
    of.fresh--;
    of[relation]++;
    if (row < 0) return;
    of.counted--;
    of.out[this.#row[row]!] = 1;
  }

  #supersede(repeats: readonly RecordRepeats[], row: number): void {
    const of = repeats[this.#batch[row]!]!;
    of.superseded++;
    of.counted--;
    of.out[this.#row[row]!] = 1;
  }
}
