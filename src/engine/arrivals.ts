import { AppError } from '../terms/app-error';
import type { Day } from '../terms/day';
import type { DateOrder, ImportPlan, SaidReading } from '../terms/plan';
import type { Join, Preview, Purpose } from '../terms/preview';
import type { Tell } from '../terms/progress';
import type { Role } from '../terms/role';
import { openContainer, type Found, type NotFound } from '../intake/containers/open-container';
import type { How, Wanted } from '../intake/reading/read-file';
import { stageFile, type StagedFile } from '../intake/stage-file';
import { otherReading } from './other-reading';
import type { OtherReading, Staged, StageSource } from './protocol';
import { sha256Of } from './sha256-of';
import { SharedProgress } from './shared-progress';

/** Files that are looked at together; each is held in memory. */
export const MOST_FILES = 20;

/** A file on its way in. */
export interface Arrival {
  file: number;
  name: string;
  bytes: number;
  blob: Blob;
  sha256: Promise<string>;
  /** What was read, and the plan of the file's own columns; null where it cannot be read. */
  staged: StagedFile | null;
  plan: ImportPlan | null;
  /** Signature of its header as it was first read; '' where it cannot be. */
  signature: string;
  said: { purpose: Purpose | null; roles: Map<string, Role>; dateOrder: DateOrder | null };
  error: Staged['error'];
  otherwise: OtherReading | null;
  /** What was said of how it is written, before it was refused once more. */
  asked: SaidReading;
  shown: Shown | null;
}

/** A file among the others: with the columns that they lend it. */
export interface Shown {
  staged: StagedFile;
  plan: ImportPlan;
  purpose: Purpose;
  aside: Preview['aside'];
  joins: Join[];
  /** Where the brought columns come from, in their order. */
  brought: readonly string[];
  preview: Preview;
}

/** What reading files needs besides them. */
export interface Reading {
  today: Day;
  recall: (signature: string) => Promise<ImportPlan | undefined>;
  tell: Tell;
}

/**
 * Opens and reads files that were dropped together, one after the other; archives and workbooks may hold several. What cannot be read is
 * there with its error. Beyond `MOST_FILES` they are counted and left unread.
 *
 * @param number  gives each file its number
 */
export async function arrivalsOf(sources: readonly StageSource[], reading: Reading, number: () => number): Promise<Arrival[]> {
  const dropped = sources.map((source) => ('file' in source ? { name: source.file.name, blob: source.file } : pasted(source)));
  const progress = new SharedProgress(
    dropped.map(({ blob }) => blob.size),
    reading.tell,
  );
  const arrivals: Arrival[] = [];
  let unread = 0;
  for (const { name, blob } of dropped) {
    const room = MOST_FILES - arrivals.filter(({ staged }) => staged).length;
    if (room <= 0) unread++;
    else {
      progress.opening();
      const found = await openContainer(blob, name, room);
      const tells = progress.nextSource(found.map((one) => ('blob' in one ? one.blob.size : 0)));
      for (const [i, one] of found.entries()) {
        const twin = 'blob' in one ? await sameAmong(arrivals, one.blob) : null;
        const once = twin ? { name: one.name, bytes: twin.bytes, error: new AppError('intake/same-file', { name: twin.name }) } : one;
        arrivals.push(await arrival(once, { ...reading, tell: tells[i]! }, number()));
      }
    }
  }
  if (unread > 0) {
    const error = new AppError('intake/too-many-files', { most: MOST_FILES, count: unread });
    arrivals.push(refused({ name: dropped.at(-1)!.name, bytes: 0, error }, number()));
  }
  return arrivals;
}

/** The file among those read so far that has the same bytes, or null. Only files of one size are compared. */
async function sameAmong(arrivals: readonly Arrival[], blob: Blob): Promise<Arrival | null> {
  const alike = arrivals.filter(({ staged, bytes }) => staged && bytes === blob.size);
  if (alike.length === 0) return null;
  const sha256 = await sha256Of(blob);
  for (const one of alike) if (sha256 !== '' && (await one.sha256) === sha256) return one;
  return null;
}

/** Reads the bytes of a file in another way; what was said of its columns is forgotten with them. */
export async function readAgain(arrival: Arrival, how: How, { today, tell }: Reading): Promise<void> {
  arrival.staged = await stageFile(arrival.blob, arrival.name, today, () => Promise.resolve(undefined), tell, how);
  arrival.plan = arrival.staged.plan;
  arrival.said.roles.clear();
  arrival.said.dateOrder = null;
}

function pasted({ name, text }: Extract<StageSource, { text: string }>): { name: string; blob: Blob } {
  return { name, blob: new Blob([text], { type: 'text/csv' }) };
}

/** Reads the bytes of a file that was refused in the way that somebody names; it may be refused again. */
export async function readAs(one: Arrival, said: SaidReading, reading: Reading): Promise<void> {
  if (!one.otherwise) throw new AppError('intake/nothing-staged');
  const asked = { ...one.asked, ...said };
  Object.assign(one, await arrivalOf({ name: one.name, blob: one.blob }, asked, reading, one.file), { asked });
}

async function arrival(found: Found | NotFound, reading: Reading, file: number): Promise<Arrival> {
  if ('error' in found) return refused(found, file);
  return arrivalOf(found, found.how ?? {}, reading, file);
}

async function arrivalOf({ name, blob }: Pick<Found, 'name' | 'blob'>, wanted: Wanted, reading: Reading, file: number): Promise<Arrival> {
  try {
    const staged = await stageFile(blob, name, reading.today, reading.recall, reading.tell, wanted);
    const said = { purpose: null, roles: new Map(), dateOrder: null };
    const read = { staged, plan: staged.plan, signature: staged.signature, said, error: null, otherwise: null, asked: {}, shown: null };
    return { file, name, bytes: blob.size, blob, sha256: sha256Of(blob), ...read };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    // What is known of a sheet is so.
    const otherwise = wanted.dialect ? null : await otherReading(blob, error, wanted);
    return { ...refused({ name, bytes: blob.size, error }, file), ...(otherwise ? { blob, otherwise } : {}) };
  }
}

function refused({ name, bytes, error }: NotFound, file: number): Arrival {
  const said = { purpose: null, roles: new Map<string, Role>(), dateOrder: null };
  const { code, facts } = error;
  const nothing = {
    blob: new Blob([]),
    sha256: Promise.resolve(''),
    staged: null,
    plan: null,
    signature: '',
    otherwise: null,
    asked: {},
    shown: null,
  };
  return { file, name, bytes, ...nothing, said, error: { code, facts } };
}
