import { currencyOf, NO_CURRENCY, type Currency } from '../../terms/money';
import { DEFAULT_RULES, type DateOrder, type Dialect, type Encoding, type ImportPlan } from '../../terms/plan';
import { MONEY_ROLES, type Role } from '../../terms/role';
import { currencySign } from '../cells/currency-signs';
import { certainOrder } from '../dates/date-readings';
import { certainMark } from './decimal-marks';
import { guessRecordRoles } from './guess-record-roles';
import { guessOrderRoles, guessRoles } from './guess-roles';
import { preambleCurrency } from './preamble-currency';
import type { Preset } from './preset';
import type { Readings } from '../cells/readings';
import { guessDayOrder } from './record-dates';

/** The plan for a file that nobody has said anything about: known exports by their header, others by names and values. */
export function guessPlan(readings: Readings, how: { encoding: Encoding; dialect: Dialect }, file = ''): ImportPlan {
  const { table } = readings;
  const { roles, kind, preset } = guessRoles(table, how.dialect.header, file);
  return {
    version: 1,
    kind,
    ...how,
    header: table.columns.map((column) => column.name),
    roles,
    dateOrder: kind === 'orders' ? orderOfDates(readings, roles) : guessDayOrder(readings, { kind, roles }),
    // Files with semicolons come from where the comma is the mark; where it matters, the user is asked all the same.
    decimal: certainMark(readings, roles) ?? (how.dialect.delimiter === ';' ? ',' : '.'),
    currency: currencyIn(readings, roles, preset),
    rules: { ...DEFAULT_RULES, ...preset?.rules },
    preset: preset?.name ?? null,
  };
}

/** How the dates of orders are read; null while it is open, or without a column of dates. */
function orderOfDates(readings: Readings, roles: readonly Role[]): DateOrder | null {
  const date = roles.indexOf('date');
  return date < 0 ? null : certainOrder(readings.dates(date), readings.dateReadings(date));
}

/** The currency that the cells name, else the lines above them, else the one that the marketplace has. */
function currencyIn(readings: Readings, roles: readonly Role[], preset: Preset | null): Currency {
  const named = guessCurrency(readings, roles);
  if (named.code !== '') return named;
  return currencyOf(preambleCurrency(readings.table.skipped) || (preset?.currency ?? ''));
}

/** A plan whose kind was changed by hand, with the meanings that the columns have in such a file. */
export function planOfKind(readings: Readings, plan: ImportPlan, file: string): ImportPlan {
  const { kind } = plan;
  const hints = { named: plan.dialect.header, preset: null, file };
  const roles = kind === 'orders' ? guessOrderRoles(readings.table, hints.named) : guessRecordRoles(readings.table, kind, hints);
  const dateOrder = kind === 'orders' ? orderOfDates(readings, roles) : guessDayOrder(readings, { kind, roles });
  return { ...plan, roles, dateOrder, decimal: certainMark(readings, roles) ?? plan.decimal, preset: null };
}

/** Most frequent currency of the currency column, else the sign in the cells, else none: the user chooses. */
export function guessCurrency(readings: Readings, roles: readonly Role[]): Currency {
  const column = roles.indexOf('currency');
  if (column >= 0) return currencyOf(mostFrequent(readings, column).trim().toUpperCase());
  const money = roles.findIndex((role) => MONEY_ROLES.includes(role) && role !== 'discount-off');
  return money < 0 ? NO_CURRENCY : currencyOf(signOf(readings, money));
}

function mostFrequent(readings: Readings, column: number): string {
  const { texts } = readings.table.columns[column]!;
  const counts = readings.counts(column);
  let best = -1;
  for (let code = 0; code < counts.length; code++)
    if (texts.get(code).trim() !== '' && (best < 0 || counts[code]! > counts[best]!)) best = code;
  return best < 0 ? '' : texts.get(best);
}

/** The currency that most of the signed cells name, else the one in the column's name. */
function signOf(readings: Readings, column: number): string {
  const { texts, name } = readings.table.columns[column]!;
  const counts = readings.counts(column);
  const rows = new Map<string, number>();
  const cells: string[] = [];
  for (let code = 0; code < Math.min(texts.size, SIGN_SAMPLE); code++) {
    const cell = texts.get(code);
    const sign = currencySign(cell);
    if (sign !== '') rows.set(sign, (rows.get(sign) ?? 0) + counts[code]!);
    cells.push(cell);
  }
  const [most] = [...rows].sort((a, b) => b[1] - a[1]);
  if (most) return most[0];
  const inName = currencySign(name);
  // ¥ is written for yuan and yen; a Chinese header tells.
  return inName === '' && /[¥￥]/.test(cells.join(' ') + name) && /\p{Script=Han}/u.test(name) ? 'CNY' : inName;
}

/** Different cells that are searched for a sign. */
const SIGN_SAMPLE = 200;
