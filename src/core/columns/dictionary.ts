import type { PackedStrings, Units } from './batch';
import { FIRST_HASH, hashOf, mixed, nextHash } from './text-hash';
import { textOf } from './text-of';

/** Entries are at most five eighths of the slots: ids that differ find their place after three or four looks, next to each other. */
const FILLED = 5 / 8;
/** From this length on arrays grow by half: doubling a list of millions of ids would leave a third of the memory empty. */
const LARGE = 1 << 22;

/** Fields of bytes in the order of rows; `hash` is what `text-hash` makes of the bytes from `from` up to, not with, `end`. */
export interface ByteFields {
  bytes: Uint8Array;
  /** Below 0 for a field that is no plain ASCII: then it is `~from`. */
  from: Int32Array;
  end: Int32Array;
  hash: Int32Array;
}

/**
 * Texts and their codes: 0 for the first text seen, 1 for the next different one, and so on.
 *
 * An open-addressing hash table instead of a `Map`: a Map of ids costs about 110 bytes each and ends at 16.7 million; this costs the
 * letters (one byte each while all are Latin-1, then two) and 8 to 11 bytes, and can be stored as it is.
 */
export class Dictionary {
  #units: Units;
  /** Where the text of each code begins, and one more: where the next will. */
  #starts: Uint32Array;
  #size = 0;
  /**
   * By slot: code + 1 in the low bits, as many as a slot number has; in the others those of the hash. 0 is free. Together with the place
   * nearly the whole hash is compared before a letter is.
   */
  #slots: Int32Array;
  #last = '';
  #lastCode = -1;

  constructor(expected = 64) {
    let slots = 128;
    while (slots * FILLED < expected) slots *= 2;
    this.#slots = new Int32Array(slots);
    this.#starts = new Uint32Array(slots / 2);
    this.#units = new Uint8Array(slots * 4);
  }

  get size(): number {
    return this.#size;
  }

  /** Code of a text, which is added when it is new. */
  add(text: string): number {
    // Files come sorted by order and time, so the text is often the one of the row before.
    if (this.#lastCode >= 0 && text === this.#last) return this.#lastCode;
    const hash = hashOf(text);
    const found = this.#find(text, hash);
    const code = found >= 0 ? found : this.#insert(text, hash, -found - 1);
    this.#last = text;
    this.#lastCode = code;
    return code;
  }

  /**
   * Codes of `rows` fields, from field `first` on every `step`-th, into `codes`: the codes that `add` gives to the texts, without making
   * the texts. Fields that are no plain ASCII are left to `other`, which gets their number and calls `add`.
   */
  addFields(fields: ByteFields, first: number, step: number, rows: number, codes: Uint32Array, other: (field: number) => number): void {
    const { bytes, from, end, hash } = fields;
    let code = -1;
    for (let row = 0, field = first; row < rows; row++, field += step) {
      const begin = from[field]!;
      if (begin < 0) codes[row] = other(field);
      else {
        // Files come sorted by order and time, so the text is often the one of the row before.
        if (code < 0 || !this.#isBytes(code, bytes, begin, end[field]!)) code = this.addBytes(bytes, begin, end[field]!, hash[field]!);
        codes[row] = code;
      }
    }
  }

  /** Code of the text whose letters are the bytes from `from` up to `end` (Latin-1), with the hash of these bytes. */
  addBytes(bytes: Uint8Array, from: number, end: number, hash: number): number {
    const mask = this.#slots.length - 1;
    const slots = this.#slots;
    let slot = hash & mask;
    for (; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const entry = slots[slot]!;
      if (((entry ^ hash) & ~mask) === 0 && this.#isBytes((entry & mask) - 1, bytes, from, end)) return (entry & mask) - 1;
    }
    const begin = this.#room(end - from);
    const units = this.#units;
    for (let k = from, at = begin; k < end; k++) units[at++] = bytes[k]!;
    return this.#enter(begin + end - from, hash, slot);
  }

  /** Code of a text, or -1 when it was never added. */
  indexOf(text: string): number {
    const found = this.#find(text, hashOf(text));
    return found >= 0 ? found : -1;
  }

  /** Text of a code. */
  get(code: number): string {
    return textOf(this.#units, this.#starts[code]!, this.#starts[code + 1]!);
  }

  /** Whether a test on the letters holds for every text; spares making the texts. The letters are `units` from `from` up to `end`. */
  every(test: (units: Units, from: number, end: number) => boolean): boolean {
    for (let code = 0; code < this.#size; code++) if (!test(this.#units, this.#starts[code]!, this.#starts[code + 1]!)) return false;
    return true;
  }

  /** Whether the text of a code is nothing but blanks; spares making the text for nearly all of them. */
  isBlank(code: number): boolean {
    const from = this.#starts[code]!;
    if (from === this.#starts[code + 1]) return true;
    const first = this.#units[from]!;
    return (first <= 32 || first > 126) && this.get(code).trim() === '';
  }

  /** The texts as a packed list of their own, safe to move to another thread. */
  pack(): PackedStrings {
    return { units: this.#units.slice(0, this.#starts[this.#size]!), ends: this.#starts.slice(1, this.#size + 1) };
  }

  /** Code when found, else -(slot + 1) of the free slot. */
  #find(text: string, hash: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const entry = this.#slots[slot]!;
      if (entry === 0) return -(slot + 1);
      if (((entry ^ hash) & ~mask) === 0 && this.#equals((entry & mask) - 1, text)) return (entry & mask) - 1;
    }
  }

  #equals(code: number, text: string): boolean {
    const from = this.#starts[code]!;
    if (this.#starts[code + 1]! - from !== text.length) return false;
    for (let k = 0; k < text.length; k++) if (this.#units[from + k] !== text.charCodeAt(k)) return false;
    return true;
  }

  #isBytes(code: number, bytes: Uint8Array, from: number, end: number): boolean {
    const begin = this.#starts[code]!;
    if (this.#starts[code + 1]! - begin !== end - from) return false;
    const units = this.#units;
    for (let k = from, at = begin; k < end; k++, at++) if (units[at] !== bytes[k]) return false;
    return true;
  }

  #insert(text: string, hash: number, slot: number): number {
    const begin = this.#room(text.length);
    for (let k = 0; k < text.length; k++) {
      const unit = text.charCodeAt(k);
      if (unit > 0xff && this.#units instanceof Uint8Array) this.#units = new Uint16Array(this.#units);
      this.#units[begin + k] = unit;
    }
    return this.#enter(begin + text.length, hash, slot);
  }

  /** Makes room for another text; where its letters begin. */
  #room(length: number): number {
    const begin = this.#starts[this.#size]!;
    if (begin + length > this.#units.length) this.#units = grown(this.#units, begin + length);
    if (this.#size + 2 > this.#starts.length) this.#starts = grown(this.#starts, this.#size + 2);
    return begin;
  }

  /** Enters the text whose letters have just been written and end at `end`. */
  #enter(end: number, hash: number, slot: number): number {
    const code = this.#size++;
    this.#starts[code + 1] = end;
    const mask = this.#slots.length - 1;
    this.#slots[slot] = (hash & ~mask) | (code + 1);
    if (this.#size >= this.#slots.length * FILLED) this.#spread();
    return code;
  }

  /** Twice as many slots. Hashes are made anew from the letters, one after the other, which is cheaper than keeping them. */
  #spread(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    this.#slots = slots;
    const mask = slots.length - 1;
    for (let code = 0; code < this.#size; code++) {
      const hash = hashOfUnits(this.#units, this.#starts[code]!, this.#starts[code + 1]!);
      let slot = hash & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = (hash & ~mask) | (code + 1);
    }
  }
}

function hashOfUnits(units: Units, from: number, end: number): number {
  let h = FIRST_HASH;
  for (let k = from; k < end; k++) h = nextHash(h, units[k]!);
  return mixed(h);
}

function grown<T extends Uint8Array | Uint16Array | Uint32Array>(array: T, needed: number): T {
  const more = array.length < LARGE ? array.length * 2 : Math.ceil(array.length * 1.5);
  const bigger = new (array.constructor as new (length: number) => T)(Math.max(needed, more));
  bigger.set(array);
  return bigger;
}
