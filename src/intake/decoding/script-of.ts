/** What sort of character this is, as far as it helps to tell encodings apart. */
export type Script = 'digit' | 'ascii' | 'latin' | 'cyrillic' | 'han' | 'kana' | 'half-kana' | 'hangul' | 'mark' | 'broken';

/**
 * The sort of a code point: `mark` is punctuation and signs of any script, `broken` what no text holds (U+FFFD, control characters of the
 * upper half, private use).
 */
export function scriptOf(code: number): Script {
  if (code < 0x80) return code >= 0x41 && (code | 0x20) <= 0x7a ? 'ascii' : 'digit';
  if (code < 0xa0) return 'broken';
  if (code < 0x250) return code < 0xc0 && code !== 0xaa && code !== 0xba ? 'mark' : code === 0xd7 || code === 0xf7 ? 'mark' : 'latin';
  if (code >= 0x400 && code < 0x530) return 'cyrillic';
  if (code < 0x2e80) return 'mark';
  if (code >= 0x3041 && code <= 0x30ff) return code === 0x30fb ? 'mark' : 'kana';
  if (code >= 0x3400 && code < 0xa000) return 'han';
  if (code >= 0xac00 && code < 0xd7a4) return 'hangul';
  if (code >= 0xff61 && code <= 0xff9f) return 'half-kana';
  return eastAsianRest(code);
}

function eastAsianRest(code: number): Script {
  if (code >= 0xe000 && code < 0xf900) return 'broken';
  if (code >= 0xf900 && code < 0xfb00) return 'han';
  if (code >= 0xfffd && code <= 0xffff) return 'broken';
  return code >= 0x20000 && code < 0x32000 ? 'han' : 'mark';
}
