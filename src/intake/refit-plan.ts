import type { ImportPlan } from '../terms/plan';
import type { Readings } from './readings';

/**
 * A remembered plan for this file: meanings and rules as kept, encoding and dialect as this file has them. The order of dates is kept
 * only while this file's dates allow it. Null when the columns are not the same after all.
 */
export function refitPlan(recalled: ImportPlan, guess: ImportPlan, readings: Readings): ImportPlan | null {
  if (recalled.roles.length !== guess.header.length) return null;
  const date = recalled.roles.indexOf('date');
  const fits = date >= 0 && readings.dateReadings(date).some((reading) => reading.possible && reading.order === recalled.dateOrder);
  return {
    ...recalled,
    encoding: guess.encoding,
    dialect: guess.dialect,
    header: guess.header,
    dateOrder: fits ? recalled.dateOrder : guess.dateOrder,
  };
}
