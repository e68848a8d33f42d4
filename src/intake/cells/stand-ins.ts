import type { Units } from '../../core/columns/batch';
import type { Dictionary } from '../../core/columns/dictionary';
import type { ImportPlan } from '../../terms/plan';
import { MONEY_ROLES, type Role } from '../../terms/role';
import { LONGEST_STAND_IN, NO_DAY_TEXTS, standInSort, type StandInSort } from './stand-in-words';

/** A text of a column that stands, or could stand, for an empty cell. */
export interface StandIn {
  code: number;
  /** Whether it does when the user says nothing. */
  guess: boolean;
}

/** What sort of values a role has, as far as empty cells go. */
type Values = 'none' | 'numbers' | 'days' | 'people' | 'keys' | 'words' | 'names';

const NUMBERS: readonly Role[] = [...MONEY_ROLES, 'quantity', 'score', 'points', 'balance', 'earned', 'redeemed', 'expired', 'cost'];
// Things that happen to a message may be told by the time at which they did.
// prettier-ignore
const DAYS: readonly Role[] = ['date', 'time', 'signup', 'birthday', 'expires', 'answered', 'closed', 'promised', 'delivered', 'opened', 'clicked', 'converted', 'bounced', 'unsubscribed'];

function valuesOf(role: Role): Values {
  if (role === 'ignore') return 'none';
  if (NUMBERS.includes(role)) return 'numbers';
  if (DAYS.includes(role)) return 'days';
  if (role === 'customer' || role === 'referrer') return 'people';
  if (role === 'order') return 'keys';
  return role === 'status' || role === 'currency' ? 'words' : 'names';
}

/**
 * Texts of a column that could stand for an empty cell under its role. Numbers, days and keys are never called "None"; a product can be,
 * so there a word is taken for nothing only when it stands on several rows, and is shown all the same.
 *
 * Cost: one pass over the letters of the different cells; texts are made only of short ones without a digit.
 */
export function standInsOf(texts: Dictionary, role: Role, rowsWith: (code: number) => number): StandIn[] {
  const values = valuesOf(role);
  if (values === 'none') return [];
  const found: StandIn[] = [];
  let code = 0;
  texts.every((units, from, end) => {
    const sort = couldStandIn(units, from, end) ? standInSort(texts.get(code)) : null;
    const guess = sort && guessOf(sort, values, () => rowsWith(code));
    if (guess !== null) found.push({ code, guess });
    code++;
    return true;
  });
  return values === 'days' ? [...found, ...missingDays(texts)] : found;
}

/** Whether a text of this sort is an empty cell; null when it is certainly a value. */
function guessOf(sort: StandInSort, values: Values, rows: () => number): boolean | null {
  if (sort === 'nobody') return values === 'people' ? true : null;
  return sort === 'nothing' || values !== 'names' || rows() > 1;
}

function missingDays(texts: Dictionary): StandIn[] {
  return NO_DAY_TEXTS.map((text) => texts.indexOf(text))
    .filter((code) => code >= 0)
    .map((code) => ({ code, guess: true }));
}

/** Short, not blank, and without a digit or an `@`: told by the letters, so that a million ids need no texts. */
function couldStandIn(units: Units, from: number, end: number): boolean {
  if (end === from || end - from > LONGEST_STAND_IN + 4) return false;
  let ink = false;
  for (let i = from; i < end; i++) {
    const unit = units[i]!;
    // #DIV/0! is the one word with a digit.
    if (unit === 64 || (unit >= 48 && unit <= 57 && units[from] !== 35)) return false;
    if (unit > 32) ink = true;
  }
  return ink;
}

/** What a plan says about a text of a column, by the column's position; undefined where it leaves it to the guess. */
export function saidOf(plan: Pick<ImportPlan, 'standIns'>, column: number, text: string): boolean | undefined {
  return plan.standIns?.[column]?.find((said) => said.text === text)?.empty;
}
