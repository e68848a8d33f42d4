import { FIELDS, type RecordKind } from '../../terms/fields';
import type { Role } from '../../terms/role';
import { guessQuestions } from './guess-questions';
import { headerWords } from '../cells/header-words';
import { nameParts } from './name-parts';
import type { Preset } from './preset';
import type { RawTable } from '../table/raw-table';
import { dayShare, fitsField, sampleOf } from './record-evidence';
import { recordNames } from './record-synonyms';

/** Names that hold a known name and mean something else. */
const OTHER =
  /\b(id|ip|url|type|count|number|status|source|code|latitude|longitude|update|updated|modified|changed)$|\b(last|previous|next) (change|changed|update|updated|modified)\b/;

/**
 * Meaning of each column of a file of a kind: by names that values do not contradict, each meaning for one column but those that several
 * may have. Of a known export only what it does not say itself is added: the other part of a name, the questions of a survey.
 */
export function guessRecordRoles(table: RawTable, kind: RecordKind, { named, preset, given, file }: Hints): Role[] {
  const words = table.columns.map((column) => headerWords(column.name));
  const roles = given ?? (named ? byName(table, kind, words) : words.map((): Role => 'ignore'));
  if (kind === 'contacts') leftTheList(table, roles, file);
  if (!given) byValue(table, kind, roles);
  nameParts(words, roles, (column) => fitsField(table.columns[column]!, kind, 'customer-name'));
  if (kind === 'answers') guessQuestions(table, words, roles, preset);
  return roles;
}

/** What is known besides the cells. `given` are the meanings that a known export has; `file` is the name of the file. */
export interface Hints {
  named: boolean;
  preset: Preset | null;
  given?: Role[];
  file: string;
}

interface Claim {
  column: number;
  role: Role;
  score: number;
}

function byName(table: RawTable, kind: RecordKind, words: readonly string[]): Role[] {
  const roles = words.map((): Role => 'ignore');
  const given = new Set<Role>();
  const claims = words.flatMap((word, column) => claimsOf(kind, word, column)).sort((a, b) => b.score - a.score || a.column - b.column);
  for (const { column, role } of claims) {
    if (given.has(role) || roles[column] !== 'ignore' || !fitsField(table.columns[column]!, kind, role)) continue;
    roles[column] = role;
    given.add(role);
  }
  return roles;
}

function claimsOf(kind: RecordKind, word: string, column: number): Claim[] {
  if (word === '') return [];
  const allowed: readonly Role[] = FIELDS[kind].map((field) => field.role);
  return recordNames(kind).flatMap(([role, { exact, like }]): Claim[] => {
    if (!allowed.includes(role)) return [];
    const at = exact.indexOf(word);
    if (at >= 0) return [{ column, role, score: 1000 - at }];
    const other = OTHER.test(word) && role !== 'customer' && role !== 'order' && role !== 'coupon' && role !== 'campaign';
    return like?.test(word) && !other && word.length <= LONGEST ? [{ column, role, score: 400 - word.length }] : [];
  });
}

/** A longer name is a sentence that happens to hold the word. */
const LONGEST = 40;

/** Without a name only an e-mail, and the day of a kind that has one, give themselves away. */
function byValue(table: RawTable, kind: RecordKind, roles: Role[]): void {
  const free = (test: (cells: string[]) => boolean): number =>
    table.columns.findIndex((column, i) => roles[i] === 'ignore' && test(sampleOf(column)));
  const mail = roles.includes('email')
    ? -1
    : free((cells) => cells.length > 0 && cells.filter((cell) => /^\s*[^\s@]+@[^\s@]+\.\w+\s*$/.test(cell)).length >= cells.length * 0.9);
  if (mail >= 0) roles[mail] = 'email';
  const dated = FIELDS[kind].some((field) => field.role === 'date');
  if (!dated || roles.includes('date') || roles.some((role) => DAYS.includes(role))) return;
  const days = table.columns.flatMap((column, i) => (roles[i] === 'ignore' && dayShare(sampleOf(column)) >= 0.95 ? [i] : []));
  // Of several days nobody can tell which is meant.
  if (days.length === 1) roles[days[0]!] = 'date';
}

/** Days that a row has without being about them. */
const DAYS: readonly Role[] = ['unsubscribed', 'converted', 'opened', 'clicked', 'closed', 'answered', 'expires'];

/** A list of names and days whose file is called "unsubscribes" says when each of them left. */
function leftTheList(table: RawTable, roles: Role[], file: string): void {
  if (roles.includes('unsubscribed') || !isListOfLeavers(file)) return;
  const at = roles.includes('date')
    ? roles.indexOf('date')
    : table.columns.findIndex((column, i) => roles[i] === 'ignore' && dayShare(sampleOf(column)) >= 0.9);
  if (at >= 0) roles[at] = 'unsubscribed';
}

/** Whether a file is called after people who left a list of recipients. */
export function isListOfLeavers(file: string): boolean {
  return /unsub|opt[-_ ]?outs?\b|退订|退訂|取消訂閱|abgemeldet|désabonn/i.test(file);
}
