import { LINE_TIMES, NO_DAY, NONE } from '../../core/columns/batch';
import { MOST_CONTACTS } from '../../core/people/find-people';
import type { ImportPlan } from '../../terms/plan';
import type { Remark } from '../../terms/preview';
import { MONEY_ROLES, type Role } from '../../terms/role';
import { timeDays } from '../orders/line-times';
import { orderInUse } from '../meaning/order-in-use';
import { numberRemark } from './number-remark';
import { UNKNOWN } from '../cells/order-status';
import { EPOCH, ROC } from '../dates/date-forms';
import { ordersWithOwnKey } from '../meaning/key-per-order';
import { isByName } from '../meaning/person-keys';
import { presetRemark } from './preset-remark';
import type { Readings } from '../cells/readings';
import { saidOf } from '../cells/stand-ins';
import { emptyRemark, remark, remarkOn, rowsWith } from './remark-of';

/** The one thing about a column that the user should know, or null. Sentences stand in i18n under `remark.<code>`. */
export function columnRemark(readings: Readings, plan: ImportPlan, index: number): Remark | null {
  const role = plan.roles[index]!;
  if (role === 'date') return dateRemark(readings, plan, index);
  if (isLineTime(role)) return timeRemark(readings, plan, index);
  if (role === 'order') return orderRemark(readings, plan, index);
  if (role === 'customer') return customerRemark(readings, plan, index);
  if (role === 'quantity' || MONEY_ROLES.includes(role)) return numberRemark(readings, plan, index);
  if (role === 'status') return statusRemark(readings, index);
  if (role === 'currency') return currencyRemark(readings, plan, index);
  // Said once, where the name is in two columns too.
  if (role === 'customer-name' && isByName(plan) && plan.roles.indexOf(role) === index) return remark('customers-by-name', {}, true);
  return role === 'ignore' ? presetRemark(plan, index) : emptyRemark(readings, index);
}

function dateRemark(readings: Readings, plan: ImportPlan, index: number): Remark | null {
  const possible = readings.dateReadings(index).filter((reading) => reading.possible);
  if (plan.dateOrder === null && possible.length > 1) return remark('dates-two-ways', { example: firstFilled(readings, index) }, true);
  const days = readings.days(index, orderInUse(readings, plan));
  const blank = readings.blanks(index);
  const bad = rowsWith(readings, index, (code) => days[code] === NO_DAY && !blank[code]);
  if (bad.count > 0) return remarkOn('dates-unreadable', bad);
  const { forms } = readings.dates(index);
  if (forms[ROC]! > 0) return remark('dates-roc', { example: firstFilled(readings, index) });
  if (forms[EPOCH]! > 0) return remark('dates-epoch');
  return remark(hasZone(readings, index) ? 'dates-with-zone' : 'dates-local');
}

/** Whether a role is one of the times that an order has besides its own. */
export function isLineTime(role: Role): role is (typeof LINE_TIMES)[number] {
  return (LINE_TIMES as readonly Role[]).includes(role);
}

/** Orders that have not come yet have no day, and nothing is wrong with that. */
function timeRemark(readings: Readings, plan: ImportPlan, index: number): Remark | null {
  const days = timeDays(readings, plan, index);
  const blank = readings.blanks(index);
  const bad = rowsWith(readings, index, (code) => days[code] === NO_DAY && !blank[code]);
  return bad.count > 0 ? remarkOn('dates-unreadable', bad) : emptyRemark(readings, index);
}

/** Whether times name a zone or an offset. The first cells tell: one program wrote them all. */
function hasZone(readings: Readings, index: number): boolean {
  const { texts } = readings.table.columns[index]!;
  for (let code = 0; code < Math.min(texts.size, 200); code++) if (ZONED.test(texts.get(code).slice(0, 100))) return true;
  return false;
}

const ZONED = /\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?\s*(?:Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)(?:\s*\([^()]*\))?$/;

function firstFilled(readings: Readings, index: number): string {
  const at = readings.blanks(index).indexOf(0);
  return at < 0 ? '' : readings.table.columns[index]!.texts.get(at);
}

/** Long numbers that a spreadsheet rounded cannot be told apart any more. */
function roundedRemark(readings: Readings, plan: ImportPlan, index: number): Remark | null {
  const rounded = readings.brokenIds(index);
  if (!rounded) return null;
  const which = rowsWith(readings, index, (code) => rounded.broken[code] === 1);
  return remarkOn('ids-rounded', which, { ask: plan.rules.brokenIds !== 'accept' });
}

function orderRemark(readings: Readings, plan: ImportPlan, index: number): Remark | null {
  const rounded = roundedRemark(readings, plan, index);
  if (rounded) return rounded;
  const notes = readings.creditNotes(index);
  if (notes) return remark('credit-notes', { count: notes.reduce((sum, note) => sum + note, 0), letter: 'C' });
  return decimalIdsRemark(readings, index, 'order') ?? emptyRemark(readings, index);
}

function customerRemark(readings: Readings, plan: ImportPlan, index: number): Remark | null {
  const rounded = roundedRemark(readings, plan, index);
  if (rounded) return rounded;
  const anew = numberedAnew(readings, plan, index);
  if (anew > 0) return remark('customers-per-order', { count: anew }, true);
  const tills = tillsRemark(readings, plan, index);
  if (tills) return tills;
  const { of } = readings.keys(index, 'customer');
  const { count } = rowsWith(readings, index, (code) => of[code] === NONE);
  return decimalIdsRemark(readings, index, 'customer') ?? (count === 0 ? null : remark('customers-empty', { count }));
}

/** Keys with so many different e-mails or phone numbers that they are a till's or a marketplace's and no person's; null when all is said. */
function tillsRemark(readings: Readings, plan: ImportPlan, index: number): Remark | null {
  const { contacts } = readings.sharedKeys(index);
  if (!contacts.some((count) => count > MOST_CONTACTS)) return null;
  const { texts } = readings.table.columns[index]!;
  const blank = readings.blanks(index);
  const open = (code: number): boolean =>
    contacts[code]! > MOST_CONTACTS && !blank[code] && saidOf(plan, index, texts.get(code)) === undefined;
  const worst = contacts.reduce((best, count, code) => (open(code) && count > (contacts[best] ?? 0) ? code : best), -1);
  if (worst < 0) return null;
  const others = rowsWith(readings, index, (code) => code !== worst && open(code)).cells;
  const own = { count: readings.counts(index)[worst]!, cells: [texts.get(worst), ...others] };
  return remarkOn('customers-shared', own, { facts: { contacts: contacts[worst]! }, ask: true });
}

/** Orders below which customers who came once each are nothing to wonder about. */
const MANY_ORDERS = 100;

/** Orders of a file in which every order has another customer number, 0 for most. An e-mail address is a person's all the same. */
function numberedAnew(readings: Readings, plan: ImportPlan, index: number): number {
  const order = plan.roles.indexOf('order');
  if (order < 0 || plan.kind !== 'orders') return 0;
  const count = ordersWithOwnKey(readings, order, index);
  return count >= MANY_ORDERS && !readings.keys(index, 'customer').keys.get(0).includes('@') ? count : 0;
}

/** `.0` was taken off ids: 17850.0 is 17850. */
function decimalIdsRemark(readings: Readings, index: number, role: 'order' | 'customer'): Remark | null {
  const { of, decimalIds } = readings.keys(index, role);
  if (!decimalIds) return null;
  const { count } = rowsWith(readings, index, (code) => of[code] === NONE);
  return remark(count > 0 ? 'customers-empty-decimal' : 'customers-decimal', { count });
}

function statusRemark(readings: Readings, index: number): Remark | null {
  const statuses = readings.statuses(index);
  const unknown = rowsWith(readings, index, (code) => statuses[code] === UNKNOWN);
  return unknown.count === 0 ? null : remarkOn('status-unknown', unknown);
}

function currencyRemark(readings: Readings, plan: ImportPlan, index: number): Remark | null {
  const { texts } = readings.table.columns[index]!;
  const blank = readings.blanks(index);
  const other = rowsWith(readings, index, (code) => !blank[code] && texts.get(code).trim().toUpperCase() !== plan.currency.code);
  return other.count === 0 ? null : remarkOn('currencies-mixed', other, { facts: { main: plan.currency.code } });
}
