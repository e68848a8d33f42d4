/** What a hash is before the first letter. */
export const FIRST_HASH = 0x811c9dc5 | 0;

/** The hash with one more letter (FNV-1a over UTF-16 units): for ASCII the bytes of a file are the letters. */
export function nextHash(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** The hash after the last letter: mixed, so that ids which differ in the last digit only do not fall into one run of slots. */
export function mixed(hash: number): number {
  let h = hash ^ (hash >>> 15);
  h = Math.imul(h, 0x2c1b3c6d);
  return h ^ (h >>> 12);
}

/** Hash of a text. */
export function hashOf(text: string): number {
  let h = FIRST_HASH;
  for (let k = 0; k < text.length; k++) h = nextHash(h, text.charCodeAt(k));
  return mixed(h);
}
