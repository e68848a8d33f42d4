import { AppError, type ErrorCode } from '../terms/app-error';
import type { Day } from '../terms/day';
import type { ImportPlan } from '../terms/plan';
import type { ImportCard } from '../terms/shop';
import type { Batch } from '../core/columns/batch';
import { stageFile } from '../intake/stage-file';
import { orderLines } from '../intake/staged-import';
import { sha256Of } from '../engine/sha256-of';
import { CommandError, type Options } from './parse-options';
import { columnIndex, planWith, refuseOpenQuestions } from './plan-with';

/** One file as columns, with its count of rows. */
export interface OrdersFile {
  batch: Omit<Batch, 'importId'>;
  plan: ImportPlan;
  /** Whether fractions of a unit were carried from row to row. */
  carried: boolean;
  card: Pick<ImportCard, 'name' | 'bytes' | 'sha256' | 'kind' | 'rows' | 'used' | 'leftOut' | 'parts'>;
}

/** Reads the files of a command with its mappings. Throws CommandError with a sentence that names the file. */
export async function readOrders(options: Options, io: { open(path: string): Promise<Blob>; today: Day }): Promise<OrdersFile[]> {
  const files: OrdersFile[] = [];
  const headers: string[][] = [];
  const seen = new Map<string, string>();
  for (const path of options.files) {
    const name = path.replace(/^.*[\\/]/, '');
    try {
      const blob = await opened(path, io);
      if (options.files.length > 1) await refuseTwice(blob, name, seen);
      const { header, ...file } = await readOne(blob, name, options, io.today);
      files.push(file);
      headers.push(header);
    } catch (error) {
      throw explained(name, error);
    }
  }
  refuseUnknownColumns(options.map, headers);
  refuseTwoCurrencies(files);
  return files;
}

async function readOne(blob: Blob, name: string, options: Options, today: Day): Promise<OrdersFile & { header: string[] }> {
  const staged = await stageFile(blob, name, today, () => Promise.resolve(undefined), quiet);
  const plan = planWith(staged.plan, options);
  refuseOpenQuestions(staged.preview(plan));
  const built = staged.build(plan, quiet);
  const { leftOut, parts, carried } = built;
  const batch = orderLines(built);
  const origin = { name, bytes: blob.size, sha256: await sha256Of(blob) };
  const card = { ...origin, kind: plan.kind, rows: staged.rows, used: batch.lines.rows, leftOut: leftOut.rows, parts };
  return { batch, plan, carried, card, header: plan.header };
}

const quiet = (): void => undefined;

async function opened(path: string, io: { open(path: string): Promise<Blob> }): Promise<Blob> {
  try {
    return await io.open(path);
  } catch (error) {
    throw new CommandError(1, `${path}: cannot be opened (${error instanceof Error ? error.message : String(error)}).`);
  }
}

/** The same bytes twice would count every order twice. */
async function refuseTwice(blob: Blob, name: string, seen: Map<string, string>): Promise<void> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer())).join();
  const earlier = seen.get(digest);
  if (earlier !== undefined) throw new CommandError(2, `${name}: the same file as ${earlier}; name it once.`);
  seen.set(digest, name);
}

function refuseUnknownColumns(map: Options['map'], headers: readonly string[][]): void {
  for (const { column } of map) {
    if (headers.some((header) => columnIndex(header, column) >= 0)) continue;
    throw new CommandError(
      2,
      `--map ${column}: no file has such a column. Columns: ${headers.map((header) => header.join(', ')).join('; ')}.`,
    );
  }
}

function refuseTwoCurrencies(files: readonly OrdersFile[]): void {
  const codes = [...new Set(files.map(({ batch }) => batch.currency.code))];
  if (codes.length > 1)
    throw new CommandError(
      3,
      `The files are in different currencies (${codes.map((code) => code || 'unknown').join(', ')}): ask about each alone.`,
    );
}

/** The sentences for what the intake refuses; other failures are ours and pass as they are. */
const SENTENCES: Partial<Record<ErrorCode, string>> = {
  'intake/empty-file': 'the file is empty',
  'intake/header-only': 'the file has a header and no rows',
  'intake/header-only-of': 'the file has the header of a known export and no rows',
  'intake/not-text': 'this is not a text file',
  'intake/line-too-long': 'a line is too long to be a row of orders',
  'intake/unclosed-quote': 'a quote is opened and never closed',
  'intake/too-many-columns': 'the file has too many columns',
  'intake/unreadable': 'the file could not be read',
  'intake/plan-incomplete': 'a column with a meaning that is needed is missing',
};

function explained(name: string, error: unknown): unknown {
  if (!(error instanceof AppError) || !SENTENCES[error.code]) return error;
  const facts = Object.entries(error.facts).map(([key, value]) => `${key} ${value}`);
  return new CommandError(1, `${name}: ${SENTENCES[error.code]}${facts.length ? ` (${facts.join(', ')})` : ''}.`);
}
