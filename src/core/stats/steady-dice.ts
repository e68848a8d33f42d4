/**
 * A generator of evenly spread numbers in [0, 1), the same for the same seed: a 32-bit xorshift.
 *
 * Good enough to draw customers for an interval; not for secrets.
 * @param seed    a whole number other than 0
 * @source        G. Marsaglia, Xorshift RNGs, Journal of Statistical Software 8 (14), 2003, shifts 13, 17, 5
 */
export function steadyDice(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4294967296;
  };
}
