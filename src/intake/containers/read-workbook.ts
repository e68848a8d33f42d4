import { streamXlsxRows } from 'hucre/xlsx';
import { AppError } from '../../terms/app-error';
import type { Allowance } from './allowance';
import { cellText, type CellValue } from '../cells/cell-text';
import { csvRecord } from '../table/csv-record';
import { unpack, type Packed } from './unzip';

/** A sheet of a workbook as CSV text, line for line the rows of the sheet; null when nothing stands in it. */
export interface Sheet {
  name: string;
  text: Blob | null;
}

/** Columns beyond which a sheet is no table. */
const MOST_COLUMNS = 5000;
/** Rows that a sheet can have: what names another is no workbook. */
const MOST_ROWS = 1 << 20;
/** Text is gathered in pieces of about this many letters. */
const PIECE = 1 << 20;
/** Bytes of the list of sheets beyond which it is none. */
const LONGEST_LIST = 16 * 1024 ** 2;

/**
 * Reads the sheets of an .xlsx file that can be seen, one after the other.
 *
 * Values are those that were last computed. Cost: linear; some 8 µs a row of eight cells, in 115 MB for 500 000 rows.
 * @param most   sheets to read
 * @returns      the sheets, and how many more there are; throws `intake/archive-damaged`, `intake/encrypted`, `intake/unpacks-too-large` or `intake/too-many-columns`
 */
export async function readWorkbook(
  blob: Blob,
  files: readonly Packed[],
  allowance: Allowance,
  most: number,
): Promise<{ sheets: Sheet[]; rest: number }> {
  // The reader stops where a part grows past the size that it states, so the sizes stated are what has to be bounded.
  for (const { size, packed, encrypted } of files) {
    if (encrypted) throw new AppError('intake/encrypted');
    if (size === 0 && packed > 2) throw new AppError('intake/archive-damaged');
    allowance.check(size, packed);
  }
  allowance.take(
    files.reduce((sum, file) => sum + file.size, 0),
    0,
    blob.size,
  );
  const names = await sheetNames(files, allowance);
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const sheets: Sheet[] = [];
  for (const name of names.slice(0, most)) sheets.push({ name, text: await sheetText(bytes, name, allowance) });
  return { sheets, rest: names.length - sheets.length };
}

/** Names of the sheets that are not hidden, in their order. */
async function sheetNames(files: readonly Packed[], allowance: Allowance): Promise<string[]> {
  const list = files.find((file) => file.path === 'xl/workbook.xml');
  if (!list || list.size > LONGEST_LIST) throw new AppError('intake/archive-damaged');
  const xml = await (await unpack(list, allowance)).text();
  const tags = xml.match(/<(?:\w+:)?sheet\s[^>]*>/g) ?? [];
  return tags
    .filter((tag) => !/\sstate\s*=\s*["'](?:hidden|veryHidden)["']/.test(tag))
    .flatMap(
      (tag) =>
        /\sname\s*=\s*(?:"([^"]*)"|'([^']*)')/
          .exec(tag)
          ?.slice(1)
          .find((name) => name !== undefined) ?? [],
    )
    .map(withoutEntities);
}

function withoutEntities(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(amp|lt|gt|quot|apos));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name) return { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }[name.toLowerCase()] ?? whole;
    const code = hex ? parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

async function sheetText(bytes: Uint8Array, sheet: string, allowance: Allowance): Promise<Blob | null> {
  const text = new SheetText(bytes.length, allowance);
  try {
    for await (const { index, values } of streamXlsxRows(bytes, { sheet })) text.add(index, values as CellValue[]);
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    // A chart on a sheet of its own has no rows to read.
    if (cause instanceof Error && /missing worksheet/i.test(cause.message)) return null;
    throw new AppError('intake/archive-damaged', {}, cause);
  }
  return text.blob();
}

/** The rows of a sheet as they come, written as CSV. */
class SheetText {
  readonly #allowance: Allowance;
  readonly #packed: number;
  #pieces: Blob[] = [];
  #piece = '';
  #length = 0;
  #lines = 0;
  #width = 0;
  #filled = false;

  constructor(packed: number, allowance: Allowance) {
    this.#packed = packed;
    this.#allowance = allowance;
  }

  /** @param index  position of the row, 0 first; rows that the workbook leaves out are blank lines */
  add(index: number, values: readonly CellValue[]): void {
    if (!(index >= 0 && index < MOST_ROWS)) throw new AppError('intake/archive-damaged');
    if (values.length > MOST_COLUMNS) throw new AppError('intake/too-many-columns', { columns: values.length, most: MOST_COLUMNS });
    const cells = values.map(cellText);
    while (cells.length > 0 && cells.at(-1)!.trim() === '') cells.pop();
    const blank = cells.length === 0;
    // Cells that are empty at the end of a row are there all the same, as in an export.
    this.#width = Math.max(this.#width, cells.length);
    while (!blank && cells.length < this.#width) cells.push('');
    this.#filled ||= !blank;
    this.#write('\n'.repeat(Math.max(0, index - this.#lines)) + csvRecord(cells) + '\n');
    this.#lines = Math.max(this.#lines, index) + 1;
  }

  blob(): Blob | null {
    this.#pieces.push(new Blob([this.#piece]));
    return this.#filled ? new Blob(this.#pieces) : null;
  }

  #write(text: string): void {
    this.#piece += text;
    if (this.#piece.length < PIECE) return;
    const piece = new Blob([this.#piece]);
    this.#length += piece.size;
    this.#allowance.take(piece.size, this.#length, this.#packed);
    this.#pieces.push(piece);
    this.#piece = '';
  }
}
