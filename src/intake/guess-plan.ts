import { currencyOf, NO_CURRENCY, type Currency } from '../terms/money';
import { DEFAULT_RULES, type Dialect, type Encoding, type ImportPlan, type Role } from '../terms/plan';
import { certainOrder } from './date-readings';
import { guessRoles } from './guess-roles';
import type { Readings } from './readings';

const MONEY: readonly Role[] = ['amount', 'order-amount', 'unit-price', 'refund', 'discount'];

/** The plan for a file that nobody has said anything about: known exports by their header, others by names and values. */
export function guessPlan(readings: Readings, how: { encoding: Encoding; dialect: Dialect }): ImportPlan {
  const { table } = readings;
  const { roles, kind, preset } = guessRoles(table, how.dialect.header);
  const date = roles.indexOf('date');
  return {
    version: 1,
    kind,
    ...how,
    header: table.columns.map((column) => column.name),
    roles,
    dateOrder: date < 0 ? null : certainOrder(readings.dates(date), readings.dateReadings(date)),
    decimal: decimalMark(readings, roles, how.dialect),
    currency: guessCurrency(readings, roles),
    rules: DEFAULT_RULES,
    preset: preset?.name ?? null,
  };
}

/** The mark that the sums of the file use where it is beyond doubt; files with semicolons come from where the comma is the mark. */
function decimalMark(readings: Readings, roles: readonly Role[], dialect: Dialect): '.' | ',' {
  let points = 0;
  let commas = 0;
  for (let c = 0; c < roles.length; c++) {
    if (!MONEY.includes(roles[c]!)) continue;
    const numbers = readings.numbers(c, '.');
    points += numbers.points;
    commas += numbers.commas;
  }
  if (points === commas) return dialect.delimiter === ';' ? ',' : '.';
  return commas > points ? ',' : '.';
}

/** Most frequent currency of the currency column, else the sign in the cells, else none: the user chooses. */
export function guessCurrency(readings: Readings, roles: readonly Role[]): Currency {
  const column = roles.indexOf('currency');
  if (column >= 0) return currencyOf(mostFrequent(readings, column).trim().toUpperCase());
  const money = roles.findIndex((role) => MONEY.includes(role));
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

const SIGNS: readonly [RegExp, string][] = [
  [/£/, 'GBP'],
  [/€/, 'EUR'],
  [/HK\$/, 'HKD'],
  [/NT\$/, 'TWD'],
  [/R\$/, 'BRL'],
  [/\bCHF\b/, 'CHF'],
  [/₹/, 'INR'],
  [/₩/, 'KRW'],
  [/元/, 'CNY'],
  [/\$/, 'USD'],
];

function signOf(readings: Readings, column: number): string {
  const { texts, name } = readings.table.columns[column]!;
  const cells = Array.from({ length: Math.min(texts.size, 50) }, (_, code) => texts.get(code)).join(' ') + name;
  const hit = SIGNS.find(([sign]) => sign.test(cells));
  if (hit) return hit[1];
  // ¥ is written for yuan and yen; a Chinese header tells.
  return /[¥￥]/.test(cells) && /\p{Script=Han}/u.test(name) ? 'CNY' : '';
}
