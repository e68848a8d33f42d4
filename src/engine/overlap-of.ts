import type { ImportCard, Overlap } from '../terms/shop';
import { repeatedRecords, type KeptRecords } from '../core/columns/repeated-records';
import { withoutRepeats, type KeptBatch, type Repeats } from '../core/columns/without-repeats';

/** A staged orders file as it would be kept. */
export interface StagedBatch extends KeptBatch {
  file: number;
}

/** A staged file of another kind as it would be kept. */
export interface StagedRecords extends KeptRecords {
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
  return staged.map(({ file }, i) => overlap(file, repeats[kept.length + i]!, counting));
}

/** As `overlapOf`, of files of records: each is compared with those of its kind. */
export function overlapOfRecords(
  counting: readonly Pick<ImportCard, 'id' | 'kind'>[],
  kept: readonly KeptRecords[],
  staged: readonly StagedRecords[],
): Overlap[] {
  const repeats = repeatedRecords([...kept, ...staged]);
  return staged.map(({ file, marks }, i) =>
    overlap(
      file,
      repeats[kept.length + i]!,
      counting.filter(({ kind }) => kind === marks.kind),
    ),
  );
}

function overlap(
  file: number,
  { fresh, unchanged, changed, cancelled, orders }: Repeats,
  counting: readonly Pick<ImportCard, 'id'>[],
): Overlap {
  return { file, fresh, unchanged, changed, cancelled, orders, replaced: counting.map(({ id }) => id) };
}
