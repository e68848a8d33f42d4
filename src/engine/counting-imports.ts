import { replacedImports, type ImportCard, type Standing } from '../terms/shop';
import type { Batch } from '../core/columns/batch';
import type { CountingBatch } from '../core/columns/counted-batches';
import type { Repeats } from '../core/columns/without-repeats';

/** The imports that count, oldest first: kept, and replaced by no other that is kept. */
export function countingImports(imports: readonly ImportCard[]): ImportCard[] {
  const replaced = replacedImports(imports);
  return imports.filter(({ id, status }) => status === 'kept' && !replaced.has(id));
}

/** What of a card says how its lines are compared. */
type CardOfBatch = Pick<ImportCard, 'mode' | 'plan'> & { carried?: boolean };

/** The order lines of an import with what decides how they are compared with those of others. */
export function keptBatch({ mode, plan, carried = false }: CardOfBatch, batch: Batch): CountingBatch {
  return {
    batch,
    mode,
    perOrder: plan.roles.includes('order-amount'),
    mended: plan.mended === true,
    carried,
    guests: plan.rules.noCustomer === 'guest',
  };
}

/**
 * What has become of the rows of each kept import, by its number.
 * @param repeats  of the imports whose rows were compared; only orders have rows that wait. The rows of others that count all count
 */
export function standingOf(
  imports: readonly ImportCard[],
  repeats: ReadonlyMap<number, Repeats & { waiting?: number }>,
): Record<number, Standing> {
  const replaced = replacedImports(imports);
  const all = imports
    .filter(({ status }) => status === 'kept')
    .map((card): [number, Standing] => {
      const replacedBy = replaced.get(card.id) ?? null;
      const none = { counted: 0, repeated: 0, heldBack: 0, superseded: 0, waiting: 0, replaced: 0, replacedBy };
      const own = repeats.get(card.id);
      if (replacedBy !== null) return [card.id, { ...none, replaced: card.used }];
      if (!own) return [card.id, { ...none, counted: card.used }];
      const { counted, unchanged, changed, superseded, waiting = 0 } = own;
      return [card.id, { ...none, counted, repeated: unchanged, heldBack: card.mode === 'update' ? 0 : changed, superseded, waiting }];
    });
  return Object.fromEntries(all);
}
