/** A figure before and after. Shares are 0 to 1. */
export interface ChangeNumbers {
  unit: 'share' | 'amount';
  before: number;
  after: number;
}

/** How far apart two figures are, in both ways of saying it, which must never be mixed. */
export interface ChangeSheet {
  /** after − before; of shares, times 100, the percentage points. */
  difference: number;
  /** after ÷ before − 1: the per cent of change; null when there was nothing before. */
  relative: number | null;
}

/** The change of a figure, as a difference and as a proportion. */
export function changeSheet({ before, after }: ChangeNumbers): ChangeSheet {
  // 0.6 − 0.3 misses 0.3 by the last bits.
  const difference = Number((after - before).toPrecision(12));
  return { difference, relative: before === 0 ? null : Number((after / before - 1).toPrecision(12)) };
}
