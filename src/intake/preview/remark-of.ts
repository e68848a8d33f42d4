import type { Remark } from '../../terms/preview';
import type { Readings } from '../cells/readings';

/** Cells that a remark shows besides the one in its sentence. */
const FURTHER = 4;

/** Rows with cells of a certain sort, and up to five different ones of these cells. */
export interface Found {
  count: number;
  cells: string[];
}

/** A remark that is about the whole column. */
export function remark(code: string, facts: Remark['facts'] = {}, ask = false): Remark {
  return { code, facts, ask };
}

/** A remark about single cells: how many rows have one, one of them in the sentence, a few more beside it. */
export function remarkOn(code: string, { count, cells }: Found, more: { facts?: Remark['facts']; ask?: boolean } = {}): Remark {
  const [example = '', ...examples] = cells;
  return { ...remark(code, { count, example, ...more.facts }, more.ask), ...(examples.length > 0 ? { examples } : {}) };
}

/** Rows whose cell passes a test. Cost: one pass over the different cells. */
export function rowsWith(readings: Readings, index: number, test: (code: number) => boolean): Found {
  const counts = readings.counts(index);
  const found: Found = { count: 0, cells: [] };
  for (let code = 0; code < counts.length; code++) {
    if (!test(code)) continue;
    found.count += counts[code]!;
    if (found.cells.length <= FURTHER) found.cells.push(readings.table.columns[index]!.texts.get(code));
  }
  return found;
}

/** How many rows have no value in a column; null when all have one. */
export function emptyRemark(readings: Readings, index: number): Remark | null {
  const blank = readings.blanks(index);
  const { count } = rowsWith(readings, index, (code) => blank[code] === 1);
  return count === 0 ? null : remark('some-empty', { count });
}
