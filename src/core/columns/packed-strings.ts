import type { PackedStrings } from './batch';

/** Number of texts. */
export function packedSize(packed: PackedStrings): number {
  return packed.ends.length;
}

/** Text i of a packed list. */
export function unpack(packed: PackedStrings, i: number): string {
  const end = packed.ends[i]!;
  let from = i === 0 ? 0 : packed.ends[i - 1]!;
  // fromCharCode takes its units as arguments, and engines limit how many.
  if (end - from <= 4096) return String.fromCharCode.apply(null, packed.units.subarray(from, end) as unknown as number[]);
  let text = '';
  for (; from < end; from += 4096)
    text += String.fromCharCode.apply(null, packed.units.subarray(from, Math.min(end, from + 4096)) as unknown as number[]);
  return text;
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
