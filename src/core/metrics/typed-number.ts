/** A number that somebody typed, or null where nothing was typed or it lies outside [low, high]: blank is not 0. */
export function typedNumber(value: unknown, low = 0, high = Infinity): number | null {
  return typeof value === 'number' && Number.isFinite(value) && value >= low && value <= high ? value : null;
}
