import type { ImportCard, Overlap } from '../terms/shop';
import { withoutRepeats, type KeptBatch } from '../core/columns/without-repeats';

/** A staged orders file as it would be kept. */
export interface StagedBatch extends KeptBatch {
  file: number;
}

/**
 * What each staged file brings to the imports of a shop that count, and to the files staged before it. The numbers are those that the
 * import has once it is kept, because they are found in the same way.
 */
export function overlapOf(
  counting: readonly Pick<ImportCard, 'id'>[],
  kept: readonly KeptBatch[],
  staged: readonly StagedBatch[],
): Overlap[] {
  const { repeats } = withoutRepeats([...kept, ...staged]);
  return staged.map(({ file }, i) => {
    const { fresh, unchanged, changed, cancelled, orders } = repeats[kept.length + i]!;
    return { file, fresh, unchanged, changed, cancelled, orders, replaced: counting.map(({ id }) => id) };
  });
}
