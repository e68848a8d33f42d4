import { isStatusWord } from '../cells/order-status';
import type { LinkedFile } from './link-files';

/** A column that marks orders, such as “Returned: Yes”. */
export interface ReturnMark {
  column: number;
  /** Which of its different cells are marks. */
  marked: Uint8Array;
  /** What a mark says of an order, as a status. */
  word: string;
}

const YES = /^(yes|y|true|1|x|✓|✔|是|有|ja|oui|si|sí)$/i;
const NO = /^(no|n|false|0|-|否|无|無|nein|non)?$/i;

/** The first column of a file whose name is a status and whose cells only say whether it holds; null for most files. */
export function returnMark({ plan, readings }: LinkedFile, settled: (column: number) => boolean): ReturnMark | null {
  for (let column = 0; column < plan.header.length; column++) {
    const word = plan.header[column]!;
    if (!isStatusWord(word) || !settled(column)) continue;
    const { texts } = readings.table.columns[column]!;
    const cells = Array.from({ length: Math.min(texts.size, MOST_WORDS) }, (_, code) => texts.get(code).trim());
    if (texts.size > MOST_WORDS || !cells.every((cell) => YES.test(cell) || NO.test(cell)) || !cells.some((cell) => YES.test(cell)))
      continue;
    return { column, word, marked: Uint8Array.from(cells, (cell) => (YES.test(cell) ? 1 : 0)) };
  }
  return null;
}

/** Different cells beyond which a column is no mark. */
const MOST_WORDS = 6;
