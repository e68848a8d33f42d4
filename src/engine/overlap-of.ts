import type { ImportCard, Overlap } from '../terms/shop';
import { recordMarks } from '../core/columns/record-marks';
import { repeatedRecords, type KeptRecords } from '../core/columns/repeated-records';
import { withoutRepeats, type KeptBatch, type Repeats } from '../core/columns/without-repeats';
import type { Store } from '../storage/store';
import { countingImports, keptBatch } from './counting-imports';
import type { Session } from './session';

/** A staged orders file as it would be kept. */
export interface StagedBatch extends KeptBatch {
  file: number;
}

/** A staged file of another kind as it would be kept. */
export interface StagedRecords extends KeptRecords {
  file: number;
}

/** Staged files as they would be kept. */
export interface StagedFiles {
  orders: readonly StagedBatch[];
  records: readonly StagedRecords[];
}

/**
 * What a shop has already of staged files, those of orders and those of records, by file.
 * @param open  the shop's columns where they are in memory; else they are read
 */
export async function overlapWith(store: Store, open: Session | null, shop: number, { orders, records }: StagedFiles): Promise<Overlap[]> {
  const counting = countingImports(await store.imports(shop));
  const kept: KeptBatch[] = [];
  const keptRecords: KeptRecords[] = [];
  for (const card of counting) {
    if (card.kind === 'orders') {
      if (orders.length > 0) kept.push(keptBatch(card, open?.batches.get(card.id) ?? (await store.readBatch(card.id))));
    } else if (records.some(({ marks }) => marks.kind === card.kind)) {
      const marks = open?.marks.get(card.id) ?? recordMarks(await store.readRecords(card.id));
      keptRecords.push({ marks, mode: card.mode });
    }
  }
  const ofOrders = counting.filter(({ kind }) => kind === 'orders');
  const told = [...overlapOf(ofOrders, kept, orders), ...overlapOfRecords(counting, keptRecords, records)];
  return told.sort((a, b) => a.file - b.file);
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
