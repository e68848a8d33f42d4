import { AppError } from '../terms/app-error';
import type { Encoding } from '../terms/plan';

/** Bytes read at a time: 1 MiB is where the parser is fastest and a refusal still comes at once. */
const SLICE = 1 << 20;

/** Some bytes of a file. A file that was moved or locked since it was chosen fails here, as `intake/unreadable`. */
export async function bytesOf(blob: Blob, from: number, to: number): Promise<Uint8Array> {
  try {
    return new Uint8Array(await blob.slice(from, Math.min(to, blob.size)).arrayBuffer());
  } catch (cause) {
    throw new AppError('intake/unreadable', {}, cause);
  }
}

/** A piece of decoded text, with the bytes it came from. */
export interface TextPiece {
  text: string;
  bytes: Uint8Array;
  /** Bytes of the file read so far. */
  read: number;
}

/** Text of a file piece by piece, every line end as \n. One decoder for the whole file, so no character is cut. */
export async function* textOf(blob: Blob, encoding: Encoding): AsyncGenerator<TextPiece> {
  const decoder = new TextDecoder(encoding);
  let held = '';
  for (let from = 0; from < blob.size; from += SLICE) {
    const bytes = await bytesOf(blob, from, from + SLICE);
    const last = from + SLICE >= blob.size;
    const text = held + decoder.decode(bytes, { stream: goesOn(encoding, last) });
    // A \r at the end may be the first half of \r\n.
    held = !last && text.endsWith('\r') ? '\r' : '';
    yield { text: withNewlines(held ? text.slice(0, -1) : text), bytes, read: from + bytes.length };
  }
}

/**
 * Whether a decoder is told that more bytes follow. With one byte a letter there is nothing to wait for, and Node 20 takes the last bytes
 * of windows-1252 for latin1: its € and curly quotes become control characters.
 */
export function goesOn(encoding: Encoding, last: boolean): boolean {
  return !last || encoding === 'windows-1252';
}

/** \r\n and \r become \n. */
export function withNewlines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}
