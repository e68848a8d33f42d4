import { AppError } from '../../terms/app-error';
import { Allowance } from './allowance';
import { gunzip } from './gunzip';
import type { How } from '../reading/read-file';
import { sheetDialect } from './sheet-dialect';
import { bytesOf } from '../decoding/text-source';

/** A file that may be a table of text: one that was dropped, one out of an archive, a sheet of a workbook. */
export interface Found {
  /** Name to show: `orders.zip › march.csv`, `book.xlsx › Sheet1`. */
  name: string;
  blob: Blob;
  /** How it is written, where that is known. */
  how: How | null;
}

/** Something in an archive or a workbook that is no table, and why. */
export interface NotFound {
  name: string;
  bytes: number;
  error: AppError;
}

/** Parts the name of an archive from what is in it. */
const IN = ' › ';
/** Archives in which another one is opened. */
const DEEPEST = 1;
const BYTES_TO_TELL = 8;
/** Endings that tables have; what else an archive holds is looked at after them. */
const TABLE = /\.(csv|tsv|tab|txt|xlsx|xlsm|gz|zip|dat)$/i;

/**
 * What a dropped file holds: itself, unless it is an archive or a workbook, whose readers are loaded only then.
 *
 * Archives in archives are opened one level deep. What cannot be read is told apart from what can; the first `most` files are opened and
 * the others counted in one refusal at the end.
 */
export async function openContainer(blob: Blob, name: string, most: number): Promise<(Found | NotFound)[]> {
  return open({ blob, name }, { depth: 0, most, allowance: new Allowance() });
}

interface Room {
  /** Archives around the file. */
  depth: number;
  most: number;
  allowance: Allowance;
}

interface Named {
  blob: Blob;
  name: string;
}

async function open(file: Named, room: Room): Promise<(Found | NotFound)[]> {
  try {
    const kind = containerKind(await bytesOf(file.blob, 0, BYTES_TO_TELL));
    if (kind === null) return [{ ...file, how: null }];
    if (kind === 'office' && (await isLocked(file.blob))) throw new AppError('intake/encrypted');
    if (kind === 'office') return [{ ...file, how: null }];
    if (room.depth > DEEPEST) throw new AppError('intake/nested-too-deep');
    return kind === 'gzip' ? await openGzip(file, room) : await openZip(file, room);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return [{ name: file.name, bytes: file.blob.size, error }];
  }
}

function containerKind([a, b, c, d]: Uint8Array): 'zip' | 'gzip' | 'office' | null {
  if (a === 0x1f && b === 0x8b) return 'gzip';
  if (a === 0x50 && b === 0x4b && ((c === 3 && d === 4) || (c === 5 && d === 6))) return 'zip';
  return a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0 ? 'office' : null;
}

async function openGzip({ blob, name }: Named, room: Room): Promise<(Found | NotFound)[]> {
  return open({ blob: await gunzip(blob, room.allowance), name }, { ...room, depth: room.depth + 1 });
}

async function openZip(file: Named, room: Room): Promise<(Found | NotFound)[]> {
  const { filesOfZip } = await import('./unzip');
  const files = await filesOfZip(file.blob);
  const paths = new Set(files.map(({ path }) => path));
  if (paths.has('xl/workbook.xml')) return openWorkbook(file, files, room);
  const office = officeKind(paths);
  if (office) throw new AppError('intake/not-text', { looksLike: office });
  return openArchive(file, files, room);
}

/** Documents that are archives inside, and of no use here. */
function officeKind(paths: ReadonlySet<string>): string | null {
  if (paths.has('xl/workbook.bin')) return 'xlsb';
  if (paths.has('word/document.xml')) return 'docx';
  if (paths.has('ppt/presentation.xml')) return 'pptx';
  if (paths.has('Index/Document.iwa') || paths.has('Index.zip')) return 'numbers';
  return paths.has('content.xml') && paths.has('META-INF/manifest.xml') ? 'ods' : null;
}

type Files = Awaited<ReturnType<(typeof import('./unzip'))['filesOfZip']>>;

async function openArchive({ name }: Named, all: Files, room: Room): Promise<(Found | NotFound)[]> {
  const { unpack } = await import('./unzip');
  const files = all.filter(({ path }) => !isHidden(path)).sort((a, b) => Number(TABLE.test(b.path)) - Number(TABLE.test(a.path)));
  if (files.length === 0) throw new AppError('intake/archive-empty');
  const inside: (Found | NotFound)[] = [];
  for (const file of files.slice(0, room.most)) {
    const full = name + IN + nameIn(file.path, files);
    try {
      const blob = await unpack(file, room.allowance);
      inside.push(...(await open({ blob, name: full }, { ...room, depth: room.depth + 1, most: room.most - inside.length })));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      inside.push({ name: full, bytes: file.size, error });
    }
  }
  return withRest(inside, name, files.length, room.most);
}

async function openWorkbook({ blob, name }: Named, files: Files, room: Room): Promise<(Found | NotFound)[]> {
  const { readWorkbook } = await import('./read-workbook');
  const { sheets, rest } = await readWorkbook(blob, files, room.allowance, room.most);
  if (!sheets.some(({ text }) => text)) throw new AppError('intake/archive-empty');
  const inside: (Found | NotFound)[] = [];
  for (const sheet of sheets) {
    const full = name + IN + sheet.name;
    if (sheet.text) inside.push({ name: full, blob: sheet.text, how: await sheetDialect(sheet.text) });
    else inside.push({ name: full, bytes: 0, error: new AppError('intake/sheet-empty') });
  }
  return withRest(inside, name, sheets.length + rest, room.most);
}

function withRest(inside: (Found | NotFound)[], name: string, count: number, most: number): (Found | NotFound)[] {
  if (count <= most) return inside;
  return [...inside, { name, bytes: 0, error: new AppError('intake/too-many-files', { most, count: count - most }) }];
}

/** What systems put into archives for themselves. */
function isHidden(path: string): boolean {
  return path.split('/').some((part) => part === '__MACOSX' || part.startsWith('.')) || /(^|\/)(Thumbs\.db|desktop\.ini)$/i.test(path);
}

/** The last part of a path, or all of it where another file is called the same. */
function nameIn(path: string, files: Files): string {
  const last = (of: string): string => of.replace(/^.*[\\/]/, '');
  return files.filter((file) => last(file.path) === last(path)).length > 1 ? path : last(path);
}

/** Whether an office file is one that a password locks: those hold a part of that name in place of a workbook. */
async function isLocked(blob: Blob): Promise<boolean> {
  const name = Uint8Array.from([...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]));
  const text = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);
  const wanted = text(name);
  for (let at = 0; at < blob.size; at += SLICE) {
    if (text(await bytesOf(blob, at, at + SLICE + name.length)).includes(wanted)) return true;
  }
  return false;
}

const SLICE = 4 * 1024 ** 2;
