import type { Encoding } from '../../terms/plan';
import { detectEncoding } from './detect-encoding';
import { bytesOf } from './text-source';

/** Bytes at the beginning that are always looked at. */
export const HEAD = 256 * 1024;
const SAMPLE = 64 * 1024;
/** Places behind the head, as shares of the file. A long file may begin with nothing but ASCII and have its first é far down. */
const PLACES = [1 / 8, 2 / 8, 3 / 8, 4 / 8, 5 / 8, 6 / 8, 7 / 8];

/**
 * Encoding of a file by its head, samples all along it, and its end. A file up to 512 KiB longer than the head is read whole.
 *
 * @param head  the first bytes, as many as were read anyway
 */
export async function encodingOf(blob: Blob, head: Uint8Array): Promise<Encoding> {
  const rest = blob.size - head.length;
  if (rest <= 0) return detectEncoding([head]);
  if (rest <= SAMPLE * (PLACES.length + 1)) return detectEncoding([head, await bytesOf(blob, head.length, blob.size)]);
  const starts = [...PLACES.map((share) => head.length + Math.floor(rest * share)), blob.size - SAMPLE];
  return detectEncoding([head, ...(await Promise.all(starts.map((from) => bytesOf(blob, from, from + SAMPLE))))]);
}
