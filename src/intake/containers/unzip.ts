import { BlobReader, configure, ZipReader, type Entry, type FileEntry } from '@zip.js/zip.js/lib/zip-core-custom.js';
import { AppError } from '../../terms/app-error';
import { Unpacked, type Allowance } from './allowance';
import { detectEncoding } from '../decoding/detect-encoding';

configure({ useWebWorkers: false });

/** Entries that an archive may list before it is no archive of files that a shop exports. */
const MOST_ENTRIES = 20_000;

/** A file in an archive, still packed. */
export interface Packed {
  /** Its path in the archive, as the program that packed it meant it. */
  path: string;
  packed: number;
  /** Bytes that it says it unpacks to. */
  size: number;
  encrypted: boolean;
  entry: FileEntry;
}

/** The files of an archive, folders left out. Throws `intake/archive-damaged` and `intake/too-many-files`. */
export async function filesOfZip(blob: Blob): Promise<Packed[]> {
  const entries: FileEntry[] = [];
  try {
    for await (const entry of new ZipReader(new BlobReader(blob)).getEntriesGenerator()) {
      if (isFile(entry)) entries.push(entry);
      if (entries.length > MOST_ENTRIES) break;
    }
  } catch (cause) {
    throw new AppError('intake/archive-damaged', {}, cause);
  }
  if (entries.length > MOST_ENTRIES) throw new AppError('intake/unpacks-too-large', { most: 2 });
  const nameOf = nameReader(entries);
  return entries.map((entry) => ({
    path: nameOf(entry),
    packed: entry.compressedSize,
    size: entry.uncompressedSize,
    encrypted: entry.encrypted,
    entry,
  }));
}

/** What a file of an archive holds. Throws `intake/encrypted`, `intake/archive-damaged` or `intake/unpacks-too-large`. */
export async function unpack({ entry, packed, size, encrypted }: Packed, allowance: Allowance): Promise<Blob> {
  if (encrypted) throw new AppError('intake/encrypted');
  allowance.check(size, packed);
  const unpacked = new Unpacked(allowance, packed);
  let refused: unknown = null;
  const sink = new WritableStream<Uint8Array<ArrayBuffer>>({
    write(chunk) {
      try {
        unpacked.add(chunk);
      } catch (error) {
        refused = error;
        throw error;
      }
    },
  });
  try {
    await entry.getData(sink, { checkSignature: true, checkOverlappingEntry: true });
  } catch (cause) {
    throw refused instanceof AppError ? refused : new AppError('intake/archive-damaged', {}, cause);
  }
  return unpacked.blob();
}

function isFile(entry: Entry): entry is FileEntry {
  return !entry.directory;
}

/**
 * Reads the names of files. Windows in Chinese, Japanese or Korean writes them in its own encoding without saying so, and macOS in UTF-8
 * without saying so; all names of an archive are judged together, because one alone is too short.
 */
function nameReader(entries: readonly FileEntry[]): (entry: FileEntry) => string {
  const silent = entries.filter((entry) => !entry.filenameUTF8 && entry.rawFilename.some((byte) => byte > 0x7f));
  if (silent.length === 0) return (entry) => entry.filename;
  const bytes = Uint8Array.from(silent.flatMap((entry) => [...entry.rawFilename, 0x0a]));
  const decoder = new TextDecoder(detectEncoding([bytes]));
  return (entry) => (silent.includes(entry) ? decoder.decode(entry.rawFilename) : entry.filename);
}
