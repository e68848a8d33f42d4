import { NO_DAY, NONE } from '../../core/columns/batch';
import { packedSize, unpack } from '../../core/columns/packed-strings';
import { FLAG_YES, type RecordBatch, type RecordColumn, type RecordField } from '../../core/columns/records';
import type { RecordKind } from '../../terms/fields';
import type { Reason } from '../../terms/part';
import type { KindCount } from '../../terms/preview';
import type { Role } from '../../terms/role';
import { HELD_OUT_ARM } from '../cells/arm-words';
import { isClosedWord } from '../cells/case-words';
import { countPoints } from './count-points';

type Records = Omit<RecordBatch, 'importId'>;

/**
 * What records of a kind hold, in numbers; the words stand in i18n under `kind-count.<code>`. Counts of a field that the file does not
 * have are not given. Cost: a few passes over the records.
 *
 * @param dropped  what was left out of rows that gave other records
 */
export function countRecords(records: Records, dropped: Partial<Record<Reason, number>> = {}): KindCount[] {
  const outside = Object.values(dropped).reduce((sum, count) => sum + count, 0);
  return [...COUNTS[records.kind](records), ...(outside > 0 ? [of('answers-left-out', outside)] : [])];
}

const COUNTS: Readonly<Record<RecordKind, (records: Records) => KindCount[]>> = {
  customers: (records) => [
    of('customers', persons(records)),
    ...has(records, 'email', 'with-email'),
    ...has(records, 'phone', 'with-phone'),
    ...flagged(records, 'consent', 'consented'),
  ],
  answers: (records) => [
    of('respondents', persons(records)),
    of('answers', records.rows),
    of('questions', different(records, 'question')),
    of('comments', present(records, 'comment')),
    ...scales(records),
  ],
  points: (records) => [of('members', persons(records)), of('movements', present(records, 'points')), ...countPoints(records)],
  feedback: (records) => [
    of('cases', records.rows),
    ...closed(records),
    ...has(records, 'answered', 'answered'),
    ...has(records, 'score', 'scored'),
  ],
  contacts: (records) => [
    of('contacts', records.rows),
    of('people', persons(records)),
    ...(records.fields.campaign ? [of('campaigns', different(records, 'campaign'))] : []),
    ...(['delivered', 'opened', 'clicked', 'converted', 'bounced', 'unsubscribed'] as const).flatMap((role) =>
      flagged(records, role, role),
    ),
    ...heldOut(records),
  ],
};

function of(code: string, value: number, unit: KindCount['unit'] = 'count'): KindCount {
  return { code, value, unit };
}

/** Whether a record has a value in a field. */
function isThere(column: RecordColumn | undefined, i: number): boolean {
  if (!column) return false;
  if (column.type === 'text') return column.codes[i] !== NONE;
  if (column.type === 'day') return column.values[i] !== NO_DAY;
  return column.type === 'number' ? !Number.isNaN(column.values[i]!) : column.values[i] === FLAG_YES;
}

function present(records: Records, field: RecordField): number {
  const column = records.fields[field];
  let count = 0;
  for (let i = 0; i < records.rows; i++) if (isThere(column, i)) count++;
  return count;
}

function has(records: Records, field: Role, code: string): KindCount[] {
  return records.fields[field] ? [of(code, present(records, field))] : [];
}

function flagged(records: Records, field: Role, code: string): KindCount[] {
  const column = records.fields[field];
  return column?.type === 'flag' ? [of(code, present(records, field))] : [];
}

function different(records: Records, field: Role): number {
  const column = records.fields[field];
  if (column?.type !== 'text') return 0;
  const seen = new Uint8Array(packedSize(column.texts));
  for (const code of column.codes) if (code !== NONE) seen[code] = 1;
  return seen.reduce((sum, one) => sum + one, 0);
}

/** Roles by which people are told apart, the surest first. An answer sheet or an order stands for the one who made it. */
const BY: readonly Role[] = ['customer', 'email', 'phone', 'customer-name', 'respondent', 'order'];

/**
 * Different people of the records, each told by the first of its keys; who has none is one person per row of the file. People of several
 * keys are put together across all files by the core.
 */
function persons(records: Records): number {
  const keys = BY.map((role) => records.fields[role]).filter((column) => column?.type === 'text');
  const seen = keys.map((column) => new Uint8Array(packedSize(column.texts)));
  let count = 0;
  let line = 0;
  for (let i = 0; i < records.rows; i++) {
    const at = keys.findIndex((column) => column.codes[i] !== NONE);
    if (at < 0) {
      if (records.line[i] !== line) count++;
      line = records.line[i]!;
    } else if (seen[at]![keys[at]!.codes[i]!] === 0) count += seen[at]![keys[at]!.codes[i]!] = 1;
  }
  return count;
}

/** Answers on each scale, the one with most answers first. */
function scales(records: Records): KindCount[] {
  const column = records.fields.scale;
  if (column?.type !== 'text') return [];
  const counts = new Float64Array(packedSize(column.texts));
  for (const code of column.codes) if (code !== NONE) counts[code]!++;
  const list = Array.from(counts, (value, code) => of(`scale-${unpack(column.texts, code)}`, value));
  return list.filter(({ value }) => value > 0).sort((a, b) => b.value - a.value);
}

function closed(records: Records): KindCount[] {
  const { closed: days, status } = records.fields;
  if (!days && status?.type !== 'text') return [];
  const shut = status?.type === 'text' ? Array.from(status.texts.ends, (_, code) => isClosedWord(unpack(status.texts, code))) : [];
  let count = 0;
  for (let i = 0; i < records.rows; i++) if (isThere(days, i) || (status?.type === 'text' && shut[status.codes[i]!])) count++;
  return [of('closed', count), of('open', records.rows - count)];
}

function heldOut(records: Records): KindCount[] {
  const arm = records.fields.arm;
  if (arm?.type !== 'text') return [];
  let count = 0;
  for (const code of arm.codes) if (code !== NONE && unpack(arm.texts, code) === HELD_OUT_ARM) count++;
  return [of('held-out', count)];
}
