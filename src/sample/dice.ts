/** A source of chance that gives the same throws for the same seed, in every browser (mulberry32, T. Ettinger 2017). */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 0;
  }

  /** Even over [0, 1). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** Whole number from `low` to `high`, both possible. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** Waiting time with this mean that is seldom very short: the sum of two exponential ones (Erlang 2). */
  wait(mean: number): number {
    return (-mean / 2) * Math.log((1 - this.next()) * (1 - this.next()));
  }

  /** Index drawn in proportion to its weight; `sums` are the weights added up from the first on. */
  draw(sums: ArrayLike<number>): number {
    const aim = this.next() * sums[sums.length - 1]!;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle]! > aim) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

/** Weights added up from the first on, as `Dice.draw` wants them. */
export function runningSums(weights: readonly number[]): Float64Array {
  const sums = new Float64Array(weights.length);
  let sum = 0;
  weights.forEach((weight, i) => (sums[i] = sum += weight));
  return sums;
}
