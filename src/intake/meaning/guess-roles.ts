import { FIELDS } from '../../terms/fields';
import type { FileKind, Role } from '../../terms/role';
import { addDiscount } from './discount-column';
import { KIND_WORDS, weightOf } from './file-kinds';
import { guessRecordRoles, isListOfLeavers } from './guess-record-roles';
import { headerWords } from '../cells/header-words';
import type { Preset } from './preset';
import { presetOf } from './preset-of';
import type { RawTable } from '../table/raw-table';
import { namesArms, sampleOf } from './record-evidence';
import { dateShare, fitsRole } from './role-evidence';
import { wordPoints } from '../cells/score-words';
import { perOrder } from './per-order';
import { nameParts } from './name-parts';
import { hasPerson } from './person-keys';
import { SYNONYMS } from './synonyms';

export interface RoleGuess {
  roles: Role[];
  kind: FileKind;
  preset: Preset | null;
}

/**
 * Meaning of each column: a known export if it is one, else by names that values do not contradict.
 * @param file  name of the file: that of a list of leavers may be all that tells
 */
export function guessRoles(table: RawTable, named: boolean, file = ''): RoleGuess {
  const words = table.columns.map((column) => headerWords(column.name));
  const preset = named ? presetOf(words) : null;
  if (preset) {
    const given = rolesOf(preset, words);
    const { kind } = preset;
    const isWhole = kind === 'orders' || preset.refusal !== undefined;
    if (kind === 'orders' && !preset.refusal) addTimes(table, words, given);
    return { roles: isWhole ? given : guessRecordRoles(table, kind, { named, preset, given, file }), kind, preset };
  }
  const orders = guessOrderRoles(table, named);
  const kind = isListOfLeavers(file) && !hasMoney(orders) ? 'contacts' : kindOf(table, words, orders);
  return { roles: kind === 'orders' ? orders : guessRecordRoles(table, kind, { named, preset, file }), kind, preset: null };
}

/** Meaning of each column as far as it is one that orders have. */
export function guessOrderRoles(table: RawTable, named: boolean): Role[] {
  const words = table.columns.map((column) => headerWords(column.name));
  const roles = named ? byName(table, words) : table.columns.map((): Role => 'ignore');
  if (!roles.includes('date')) byRefundDate(table, words, roles);
  if (!roles.includes('date')) byValue(table, roles);
  // An e-mail is as good a key as any where the file has no number of the customer.
  if (!roles.includes('customer') && roles.includes('email')) roles[roles.indexOf('email')] = 'customer';
  settleAmounts(table, roles);
  if (named) addDiscount(table, words, roles);
  // The name is the key of last resort, and then both its parts are needed.
  if (named && roles.includes('date') && hasMoney(roles) && !hasPerson({ roles }))
    nameParts(words, roles, (column) => fitsRole(table.columns[column]!, 'customer-name'));
  return roles;
}

/** Each meaning goes to the first of its columns that is there; to all of them where several may have it. */
function rolesOf(preset: Preset, words: readonly string[]): Role[] {
  const roles = words.map((): Role => 'ignore');
  const many = preset.kind === 'orders' ? [] : FIELDS[preset.kind].filter((field) => field.many).map((field) => field.role);
  for (const [role, names] of Object.entries(preset.roles) as [Role, readonly string[]][]) {
    const columns = names.map((name) => words.indexOf(name)).filter((i) => i >= 0 && roles[i] === 'ignore');
    for (const at of many.includes(role) ? columns : columns.slice(0, 1)) roles[at] = role;
  }
  return roles;
}

/** Known exports are known by their money; when an order was to come and came is told by names as in other files. */
function addTimes(table: RawTable, words: readonly string[], roles: Role[]): void {
  for (const role of TIMES) {
    const names = SYNONYMS[role]!;
    const fits = (i: number): boolean => roles[i] === 'ignore' && names.includes(words[i]!) && fitsRole(table.columns[i]!, role);
    const at = words.findIndex((_, i) => fits(i));
    if (at >= 0 && !roles.includes(role)) roles[at] = role;
  }
}

interface Claim {
  column: number;
  role: Role;
  score: number;
}

/** The best claims first: each column gets one meaning, each meaning one column. */
function byName(table: RawTable, words: readonly string[]): Role[] {
  const roles = words.map((): Role => 'ignore');
  const claims = words.flatMap((word, column) => claimsOf(word, column)).sort((a, b) => b.score - a.score || a.column - b.column);
  const given = new Set<Role>();
  for (const { column, role } of claims) {
    if (given.has(role) || roles[column] !== 'ignore' || !fitsRole(table.columns[column]!, role)) continue;
    if ((role === 'amount' && given.has('order-amount')) || (role === 'order-amount' && given.has('amount'))) continue;
    given.add(role);
    roles[column] = role;
  }
  return roles;
}

function claimsOf(word: string, column: number): Claim[] {
  const claims: Claim[] = [];
  if (word === '') return claims;
  for (const [role, names] of Object.entries(SYNONYMS) as [Role, readonly string[]][]) {
    const exact = names.indexOf(word);
    if (exact >= 0) claims.push({ column, role, score: 1000 - exact });
    // "送达时间" stands in the names of many other days.
    else if (!TIMES.includes(role)) {
      const part = names.findIndex((name) => holdsName(word, name));
      if (part >= 0 && !OTHER_MEANING.test(word)) claims.push({ column, role, score: 400 - part - word.length });
    }
  }
  return claims;
}

/** Meanings that only their very names tell. */
const TIMES: readonly Role[] = ['promised', 'delivered'];

/** Names that hold a known name and mean something else: shipping dates, tax amounts, discount rates. */
const OTHER_MEANING =
  /\b(ship|shipping|shipped|due|birth|tax|taxes|vat|fee|fees|rate|profit|cost|commission|discount|tip|zip|postal|group|segment|type|method|details|delivery|deliver|refund|cancel|cancelled|update|updated|modified|deposit|duties|balance|gift|wrap|freight|postage|limit|end|person|compare|note|notes|remark|remarks|message|instructions)\b|备注|備註|留言|备忘|运费|邮费|税|手续费|服务费|优惠|折扣|发货|退款|運費|稅|手續費|折扣|出貨/;

function holdsName(word: string, name: string): boolean {
  if (/\p{Script=Han}/u.test(name)) return name.length >= 2 && word.includes(name);
  // A long name is a sentence that happens to hold the word.
  return name.length >= 4 && word.length <= name.length + 16 && ` ${word} `.includes(` ${name} `);
}

const REFUND_DATE =
  /\b(refund|refunded|return|returned) (date|at|on|time)\b|退款(成功)?(时间|日期|時間)|退货(时间|日期)|退貨(時間|日期)|erstattungsdatum/;

/** The day of a refund is the row's day only where refunds are all that the file has. */
function byRefundDate(table: RawTable, words: readonly string[], roles: Role[]): void {
  if (!roles.includes('refund') || ['amount', 'order-amount', 'unit-price'].some((role) => roles.includes(role as Role))) return;
  const at = words.findIndex((word, i) => roles[i] === 'ignore' && REFUND_DATE.test(word) && fitsRole(table.columns[i]!, 'date'));
  if (at >= 0) roles[at] = 'date';
}

/** Without names only a date gives itself away; the user names the rest. The day on which orders came is better than none. */
function byValue(table: RawTable, roles: Role[]): void {
  const dated = (free: Role): number => table.columns.findIndex((column, i) => roles[i] === free && dateShare(column) >= 0.95);
  const at = [dated('ignore'), dated('delivered')].find((column) => column >= 0);
  if (at !== undefined) roles[at] = 'date';
}

/** One way to the money: a sum of the row, or of the order when all its rows repeat it, or price times quantity. */
function settleAmounts(table: RawTable, roles: Role[]): void {
  const sum = roles.findIndex((role) => role === 'amount' || role === 'order-amount');
  const price = roles.indexOf('unit-price');
  const order = roles.indexOf('order');
  if (sum >= 0 && price >= 0) roles[price] = 'ignore';
  if (sum < 0 && price >= 0 && !roles.includes('quantity')) roles[price] = 'amount';
  if (sum < 0 || order < 0) return;
  roles[sum] = perOrder(table, order, sum) ? 'order-amount' : 'amount';
}

function hasMoney(roles: readonly Role[]): boolean {
  return (['amount', 'order-amount', 'unit-price', 'refund'] as const).some((role) => roles.includes(role));
}

const RECORD_KINDS = Object.keys(KIND_WORDS) as (keyof typeof KIND_WORDS)[];

/** A score from which a header speaks for its kind although the file could be read as orders. */
const STRONG = 8;

/**
 * Orders need a day and money, and a number or a customer; other kinds give themselves away by their words. A file of people without a
 * day or without money is one of customers. What says nothing is taken for orders, and the user says what it is.
 */
function kindOf(table: RawTable, words: readonly string[], roles: readonly Role[]): FileKind {
  const has = (role: Role): boolean => roles.includes(role);
  const money = hasMoney(roles);
  const person = hasPerson({ roles: [...roles] });
  // A column whose name is a question holds answers, and so does one of words such as "agree".
  const questions = table.columns.filter(
    (column, i) => /[?？]\s*$/.test(column.name) || (roles[i] === 'ignore' && wordPoints(sampleOf(column))),
  ).length;
  const scores = RECORD_KINDS.map((kind) => ({ kind, score: weightOf(words, kind) + (kind === 'answers' ? 3 * questions : 0) }));
  const arms = table.columns.some((column, i) => roles[i] === 'ignore' && namesArms(column));
  if (arms) scores.find(({ kind }) => kind === 'contacts')!.score += STRONG;
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  if (has('date') && money && has('order')) return 'orders';
  if (has('date') && money && person) return best.score >= STRONG ? best.kind : 'orders';
  if (best.score >= 3 && !(has('date') && has('order') && best.kind === 'customers')) return best.kind;
  return (person || has('customer-name')) && !has('date') && !has('order') ? 'customers' : 'orders';
}
