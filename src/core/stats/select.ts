/** Up to here, plain insertion is the fastest: most customers have a few orders only. */
const FEW = 24;

/**
 * Brings the k-th smallest (0 first) of the first `length` values to index k, smaller ones before it and larger ones after it, and hands it
 * back.
 *
 * Changes `values`. Expected linear time, where sorting a million order values would cost ten times as much.
 * @source R. W. Floyd, R. L. Rivest, Algorithm 489: The Algorithm SELECT, Communications of the ACM 18 (3), 1975, 173
 */
export function select(values: Float64Array, k: number, length = values.length): number {
  if (length <= FEW) sortFew(values, length);
  else narrow(values, k, 0, length - 1);
  return values[k]!;
}

/** Selects within [left, right]. Long stretches are first narrowed by a sample, so that the pivot lies close to the answer. */
function narrow(values: Float64Array, k: number, left: number, right: number): void {
  while (left < right) {
    if (right - left > 600) {
      const n = right - left + 1;
      const rank = k - left + 1;
      const z = Math.log(n);
      const s = 0.5 * Math.exp((2 * z) / 3);
      const sd = 0.5 * Math.sqrt((z * s * (n - s)) / n) * Math.sign(rank - n / 2);
      narrow(values, k, Math.max(left, Math.floor(k - (rank * s) / n + sd)), Math.min(right, Math.floor(k + ((n - rank) * s) / n + sd)));
    }
    const pivot = values[k]!;
    let i = left;
    let j = right;
    while (i <= j) {
      while (values[i]! < pivot) i++;
      while (values[j]! > pivot) j--;
      if (i > j) break;
      const held = values[i]!;
      values[i++] = values[j]!;
      values[j--] = held;
    }
    if (k <= j) right = j;
    else if (k >= i) left = i;
    else return;
  }
}

function sortFew(values: Float64Array, length: number): void {
  for (let i = 1; i < length; i++) {
    const value = values[i]!;
    let at = i;
    for (; at > 0 && values[at - 1]! > value; at--) values[at] = values[at - 1]!;
    values[at] = value;
  }
}
