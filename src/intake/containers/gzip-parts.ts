import { Gunzip } from 'fflate';

const SLICE = 1 << 20;

/**
 * Where each part of a gzip file begins: some programs pack in several parts, one after the other, and browsers unpack only the first.
 * Nothing of what is unpacked is kept or checked here. Throws whatever is wrong with the bytes.
 *
 * @param unpacked  is told how many bytes came out, and may throw
 */
export async function gzipParts(blob: Blob, unpacked: (bytes: number) => void): Promise<number[]> {
  const begins = [0];
  const stream = new Gunzip((chunk) => unpacked(chunk.length));
  stream.onmember = (offset) => begins.push(offset);
  for (let at = 0; at < blob.size; at += SLICE) {
    const bytes = new Uint8Array(await blob.slice(at, at + SLICE).arrayBuffer());
    stream.push(bytes, at + SLICE >= blob.size);
  }
  return begins;
}
