import type { ImportPlan } from '../../terms/plan';
import type { Preview, Purpose } from '../../terms/preview';
import { FIELDS, PERSON_ROLES } from '../../terms/fields';
import { completeFile, type CompletedFile, type Said } from './complete-file';
import { isComplete } from '../meaning/is-complete';
import { LinkFinder, type LinkedFile } from './link-files';
import { isSameOrders } from './same-orders';
import { columnOf, moneyWay } from '../meaning/plan-columns';
import { refusalOf } from '../meaning/refusal-of';

/** A file as it was dropped, and what the user said about it. */
export interface DroppedFile extends LinkedFile {
  said: Said & { purpose: Purpose | null };
}

/** What becomes of a file among the others. */
export interface ArrangedFile {
  file: number;
  purpose: Purpose;
  aside: Preview['aside'];
  completed: CompletedFile;
}

/**
 * Says of files that were dropped together which are kept, which are only asked for columns and which are left aside.
 *
 * Of several files about the same orders the one with the finest rows is kept, so that no money counts twice; two exports of one program
 * are never such files. Files of other kinds are kept. What the user said of a file stands, and the others follow. A file alone is kept.
 */
export function arrangeFiles(files: readonly DroppedFile[], finder = new LinkFinder()): ArrangedFile[] {
  const others = files.filter(({ said }) => said.purpose !== 'aside');
  const first = files.map((file) => ({ file, completed: complete(file, others, finder) }));
  const people = new Map(first.flatMap(({ completed: { personOf } }) => (personOf ? [[personOf.file, personOf.column] as const] : [])));
  const all = first.map((one) => (people.has(one.file.file) ? keyedByPerson(one, people.get(one.file.file)!, others, finder) : one));
  return withPurposes(all);
}

interface Candidate {
  file: DroppedFile;
  completed: CompletedFile;
}

/** Only files that can be kept ask others: the rest are there to be asked. */
function complete(file: DroppedFile, others: readonly DroppedFile[], finder: LinkFinder): CompletedFile {
  const { kind } = file.plan;
  const asks = kind !== 'orders' || moneyWay(file.plan) !== null;
  // Whole orders of another till may have the same numbers by chance.
  const stranger = (other: DroppedFile): boolean =>
    kind === 'orders' && other.plan.kind === 'orders' && isComplete(file.plan) && isComplete(other.plan) && !isSameOrders(file, other);
  const askable = asks ? others.filter((other) => !stranger(other)) : [];
  return completeFile(file, askable, file.said, finder);
}

/** A list of customers whose number is another one on every order is kept under the key that tells people apart, as its orders are. */
function keyedByPerson({ file, completed }: Candidate, column: number, others: readonly DroppedFile[], finder: LinkFinder): Candidate {
  if (file.plan.kind !== 'customers') return { file, completed };
  const roles = file.plan.roles.map((role, c) => (c === column ? 'customer' : role === 'customer' ? 'ignore' : role));
  return { file, completed: completeFile({ ...file, plan: { ...file.plan, roles } }, others, file.said, finder) };
}

function withPurposes(all: readonly Candidate[]): ArrangedFile[] {
  const wanted = keptFiles(all);
  const asked = askedBy(wanted);
  // A list that only says which number belongs to whom has been used up when it was asked.
  const kept = new Set([...wanted].filter((one) => one.file.said.purpose === 'keep' || !asked.has(one.file.file) || saysMore(one)));
  return all.map((one) => ({ file: one.file.file, completed: one.completed, ...purposeOf(one, all, kept, asked) }));
}

function askedBy(kept: ReadonlySet<Candidate>): ReadonlySet<number> {
  return new Set([...kept].flatMap(({ completed }) => completed.joins.map((join) => join.file)));
}

/** Whether a file says anything of people but who they are; orders and the other kinds always do. */
function saysMore({ completed: { plan } }: Candidate): boolean {
  return plan.kind !== 'customers' || FIELDS.customers.some(({ role }) => !isPerson(role) && plan.roles.includes(role));
}

function purposeOf(
  one: Candidate,
  all: readonly Candidate[],
  kept: ReadonlySet<Candidate>,
  asked: ReadonlySet<number>,
): Pick<ArrangedFile, 'purpose' | 'aside'> {
  const { said, plan, file } = one.file;
  if (said.purpose) return { purpose: said.purpose, aside: null };
  if (kept.has(one)) return { purpose: 'keep', aside: null };
  if (asked.has(file)) return { purpose: 'lookup', aside: null };
  const twin = [...kept].find((other) => isSameOrders(one.file, other.file));
  if (twin && moneyWay(plan) !== null) return { purpose: 'aside', aside: { why: 'money-elsewhere', name: twin.file.name } };
  return { purpose: 'aside', aside: { why: all.length > 1 && moneyWay(plan) !== null ? 'not-whole' : 'not-asked', name: '' } };
}

/** The files that become imports; when none is whole, all of them, so that each can be asked about. */
function keptFiles(all: readonly Candidate[]): ReadonlySet<Candidate> {
  const open = all.filter(({ file }) => file.said.purpose === null);
  const whole = open.filter(isWhole);
  const kept = whole.filter((one) => one === finest(one, whole));
  const said = all.filter(({ file }) => file.said.purpose === 'keep');
  if (kept.length + said.length > 0) return new Set([...said, ...kept]);
  const readable = open.filter(({ completed }) => refusalOf(completed.plan) === null);
  return new Set(readable.length > 0 ? readable : open);
}

function isWhole({ completed: { plan } }: Candidate): boolean {
  return refusalOf(plan) === null && isComplete(plan);
}

function isPerson(role: ImportPlan['roles'][number]): boolean {
  return (PERSON_ROLES as readonly string[]).includes(role);
}

/** Of all files about the same orders the one whose rows are the finest: with products, then with the most rows to an order. */
function finest(one: Candidate, among: readonly Candidate[]): Candidate {
  const rank = ({ file: { plan, readings } }: Candidate): number => {
    const order = columnOf(plan, 'order');
    const goods = plan.roles.some((role) => role === 'product' || role === 'product-name' || role === 'quantity');
    return (goods ? 1e6 : 0) + (order < 0 ? 0 : readings.table.rows / Math.max(1, readings.keys(order, 'order').keys.size));
  };
  return among
    .filter((other) => other === one || isSameOrders(one.file, other.file))
    .reduce((best, other) => (rank(other) > rank(best) ? other : best));
}
