import type { KeepMode, Overlap } from '../../terms/shop';
import type { KeepTarget, Staged } from '../../engine/protocol';

/** What several files are to a shop together. */
export interface OverlapSum {
  rows: number;
  fresh: number;
  changed: number;
  unchanged: number;
  /** Rows of kept files whose order is said to be cancelled. */
  cancelled: number;
  /** Kept imports that `replace` would take out of the count. */
  replaced: number[];
}

/** The rows of all staged files beside those of a shop. */
export function overlapSum(files: readonly Overlap[]): OverlapSum {
  const sum = (count: (one: Overlap) => number) => files.reduce((total, one) => total + count(one), 0);
  const [fresh, changed, unchanged] = [sum((one) => one.fresh), sum((one) => one.changed), sum((one) => one.unchanged)];
  return {
    rows: fresh + changed + unchanged,
    fresh,
    changed,
    unchanged,
    cancelled: sum((one) => one.cancelled),
    replaced: [...new Set(files.flatMap((one) => one.replaced))],
  };
}

/** How files are kept when nobody says: what changed or was cancelled is brought up to date, else what is new is added. */
export function proposedMode(files: readonly Overlap[]): KeepMode {
  return files.some((one) => one.changed + one.cancelled > 0) ? 'update' : 'append';
}

/** The target with its mode, as the engine wants it; a new shop has nothing to be beside. */
export function settledTarget(target: KeepTarget, files: readonly Overlap[]): KeepTarget {
  return 'newShop' in target ? { newShop: target.newShop.trim() } : { ...target, mode: target.mode ?? proposedMode(files) };
}

/** The files that would be kept. */
export function toKeep(staged: readonly Staged[]): (Staged & { preview: NonNullable<Staged['preview']> })[] {
  return staged.flatMap((one) => (one.preview?.purpose === 'keep' ? [{ ...one, preview: one.preview }] : []));
}
