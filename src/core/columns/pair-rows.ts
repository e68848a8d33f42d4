/** Which of two rows comes first; 0 when they are equal. */
export type Compare = (p: number, q: number) => number;

/** Two rows that tell of the same. */
export type Pair = [older: number, newer: number];

/**
 * Pairs equal rows of two lists, the first with the first; what finds no partner stays behind. Cost: that of sorting.
 *
 * @param order  in which rows are sorted, where that has to be finer than what is taken for equal
 */
export function pairUp(
  left: readonly number[],
  right: readonly number[],
  compare: Compare,
  order = compare,
): { pairs: Pair[]; left: number[]; right: number[] } {
  const sorted = (rows: readonly number[]) => rows.slice().sort((p, q) => order(p, q) || p - q);
  const [a, b] = [sorted(left), sorted(right)];
  const made = { pairs: [] as Pair[], left: [] as number[], right: [] as number[] };
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const difference = compare(a[i]!, b[j]!);
    if (difference === 0) made.pairs.push([a[i++]!, b[j++]!]);
    else if (difference < 0) made.left.push(a[i++]!);
    else made.right.push(b[j++]!);
  }
  while (i < a.length) made.left.push(a[i++]!);
  while (j < b.length) made.right.push(b[j++]!);
  return made;
}

/** The rows from one up to, not with, another. */
export function range(from: number, to: number): number[] {
  const rows: number[] = [];
  for (let row = from; row < to; row++) rows.push(row);
  return rows;
}

/** Rows that pass a test, and those that do not. */
export function split(rows: readonly number[], test: (row: number) => boolean): [yes: number[], no: number[]] {
  const yes: number[] = [];
  const no: number[] = [];
  for (const row of rows) (test(row) ? yes : no).push(row);
  return [yes, no];
}

/** Compares rows by columns, the first that differs decides. The difference of two infinities is NaN, which is no difference. */
export function by(...columns: (Uint8Array | Uint32Array | Int32Array | Float64Array)[]): Compare {
  return (p, q) => {
    for (const column of columns) {
      const difference = column[p]! - column[q]!;
      if (difference) return difference;
    }
    return 0;
  };
}
