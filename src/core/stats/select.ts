/**
 * Brings the k-th smallest (0 first) of the first `length` values to index k, smaller ones before it and larger ones after it, and hands it back.
 *
 * Changes `values`. Expected linear time, where sorting a million order values would cost ten times as much.
 * @source C. A. R. Hoare, Algorithm 65: Find, Communications of the ACM 4 (7), 1961, 321–322; pivot is the median of three
 */
export function select(values: Float64Array, k: number, length = values.length): number {
  let left = 0;
  let right = length - 1;
  while (left < right) {
    const pivot = medianOfThree(values[left]!, values[(left + right) >>> 1]!, values[right]!);
    let i = left;
    let j = right;
    while (i <= j) {
      while (values[i]! < pivot) i++;
      while (values[j]! > pivot) j--;
      if (i <= j) {
        const held = values[i]!;
        values[i++] = values[j]!;
        values[j--] = held;
      }
    }
    if (k <= j) right = j;
    else if (k >= i) left = i;
    else break;
  }
  return values[k]!;
}

function medianOfThree(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
