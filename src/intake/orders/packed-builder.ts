import type { PackedStrings } from '../../core/columns/batch';

/** Packs texts one after the other without keeping them: what was left out of a file can be most of it. */
export class PackedBuilder {
  #units = new Uint16Array(1024);
  #ends: Uint32Array<ArrayBuffer>;
  #length = 0;
  #size = 0;

  constructor(texts: number) {
    this.#ends = new Uint32Array(texts);
  }

  push(text: string): void {
    const length = this.#length + text.length;
    if (length > this.#units.length) {
      const bigger = new Uint16Array(Math.max(this.#units.length * 2, length));
      bigger.set(this.#units);
      this.#units = bigger;
    }
    for (let k = 0; k < text.length; k++) this.#units[this.#length++] = text.charCodeAt(k);
    this.#ends[this.#size++] = this.#length;
  }

  build(): PackedStrings {
    return { units: this.#units.slice(0, this.#length), ends: this.#ends.slice(0, this.#size) };
  }
}
