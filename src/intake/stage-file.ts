import { AppError } from '../terms/app-error';
import type { Day } from '../terms/day';
import type { Part } from '../terms/part';
import type { Dialect, ImportPlan } from '../terms/plan';
import type { Preview, PreviewRow } from '../terms/preview';
import type { Tell } from '../terms/progress';
import { guessPlan, planOfKind } from './meaning/guess-plan';
import { refusalOf } from './meaning/refusal-of';
import { headerSignature } from './meaning/header-signature';
import { headerOnly } from './reading/header-only';
import { interpret, type Interpretation } from './orders/interpret';
import { interpretRecords, type RecordInterpretation } from './records/interpret-records';
import { preparePhones } from './cells/phone-numbers';
import { previewOf } from './preview/preview';
import { mendedRows, planForMended, signaturesOf } from './reading/mended-rows';
import type { RawTable } from './table/raw-table';
import { isSameWay, readFile, type Wanted } from './reading/read-file';
import { Readings } from './cells/readings';
import { refitPlan } from './meaning/refit-plan';
import { recordPreview } from './preview/record-preview';
import { stagedOrders, stagedRecords, type StagedImport } from './staged-import';
import { rowsOfPart } from './preview/staged-rows';

type Read = Interpretation | RecordInterpretation;
type Lost = Pick<Preview, 'undecodable' | 'undecodableLines'>;

/**
 * Reads a file once into columns and says what it seems to be. Nothing is written.
 *
 * @param recall  the plan that was kept for files with the same header
 * @param wanted  what the user chose of encoding and dialect; the rest is found out
 * @returns       throws `AppError` with an `intake/…` code for what is no readable table
 */
export async function stageFile(
  blob: Blob,
  name: string,
  today: Day,
  recall: (signature: string) => Promise<ImportPlan | undefined>,
  tell: Tell,
  wanted?: Wanted,
): Promise<StagedFile> {
  if (blob.size === 0) throw new AppError('intake/empty-file');
  const first = await readFile(blob, tell, wanted);
  if (first.read.table.rows === 0) throw headerOnly(first.read.table, first.how.dialect);
  const mended = mendedRows(first.read.table);
  const signatures = signaturesOfTable(mended ?? first.read.table, first.how.dialect, mended !== null);
  const recalled = await firstOf(signatures, recall);
  const corrected = recalled && !mended && signatureOf(recalled) !== signatures[0] ? await readAsCorrected(blob, recalled, tell) : null;
  const { read, how } = corrected ?? first;
  const readings = new Readings(mended ?? read.table, today);
  const guess = guessPlan(readings, how, name);
  const refitted = recalled && (corrected || signatures.includes(signatureOf(recalled))) ? refitPlan(recalled, guess, readings) : null;
  if (guess.roles.includes('phone') || recalled?.roles.includes('phone')) await preparePhones();
  return new StagedFile({
    name,
    bytes: blob.size,
    plan: mended ? planForMended(refitted ?? guess) : (refitted ?? guess),
    remembered: refitted !== null,
    signature: signatures[0]!,
    lost: { undecodable: read.undecodable, undecodableLines: read.undecodableLines },
    readings,
  });
}

function signatureOf({ header, dialect }: ImportPlan): string {
  return headerSignature(header, dialect);
}

/** Signatures under which the plan of a file may be remembered; that of the file as it was first read stands first. */
function signaturesOfTable({ columns }: RawTable, dialect: Dialect, mended: boolean): string[] {
  const header = columns.map((column) => column.name);
  return mended ? signaturesOf(header, dialect) : [headerSignature(header, dialect)];
}

/**
 * The file read in the way to which somebody corrected the reading of one that began like it: other lines of names, another delimiter or
 * encoding. Null where it does not have the names of that one in this way.
 */
async function readAsCorrected(blob: Blob, plan: ImportPlan, tell: Tell): Promise<Awaited<ReturnType<typeof readFile>> | null> {
  try {
    const again = await readFile(blob, tell, { encoding: plan.encoding, dialect: plan.dialect });
    const [signature] = signaturesOfTable(again.read.table, again.how.dialect, false);
    return again.read.table.rows > 0 && signature === signatureOf(plan) ? again : null;
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

async function firstOf<T>(signatures: readonly string[], recall: (signature: string) => Promise<T | undefined>): Promise<T | undefined> {
  for (const signature of signatures) {
    const found = await recall(signature);
    if (found) return found;
  }
  return undefined;
}

/** A file in memory, read but not kept, that can be looked at under any plan. */
export class StagedFile {
  readonly name: string;
  readonly bytes: number;
  /** The plan that was remembered, or guessed. */
  readonly plan: ImportPlan;
  readonly remembered: boolean;
  /** Signature of the header as it was first read, before anybody corrected it. */
  readonly signature: string;
  readonly #lost: Lost;
  readonly #readings: Readings;
  #last: Read | null = null;

  constructor(file: {
    name: string;
    bytes: number;
    plan: ImportPlan;
    remembered: boolean;
    signature: string;
    lost: Lost;
    readings: Readings;
  }) {
    this.name = file.name;
    this.bytes = file.bytes;
    this.plan = file.plan;
    this.remembered = file.remembered;
    this.signature = file.signature;
    this.#lost = file.lost;
    this.#readings = file.readings;
  }

  get rows(): number {
    return this.#readings.table.rows;
  }

  /** What its cells mean, for whoever links files. */
  get readings(): Readings {
    return this.#readings;
  }

  /** The same file over readings that have columns of other files behind its own. */
  over(readings: Readings): StagedFile {
    const { name, bytes, plan, remembered, signature } = this;
    return new StagedFile({ name, bytes, plan, remembered, signature, lost: this.#lost, readings });
  }

  /** Whether a plan reads the bytes in another way, so that the file must be staged again. */
  needsReading(plan: ImportPlan): boolean {
    return !isSameWay(plan, this.plan);
  }

  /** A plan whose kind differs from the one before, with the meanings that the columns have in such a file; else the plan itself. */
  ofKind(plan: ImportPlan, before: ImportPlan): ImportPlan {
    const same = plan.roles.every((role, i) => role === before.roles[i]);
    if (plan.kind === before.kind || !same) return plan;
    const { kind, roles, preset, dateOrder } = this.plan;
    // Back to what it was read as; a report of no kind at all stays what somebody says it is.
    if (plan.kind === kind && refusalOf(this.plan) === null) return { ...plan, roles, preset, dateOrder };
    return planOfKind(this.#readings, plan, this.name);
  }

  /** Loads what reading by a plan needs; to be awaited before the plan is used. */
  async prepare(plan: ImportPlan): Promise<void> {
    if (plan.roles.includes('phone')) await preparePhones();
  }

  /** All that the preview shows under a plan that does not need reading. Cost: a few passes over codes, no text is parsed twice. */
  preview(plan: ImportPlan): Preview {
    const readings = this.#readings.under(plan);
    const read = this.#read(plan);
    const about = { file: { name: this.name, bytes: this.bytes }, remembered: this.remembered, ...this.#lost };
    return 'records' in read ? recordPreview(readings, read, about) : previewOf(readings, read, about);
  }

  rowsOf(plan: ImportPlan, part: Part['code'], offset: number, limit: number): PreviewRow[] {
    return rowsOfPart(this.#readings.under(plan), this.#read(plan), part, offset, limit);
  }

  /** The columns to keep. Throws `intake/plan-incomplete` or `intake/nothing-staged`. */
  build(plan: ImportPlan, tell: Tell): StagedImport {
    const progress = { phase: 'group', rowsExpected: this.rows, bytes: this.bytes, bytesTotal: this.bytes } as const;
    tell({ ...progress, rows: 0 });
    const readings = this.#readings.under(plan);
    const read = this.#read(plan);
    const staged = 'records' in read ? stagedRecords(readings, read) : stagedOrders(readings, read);
    tell({ ...progress, rows: this.rows, parts: Object.fromEntries(staged.parts.map((part) => [part.code, part.rows])) });
    return staged;
  }

  /** What the rows become: orders one way, records of the other kinds another. */
  #read(plan: ImportPlan): Read {
    const readings = this.#readings.under(plan);
    if (this.#last?.plan !== plan) this.#last = plan.kind === 'orders' ? interpret(readings, plan) : interpretRecords(readings, plan);
    return this.#last;
  }
}
