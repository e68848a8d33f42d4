import { AppError } from '../../terms/app-error';
import type { Encoding, ImportPlan, SaidReading } from '../../terms/plan';
import type { Tell } from '../../terms/progress';
import { encodingOf, HEAD } from '../decoding/encoding-of-file';
import { likeliestEncoding } from '../decoding/encoding-scores';
import { looksLike } from '../decoding/looks-like';
import { readTable, type NotUtf8, type ReadFile } from './read-table';
import { sniffDialect, sniffWidth } from './sniff-dialect';
import { bytesOf, goesOn, withNewlines } from '../decoding/text-source';

/** How a file is written. */
export type How = Pick<ImportPlan, 'encoding' | 'dialect'>;

/** What is known of how a file is written; the rest is found out. */
export type Wanted = Partial<How> & SaidReading;

/**
 * Reads a file into columns, before anyone asks what they mean.
 *
 * @param wanted  what the user chose; the rest is found out
 * @returns       throws `AppError` with an `intake/…` code for what is no table of text; names without rows are one
 */
export async function readFile(blob: Blob, tell: Tell, wanted: Wanted = {}): Promise<{ read: ReadFile; how: How }> {
  const head = await bytesOf(blob, 0, HEAD);
  const seems = looksLike(head);
  if (seems) throw new AppError('intake/not-text', { looksLike: seems });
  const encoding = wanted.encoding ?? (await encodingOf(blob, head));
  const first = await readWith(blob, head, { encoding, wanted, guessed: wanted.encoding === undefined }, tell);
  if (!('notUtf8' in first.read)) return { read: first.read, how: first.how };
  // The beginning was ASCII, and further down stands something that is no UTF-8.
  const again = await readWith(blob, head, { encoding: likeliestEncoding([first.read.notUtf8]), wanted, guessed: false }, tell);
  return { read: again.read as ReadFile, how: again.how };
}

/** Whether two ways to write a file give the same rows. */
export function isSameWay(a: How, b: How): boolean {
  const key = ({ encoding, dialect }: How): string => {
    const { delimiter, quote, escape = '', header, headerRows = 1, skip = 0, openQuotes = '' } = dialect;
    return JSON.stringify([encoding, delimiter, quote, escape, header, header ? headerRows : 0, skip, openQuotes]);
  };
  return key(a) === key(b);
}

interface Choice {
  encoding: Encoding;
  wanted: Wanted;
  /** Whether the encoding may turn out to be wrong. */
  guessed: boolean;
}

async function readWith(blob: Blob, head: Uint8Array, choice: Choice, tell: Tell): Promise<{ read: ReadFile | NotUtf8; how: How }> {
  const { encoding, wanted, guessed } = choice;
  const text = withNewlines(new TextDecoder(encoding).decode(head, { stream: goesOn(encoding, head.length >= blob.size) }));
  if (text.trim() === '') throw new AppError('intake/empty-file');
  const { openQuotes } = wanted;
  const dialect = wanted.dialect ?? { ...sniffDialect(text), ...(openQuotes ? { openQuotes } : {}) };
  const read = await readTable(blob, { encoding, dialect, guessed, width: sniffWidth(text, dialect) }, tell);
  return { read, how: { encoding, dialect } };
}
