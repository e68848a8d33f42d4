import { NONE } from '../../core/columns/batch';
import { Dictionary } from '../../core/columns/dictionary';
import { PERSON_ROLES } from '../../terms/fields';
import type { ImportPlan } from '../../terms/plan';
import type { ContactColumn } from '../cells/contact-column';
import { nameKeys } from './name-keys';
import { homeCountry } from '../cells/phone-numbers';
import { columnOf } from './plan-columns';
import type { Codes, Readings } from '../cells/readings';

/** Who each row belongs to: the customer's key, else the e-mail, else the phone number of the row; by name where a file has none of these. */
export interface PersonKeys {
  keys: Dictionary;
  /** Code in `keys` of each row, NONE where nothing names anybody. */
  of: (row: number) => number;
}

const NOBODY: PersonKeys = { keys: new Dictionary(), of: () => NONE };

/** Whether a plan has any column that says who a row belongs to. */
export function hasPerson(plan: Pick<ImportPlan, 'roles'>): boolean {
  return PERSON_ROLES.some((role) => plan.roles.includes(role));
}

/** Whether orders tell their customers apart by their names, because they have nothing better. */
export function isByName(plan: Pick<ImportPlan, 'kind' | 'roles'>): boolean {
  return plan.kind === 'orders' && !hasPerson(plan) && plan.roles.includes('customer-name');
}

/**
 * Blank cells are filled from the order's other rows. Cost: what the columns cost; the first column alone costs nothing more.
 *
 * @param order  column of the order numbers, -1 where nothing is to be filled
 */
export function personKeys(readings: Readings, plan: ImportPlan, order = columnOf(plan, 'order')): PersonKeys {
  const sources = PERSON_ROLES.flatMap((role) => {
    const column = columnOf(plan, role);
    if (column < 0) return [];
    const { keys, of } = role === 'customer' ? readings.keys(column, role) : contacts(readings, plan, role)!;
    const codes: Codes = column === order ? readings.table.columns[column]!.codes.view() : readings.filled(column, order);
    return [{ keys, of: (row: number) => of[codes[row]!]! }];
  });
  const [first, ...others] = sources;
  if (!first) return isByName(plan) ? nameKeys(readings, plan, order) : NOBODY;
  return others.reduce((one, other) => orElse(one, other, readings.table.rows), first);
}

/** The e-mails or phone numbers of a plan's column in the form in which they are compared; null when it has none. */
export function contacts(readings: Readings, plan: ImportPlan, role: 'email' | 'phone'): ContactColumn | null {
  const column = columnOf(plan, role);
  if (column < 0) return null;
  return role === 'email' ? readings.emails(column) : readings.phones(column, homeCountry(plan.currency.code));
}

/** The keys of one column, and those of another for the rows where it has none. */
function orElse(one: PersonKeys, other: PersonKeys, rows: number): PersonKeys {
  let gap = false;
  for (let row = 0; row < rows && !gap; row++) gap = one.of(row) === NONE && other.of(row) !== NONE;
  if (!gap) return one;
  const keys = new Dictionary(one.keys.size);
  for (let code = 0; code < one.keys.size; code++) keys.add(one.keys.get(code));
  const further = Uint32Array.from({ length: other.keys.size }, (_, code) => keys.add(other.keys.get(code)));
  return {
    keys,
    of: (row) => {
      const code = one.of(row);
      if (code !== NONE) return code;
      const instead = other.of(row);
      return instead === NONE ? NONE : further[instead]!;
    },
  };
}
