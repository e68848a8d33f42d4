import type { Batch } from '../columns/batch';
import type { Ledger } from '../columns/ledger';
import { mergeTexts } from '../columns/merge-texts';
import { unpack } from '../columns/packed-strings';

/** Texts of several lists under one numbering, and the number of each text of each list. */
export function namedTexts(lists: Parameters<typeof mergeTexts>[0]): { maps: readonly (ArrayLike<number> | null)[]; texts: string[] } {
  const [only] = lists;
  if (lists.length === 1 && only) {
    const texts = Array.from(only.ends, (_, code) => unpack(only, code));
    return { maps: [Uint32Array.from(texts, (_, code) => code)], texts };
  }
  const { texts, maps } = mergeTexts(lists);
  return { maps, texts: Array.from({ length: texts.size }, (_, code) => texts.get(code)) };
}

export type TakeLine = (order: number, row: number) => void;

/**
 * Every line of every order, import by import, within an order as in the file.
 * @param takerOf  what takes the lines of an import; nothing for one that has nothing to tell
 */
export function forLines(ledger: Ledger, takerOf: (batch: Batch, b: number) => TakeLine | undefined | null): void {
  const { batches, batchStart, orders, lineFirst, lines } = ledger;
  const takers = batches.map(takerOf);
  let b = 0;
  let from = 0;
  let to = 0;
  let take: TakeLine | undefined | null = null;
  for (let order = 0; order < orders; order++) {
    for (let i = lineFirst[order]!; i < lineFirst[order + 1]!; i++) {
      const row = lines[i]!;
      // Orders of one customer come from one import or two, so it is nearly always the one of the line before.
      if (row < from || row >= to) {
        b = importOf(batchStart, row);
        from = batchStart[b]!;
        to = from + batches[b]!.lines.rows;
        take = takers[b];
      }
      take?.(order, row - from);
    }
  }
}

/** Position of the import of a global row number, by halving. */
function importOf(batchStart: Uint32Array, row: number): number {
  let low = 0;
  let high = batchStart.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (batchStart[middle]! <= row) low = middle;
    else high = middle - 1;
  }
  return low;
}
