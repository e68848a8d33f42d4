/**
 * Lines of a file on which its rows begin. Most rows stand on the line after the one before, so only the others are kept: a file of ten
 * million lines costs nothing, one in which every row runs over several lines 8 bytes a row.
 */
export class LineNumbers {
  /** Rows that do not follow on the line before, ascending, and their lines. */
  #rows = new Uint32Array(64);
  #lines = new Uint32Array(64);
  #kept = 0;
  #size = 0;
  #next = -1;

  push(line: number): void {
    if (line !== this.#next) {
      if (this.#kept === this.#rows.length) [this.#rows, this.#lines] = [doubled(this.#rows), doubled(this.#lines)];
      this.#rows[this.#kept] = this.#size;
      this.#lines[this.#kept++] = line;
    }
    this.#size++;
    this.#next = line + 1;
  }

  /** Line of a row. Cost: logarithmic in the rows that do not follow on the line before. */
  at(row: number): number {
    let [low, high] = [0, this.#kept - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#rows[middle]! <= row) low = middle;
      else high = middle - 1;
    }
    return this.#lines[low]! + row - this.#rows[low]!;
  }
}

function doubled(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const bigger = new Uint32Array(array.length * 2);
  bigger.set(array);
  return bigger;
}
