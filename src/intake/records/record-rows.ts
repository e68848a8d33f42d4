import type { RecordColumn, RecordField } from '../../core/columns/records';
import type { Reason } from '../../terms/part';

/** The records that the rows of a file give, before they are columns of their own. */
export interface RecordRows {
  /** For each row: 0 when it gives at least one record, else the code of the reason why not, as in PART_CODES. */
  problem: Uint8Array;
  /** Row of each record, ascending. */
  rows: Uint32Array;
  /** Fields that are not simply a cell of the row: a question, a movement with its sign. */
  own: Partial<Record<RecordField, RecordColumn>>;
  /** Of rows that gave other records: what was left out of them, by reason. */
  dropped: Partial<Record<Reason, number>>;
}

/** A list of numbers that grows, for records of which nobody knows beforehand how many there will be. */
export class Growing {
  #values: Float64Array;
  length = 0;

  constructor(expected: number) {
    this.#values = new Float64Array(Math.max(16, expected));
  }

  push(value: number): void {
    if (this.length === this.#values.length) {
      const bigger = new Float64Array(this.length * 2);
      bigger.set(this.#values);
      this.#values = bigger;
    }
    this.#values[this.length++] = value;
  }

  numbers(): Float64Array {
    return this.#values.slice(0, this.length);
  }

  codes(): Uint32Array {
    return Uint32Array.from(this.numbers());
  }
}
