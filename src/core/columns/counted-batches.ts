import { claimRefunds } from './claim-refunds';
import { withoutRepeats, type KeptBatch, type Repeats, type WithoutRepeats } from './without-repeats';

/** An import that counts, with what decides which of its rows do. */
export interface CountingBatch extends KeptBatch {
  /** Whether its rows without a customer are those of guests. */
  guests: boolean;
}

export interface CountedRepeats extends Repeats {
  /** Refunds without a customer whose order no import has yet; they are in no figure. */
  waiting: number;
}

/** The rows that make the book of a shop: nothing twice, and each refund with the one who gets it. */
export function countedBatches(counting: readonly CountingBatch[]): WithoutRepeats & { repeats: CountedRepeats[] } {
  const { batches, repeats, orders } = withoutRepeats(counting);
  const claimed = claimRefunds(
    batches,
    counting.map(({ guests }) => guests),
  );
  return {
    batches: claimed.batches,
    repeats: repeats.map((one, b) => ({ ...one, counted: one.counted - claimed.waiting[b]!, waiting: claimed.waiting[b]! })),
    ...(orders ? { orders } : {}),
  };
}
