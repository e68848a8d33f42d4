import type { Currency } from '../../terms/money';
import { DEFAULT_RULES, type DateOrder, type ImportPlan } from '../../terms/plan';
import { certainMark } from './decimal-marks';
import { guessCurrency } from './guess-plan';
import type { Readings } from '../cells/readings';
import { guessDayOrder, openDays } from './record-dates';

/**
 * A remembered plan for this file: meanings and rules as kept, encoding and dialect as this file has them. The order of dates is kept
 * only while this file's dates allow it, the currency only while its currency column names it somewhere, the decimal mark only where this
 * file's numbers do not tell it. Ids that a spreadsheet rounded are accepted once, not for every file to come. Null when the columns are
 * not the same after all.
 */
export function refitPlan(recalled: ImportPlan, guess: ImportPlan, readings: Readings): ImportPlan | null {
  if (recalled.roles.length !== guess.header.length) return null;
  return {
    ...recalled,
    encoding: guess.encoding,
    dialect: guess.dialect,
    header: guess.header,
    dateOrder: dateOrderFor(recalled, guess, readings),
    decimal: certainMark(readings, recalled.roles) ?? recalled.decimal,
    currency: currencyFor(recalled, readings),
    rules: { ...DEFAULT_RULES, ...recalled.rules, brokenIds: 'refuse' },
  };
}

/** The remembered order of dates where this file's dates allow it; of records the file's own where its columns tell. */
function dateOrderFor(recalled: ImportPlan, guess: ImportPlan, readings: Readings): DateOrder | null {
  if (recalled.kind !== 'orders') {
    const open = openDays(readings, { ...recalled, dateOrder: null });
    const allows = open.every((column) =>
      readings.dateReadings(column).some(({ possible, order }) => possible && order === recalled.dateOrder),
    );
    return guessDayOrder(readings, recalled) ?? (allows ? recalled.dateOrder : null);
  }
  const date = recalled.roles.indexOf('date');
  const fits = date >= 0 && readings.dateReadings(date).some((reading) => reading.possible && reading.order === recalled.dateOrder);
  return fits ? recalled.dateOrder : guess.dateOrder;
}

/** The remembered currency, or the file's own when its column knows only others: the shop has moved, or this is another shop. */
function currencyFor({ currency, roles }: ImportPlan, readings: Readings): Currency {
  const column = roles.indexOf('currency');
  if (column < 0 || currency.code === '') return currency;
  const { texts } = readings.table.columns[column]!;
  for (let code = 0; code < texts.size; code++) if (texts.get(code).trim().toUpperCase() === currency.code) return currency;
  const own = guessCurrency(readings, roles);
  return own.code === '' ? currency : own;
}
