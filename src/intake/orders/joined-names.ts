import { NONE } from '../../core/columns/batch';
import { Dictionary } from '../../core/columns/dictionary';
import type { ImportPlan } from '../../terms/plan';
import type { Readings } from '../cells/readings';
import { joinedName, nameColumns } from '../meaning/name-columns';
import { textCodes, type Coded } from './used-codes';

/**
 * Names of the rows. Where several columns hold parts of them they are joined, the family name last, or first and without a blank where
 * both are in Han characters.
 */
export function joinedNames(readings: Readings, plan: ImportPlan, rows: Uint32Array): Coded {
  const columns = nameColumns(readings, plan);
  if (columns.length === 1) return textCodes(readings, columns[0]!, rows);
  const parts = columns.map((column) => ({ ...readings.table.columns[column]!, blank: readings.blanks(column) }));
  const names = new Dictionary();
  const codes = Uint32Array.from(rows, (row) => {
    const words = parts
      .map(({ texts, codes: of, blank }) => (blank[of.at(row)] ? '' : texts.get(of.at(row)).trim()))
      .filter((word) => word !== '');
    return words.length === 0 ? NONE : names.add(joinedName(words));
  });
  return { codes, texts: names.pack() };
}
