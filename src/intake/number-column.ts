import type { Dictionary } from '../core/columns/dictionary';
import { parseDecimal } from './parse-decimal';

export const OK = 0;
export const MISSING = 1;
export const BAD = 2;

/** The numbers of a column, one entry per different cell: exact, as `mantissa / 10^scale`. */
export interface NumberColumn {
  mantissa: Float64Array;
  scale: Uint8Array;
  /** OK, MISSING or BAD. */
  state: Uint8Array;
  /** Different cells by what told their decimal mark. */
  points: number;
  commas: number;
  unsure: number;
}

/** Reads each different cell of a column as a number. */
export function numberColumn(texts: Dictionary, mark: '.' | ','): NumberColumn {
  const size = texts.size;
  const column: NumberColumn = {
    mantissa: new Float64Array(size),
    scale: new Uint8Array(size),
    state: new Uint8Array(size),
    points: 0,
    commas: 0,
    unsure: 0,
  };
  for (let code = 0; code < size; code++) {
    const decimal = parseDecimal(texts.get(code), mark);
    if (!decimal) {
      column.state[code] = decimal === null ? MISSING : BAD;
      continue;
    }
    column.mantissa[code] = decimal.mantissa;
    column.scale[code] = decimal.scale;
    if (decimal.mark === '.') column.points++;
    else if (decimal.mark === ',') column.commas++;
    else if (decimal.mark === 'unsure') column.unsure++;
  }
  return column;
}
