import type { AppError, ErrorCode } from '../terms/app-error';
import type { SaidReading } from '../terms/plan';
import { encodingOf, HEAD } from '../intake/decoding/encoding-of-file';
import { bytesOf } from '../intake/decoding/text-source';
import type { OtherReading } from './protocol';

/** What a file in another encoding may look like: no line ends, delimiters that are none, zeros between its letters. */
const BY_ENCODING: readonly ErrorCode[] = [
  'intake/unclosed-quote',
  'intake/header-only',
  'intake/line-too-long',
  'intake/too-many-columns',
  'intake/not-text',
];

/**
 * How else a file that was refused may be read, or null. Another encoding changes nothing where every byte is ASCII, and makes no table of
 * a picture.
 *
 * @param said  in what way it was read
 */
export async function otherReading(blob: Blob, { code, facts }: AppError, said: SaidReading): Promise<OtherReading | null> {
  const openQuotes = code === 'intake/unclosed-quote';
  if (!BY_ENCODING.includes(code) || (code === 'intake/not-text' && facts.looksLike !== 'binary')) return null;
  const head = await bytesOf(blob, 0, HEAD);
  const isAscii = head.every((byte) => byte > 0 && byte < 0x80);
  const encoding = isAscii ? null : (said.encoding ?? (await encodingOf(blob, head)));
  return openQuotes || encoding ? { encoding, openQuotes } : null;
}
