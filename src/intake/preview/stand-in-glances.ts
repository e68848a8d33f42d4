import type { StandInGlance } from '../../terms/preview';
import type { Readings } from '../cells/readings';

/** Stand-ins that are shown of a column. */
const SHOWN = 8;

/** Texts of a column that stand, or could stand, for an empty cell, with their rows: the most frequent first. */
export function standInGlances(readings: Readings, column: number): StandInGlance[] {
  const found = readings.standIns(column);
  if (found.length === 0) return [];
  const counts = readings.counts(column);
  const { texts } = readings.table.columns[column]!;
  return found
    .map(({ code, empty }) => ({ text: texts.get(code), rows: counts[code]!, empty }))
    .sort((a, b) => b.rows - a.rows)
    .slice(0, SHOWN);
}
