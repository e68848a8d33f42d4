/** A column of codes that is filled row by row. It begins with one byte a row and widens when a code needs it: most columns have few values. */
export class CodeColumn {
  #codes: Uint8Array | Uint16Array | Uint32Array = new Uint8Array(1024);
  #limit = 0xff;
  rows = 0;

  push(code: number): void {
    if (this.rows === this.#codes.length) this.#codes = copied(this.#codes, this.#codes.length * 2);
    if (code > this.#limit) this.#widen(code);
    this.#codes[this.rows++] = code;
  }

  /** Adds the first `count` of some codes, none of which is above `highest`. */
  pushAll(codes: Uint32Array, count: number, highest: number): void {
    this.#make(count, highest);
    this.#codes.set(codes.subarray(0, count), this.rows);
    this.rows += count;
  }

  /** Adds the same code `count` times. */
  pushSame(code: number, count: number): void {
    this.#make(count, code);
    this.#codes.fill(code, this.rows, (this.rows += count));
  }

  at(row: number): number {
    return this.#codes[row]!;
  }

  /** The codes themselves, `rows` long: a view that the next push may leave behind. */
  view(): Uint8Array | Uint16Array | Uint32Array {
    return this.#codes.subarray(0, this.rows);
  }

  /** Makes room for so many codes up to the highest. */
  #make(count: number, highest: number): void {
    const needed = this.rows + count;
    if (needed > this.#codes.length) this.#codes = copied(this.#codes, Math.max(needed, this.#codes.length * 2));
    if (highest > this.#limit) this.#widen(highest);
  }

  #widen(code: number): void {
    const wider = code > 0xffff ? new Uint32Array(this.#codes.length) : new Uint16Array(this.#codes.length);
    wider.set(this.#codes);
    this.#codes = wider;
    this.#limit = code > 0xffff ? 0xffffffff : 0xffff;
  }
}

function copied<T extends Uint8Array | Uint16Array | Uint32Array>(array: T, length: number): T {
  const bigger = new (array.constructor as new (length: number) => T)(length);
  bigger.set(array);
  return bigger;
}
