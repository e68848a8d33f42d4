import { AppError } from '../terms/app-error';
import type { Day } from '../terms/day';
import type { ImportPlan, Part, Preview, PreviewRow, Tell } from '../terms/plan';
import { buildImport, type StagedImport } from './build-import';
import { guessPlan } from './guess-plan';
import { headerSignature } from './header-signature';
import { headerOnly } from './header-only';
import { interpret, type Interpretation } from './interpret';
import { preparePhones } from './phone-numbers';
import { previewOf } from './preview';
import { isSameWay, readFile, type How } from './read-file';
import { Readings } from './readings';
import { refitPlan } from './refit-plan';
import { rowsOfPart } from './staged-rows';

type Lost = Pick<Preview, 'undecodable' | 'undecodableLines'>;

/**
 * Reads a file once into columns and says what it seems to be. Nothing is written.
 *
 * @param recall  the plan that was kept for files with the same header
 * @param wanted  encoding and dialect that the user chose; else both are found out
 * @returns       throws `AppError` with an `intake/…` code for what is no readable table
 */
export async function stageFile(
  blob: Blob,
  name: string,
  today: Day,
  recall: (signature: string) => Promise<ImportPlan | undefined>,
  tell: Tell,
  wanted?: How,
): Promise<StagedFile> {
  if (blob.size === 0) throw new AppError('intake/empty-file');
  const { read, how } = await readFile(blob, tell, wanted);
  if (read.table.rows === 0) throw headerOnly(read.table, how.dialect);
  const readings = new Readings(read.table, today);
  const guess = guessPlan(readings, how);
  const recalled = await recall(headerSignature(guess.header, how.dialect));
  const refitted = recalled ? refitPlan(recalled, guess, readings) : null;
  if (guess.roles.includes('phone') || recalled?.roles.includes('phone')) await preparePhones();
  return new StagedFile({
    name,
    bytes: blob.size,
    plan: refitted ?? guess,
    remembered: refitted !== null,
    lost: { undecodable: read.undecodable, undecodableLines: read.undecodableLines },
    readings,
  });
}

/** A file in memory, read but not kept, that can be looked at under any plan. */
export class StagedFile {
  readonly name: string;
  readonly bytes: number;
  /** The plan that was remembered, or guessed. */
  readonly plan: ImportPlan;
  readonly remembered: boolean;
  readonly #lost: Lost;
  readonly #readings: Readings;
  #last: Interpretation | null = null;

  constructor(file: { name: string; bytes: number; plan: ImportPlan; remembered: boolean; lost: Lost; readings: Readings }) {
    this.name = file.name;
    this.bytes = file.bytes;
    this.plan = file.plan;
    this.remembered = file.remembered;
    this.#lost = file.lost;
    this.#readings = file.readings;
  }

  get rows(): number {
    return this.#readings.table.rows;
  }

  /** Whether a plan reads the bytes in another way, so that the file must be staged again. */
  needsReading(plan: ImportPlan): boolean {
    return !isSameWay(plan, this.plan);
  }

  /** Loads what reading by a plan needs; to be awaited before the plan is used. */
  async prepare(plan: ImportPlan): Promise<void> {
    if (plan.roles.includes('phone')) await preparePhones();
  }

  /** All that the preview shows under a plan that does not need reading. Cost: a few passes over codes, no text is parsed twice. */
  preview(plan: ImportPlan): Preview {
    return previewOf(this.#readings.under(plan), this.#read(plan), {
      file: { name: this.name, bytes: this.bytes },
      remembered: this.remembered,
      ...this.#lost,
    });
  }

  rowsOf(plan: ImportPlan, part: Part['code'], offset: number, limit: number): PreviewRow[] {
    return rowsOfPart(this.#readings.under(plan), this.#read(plan), part, offset, limit);
  }

  /** The columns to keep. Throws `intake/plan-incomplete` or `intake/nothing-staged`. */
  build(plan: ImportPlan, tell: Tell): StagedImport {
    const progress = { phase: 'group', rowsExpected: this.rows, bytes: this.bytes, bytesTotal: this.bytes } as const;
    tell({ ...progress, rows: 0 });
    const staged = buildImport(this.#readings.under(plan), this.#read(plan));
    tell({ ...progress, rows: this.rows, parts: Object.fromEntries(staged.parts.map((part) => [part.code, part.rows])) });
    return staged;
  }

  #read(plan: ImportPlan): Interpretation {
    if (this.#last?.plan !== plan) this.#last = interpret(this.#readings.under(plan), plan);
    return this.#last;
  }
}
