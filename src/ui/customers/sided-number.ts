/** How numbers of a kind are printed. */
export interface Print {
  show: (value: number) => string;
  /** One of the last digit printed. */
  step: number;
  /** The number that is never quite reached, 1 for a chance. */
  all: number;
}

/** A number that rounding would call none or all stands on its side of the last digit: <0.1 %, >99.9 %. What is exactly none or all is that. */
export function sidedNumber(value: number, { show, step, all }: Print): string {
  if (value > 0 && value < step / 2) return `<${show(step)}`;
  return value < all && value >= all - step / 2 ? `>${show(all - step)}` : show(value);
}

/**
 * A range whose ends rounding would call none or all: ≤0.05 and ≥98.1 % where one end is, <0.01 and >99.9 % where both are on one side.
 * @param plain  the range in the usual way
 */
export function sidedRange(low: number, high: number, print: Print, plain: () => string): string {
  const { show, step, all } = print;
  const isNone = (value: number) => value < step / 2;
  const isAll = (value: number) => value >= all - step / 2;
  if (low === high || isAll(low)) return sidedNumber(low, print);
  if (isNone(high)) return sidedNumber(high, print);
  if (isNone(low) === isAll(high)) return plain();
  return isAll(high) ? `≥${show(low)}` : `≤${show(high)}`;
}
