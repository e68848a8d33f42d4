/**
 * Pairs of whole numbers of 32 bits and their codes: 0 for the first pair seen, 1 for the next different one. A `Map` or `Set` of them
 * ends at 16.7 million entries, which a long file of orders reaches; this costs 8 bytes a pair and 6 to 13 for its place.
 */
export class PairCodes {
  #pairs = new Int32Array(128);
  #size = 0;
  /** Code + 1 by slot, 0 free; a power of two, at most five eighths full. */
  #slots = new Int32Array(128);

  get size(): number {
    return this.#size;
  }

  /** Code of a pair, which is added when it is new. Numbers are taken modulo 2^32. */
  add(a: number, b: number): number {
    const slot = this.#slotOf(a | 0, b | 0);
    const known = this.#slots[slot]!;
    if (known > 0) return known - 1;
    const code = this.#size++;
    if (2 * code + 2 > this.#pairs.length) this.#pairs = doubled(this.#pairs);
    this.#pairs[2 * code] = a;
    this.#pairs[2 * code + 1] = b;
    this.#slots[slot] = code + 1;
    if (this.#size * 8 > this.#slots.length * 5) this.#spread();
    return code;
  }

  /** First number of the pair with a code, modulo 2^32. */
  first(code: number): number {
    return this.#pairs[2 * code]! >>> 0;
  }

  /** Second number of the pair with a code, modulo 2^32. */
  second(code: number): number {
    return this.#pairs[2 * code + 1]! >>> 0;
  }

  #slotOf(a: number, b: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = hashOf(a, b) & mask; ; slot = (slot + 1) & mask) {
      const code = this.#slots[slot]! - 1;
      if (code < 0 || (this.#pairs[2 * code] === a && this.#pairs[2 * code + 1] === b)) return slot;
    }
  }

  #spread(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
    for (let code = 0; code < this.#size; code++) this.#slots[this.#slotOf(this.#pairs[2 * code]!, this.#pairs[2 * code + 1]!)] = code + 1;
  }
}

function hashOf(a: number, b: number): number {
  let h = Math.imul(a ^ (b >>> 16), 0x9e3779b1) ^ b;
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
  return h ^ (h >>> 15);
}

function doubled(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const bigger = new Int32Array(array.length * 2);
  bigger.set(array);
  return bigger;
}
