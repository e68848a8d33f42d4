import type { PackedStrings } from './batch';
import { textOf } from './text-of';

/**
 * Texts and their codes: 0 for the first text seen, 1 for the next different one, and so on.
 *
 * An open-addressing hash table over UTF-16 units instead of a `Map`: a Map of ids costs about 110 bytes each and ends at 16.7 million;
 * this costs the letters and some 10 bytes, and can be stored as it is.
 */
export class Dictionary {
  #units: Uint16Array;
  #ends: Uint32Array;
  #hashes: Int32Array;
  #size = 0;
  #length = 0;
  /** Code + 1 by slot, 0 free; always a power of two, at most half full. */
  #slots: Int32Array;
  #last = '';
  #lastCode = -1;

  constructor(expected = 64) {
    let slots = 64;
    while (slots < expected * 2) slots *= 2;
    this.#slots = new Int32Array(slots);
    this.#ends = new Uint32Array(slots / 2);
    this.#hashes = new Int32Array(slots / 2);
    this.#units = new Uint16Array(slots * 4);
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

  /** Code of a text, or -1 when it was never added. */
  indexOf(text: string): number {
    const found = this.#find(text, hashOf(text));
    return found >= 0 ? found : -1;
  }

  /** Text of a code. */
  get(code: number): string {
    return textOf(this.#units, code === 0 ? 0 : this.#ends[code - 1]!, this.#ends[code]!);
  }

  /** Whether a test on the letters holds for every text; spares making the texts. The letters are `units` from `from` up to `end`. */
  every(test: (units: Uint16Array, from: number, end: number) => boolean): boolean {
    for (let code = 0; code < this.#size; code++)
      if (!test(this.#units, code === 0 ? 0 : this.#ends[code - 1]!, this.#ends[code]!)) return false;
    return true;
  }

  /** Whether the text of a code is nothing but blanks; spares making the text for nearly all of them. */
  isBlank(code: number): boolean {
    const first = this.#units[code === 0 ? 0 : this.#ends[code - 1]!]!;
    return this.#ends[code] === (code === 0 ? 0 : this.#ends[code - 1]!) || ((first <= 32 || first > 126) && this.get(code).trim() === '');
  }

  /** The texts as a packed list of their own, safe to move to another thread. */
  pack(): PackedStrings {
    return { units: this.#units.slice(0, this.#length), ends: this.#ends.slice(0, this.#size) };
  }

  /** Code when found, else -(slot + 1) of the free slot. */
  #find(text: string, hash: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const code = this.#slots[slot]! - 1;
      if (code < 0) return -(slot + 1);
      if (this.#hashes[code] === hash && this.#equals(code, text)) return code;
    }
  }

  #equals(code: number, text: string): boolean {
    const from = code === 0 ? 0 : this.#ends[code - 1]!;
    if (this.#ends[code]! - from !== text.length) return false;
    for (let k = 0; k < text.length; k++) if (this.#units[from + k] !== text.charCodeAt(k)) return false;
    return true;
  }

  #insert(text: string, hash: number, slot: number): number {
    const code = this.#size++;
    if (this.#length + text.length > this.#units.length)
      this.#units = grown(this.#units, Math.max(this.#units.length * 2, this.#length + text.length));
    for (let k = 0; k < text.length; k++) this.#units[this.#length++] = text.charCodeAt(k);
    this.#ends[code] = this.#length;
    this.#hashes[code] = hash;
    this.#slots[slot] = code + 1;
    if (this.#size * 2 >= this.#slots.length) this.#grow();
    return code;
  }

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let code = 0; code < this.#size; code++) {
      let slot = this.#hashes[code]! & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = code + 1;
    }
    this.#slots = slots;
    this.#ends = grown(this.#ends, slots.length / 2);
    this.#hashes = grown(this.#hashes, slots.length / 2);
  }
}

/** FNV-1a over UTF-16 units with a final mix, so that ids which differ in the last digit only do not fall into one run of slots. */
function hashOf(text: string): number {
  let h = 0x811c9dc5;
  for (let k = 0; k < text.length; k++) h = Math.imul(h ^ text.charCodeAt(k), 0x01000193);
  h ^= h >>> 15;
  h = Math.imul(h, 0x2c1b3c6d);
  return h ^ (h >>> 12);
}

function grown<T extends Uint16Array | Uint32Array | Int32Array>(array: T, length: number): T {
  const bigger = new (array.constructor as new (length: number) => T)(length);
  bigger.set(array);
  return bigger;
}
