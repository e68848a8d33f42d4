import type { PackedStrings } from './batch';
import { textOf } from './text-of';

/** Number of texts. */
export function packedSize(packed: PackedStrings): number {
  return packed.ends.length;
}

/** Text i of a packed list. */
export function unpack(packed: PackedStrings, i: number): string {
  return textOf(packed.units, i === 0 ? 0 : packed.ends[i - 1]!, packed.ends[i]!);
}

/** Packs a list of texts. */
export function pack(texts: readonly string[]): PackedStrings {
  let length = 0;
  for (const text of texts) length += text.length;
  const units = new Uint16Array(length);
  const ends = new Uint32Array(texts.length);
  let at = 0;
  texts.forEach((text, i) => {
    for (let k = 0; k < text.length; k++) units[at++] = text.charCodeAt(k);
    ends[i] = at;
  });
  return { units, ends };
}
