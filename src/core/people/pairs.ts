/** Different pairs of two whole numbers, in the order in which they came. An open-addressing table: a `Set` ends at 16.7 million. */
export class Pairs {
  #slots = new Int32Array(1024);
  #a = new Uint32Array(512);
  #b = new Uint32Array(512);
  size = 0;

  /** Adds a pair; false when it was there. */
  add(a: number, b: number): boolean {
    const mask = this.#slots.length - 1;
    let slot = hashOf(a, b) & mask;
    for (let at = this.#slots[slot]!; at !== 0; at = this.#slots[slot]!) {
      if (this.#a[at - 1] === a && this.#b[at - 1] === b) return false;
      slot = (slot + 1) & mask;
    }
    this.#a[this.size] = a;
    this.#b[this.size] = b;
    this.#slots[slot] = ++this.size;
    if (this.size * 2 >= this.#slots.length) this.#grow();
    return true;
  }

  first(i: number): number {
    return this.#a[i]!;
  }

  second(i: number): number {
    return this.#b[i]!;
  }

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let i = 0; i < this.size; i++) {
      let slot = hashOf(this.#a[i]!, this.#b[i]!) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = i + 1;
    }
    this.#slots = slots;
    this.#a = doubled(this.#a);
    this.#b = doubled(this.#b);
  }
}

function hashOf(a: number, b: number): number {
  let h = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
  h ^= h >>> 15;
  h = Math.imul(h, 0x2c1b3c6d);
  return h ^ (h >>> 13);
}

function doubled(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const bigger = new Uint32Array(array.length * 2);
  bigger.set(array);
  return bigger;
}
