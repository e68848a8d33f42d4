import type { Profile } from './encoding-profiles';
import { scriptOf, type Script } from './script-of';

const BROKEN = 24;
const ASCII = 5;
/** A character of a script that the language does not write. */
const FOREIGN = 24;
const UNUSUAL = 7;

/** Latin letters that stand before certain letters only: ñ before a vowel, Polish ń never; õ of õe; ì, ò and ù at the end of a word. */
const NEXT: Record<string, RegExp> = { ñ: /[aeiouáéíóú]/, ń: /[^aeiou]|^$/, õ: /e/, ì: /^$/, ò: /^$/, ù: /^$/ };
/** Marks that stand between two letters without surprise. */
const WITHIN = /[’·\u00ad]/;
/** Half-width kana are voiced by a sign of its own, behind ｳ, ｶ to ﾄ, ﾊ to ﾎ only. */
const VOICED = /[ｳｶ-ﾄﾊ-ﾎ]/;

/** How surprising a word is in a language, in bits: each character, and what stands side by side. Damage in one word is capped. */
export function wordBits(word: string, profile: Profile): number {
  const letters = [...word];
  let bits = 0;
  let before: Script = 'digit';
  letters.forEach((letter, i) => {
    const code = letter.codePointAt(0)!;
    const script = scriptOf(code);
    bits += code < 0x80 ? ASCII : script === 'broken' ? BROKEN : (profile.known.get(code) ?? profile.other[script] ?? FOREIGN);
    bits += joint(before, script) + odd(letters, i, script);
    before = script;
  });
  return Math.min(bits, 30 + 10 * letters.length);
}

/** Bits for two characters side by side: scripts rarely meet inside a word, and accented letters stand between plain ones. */
function joint(before: Script, script: Script): number {
  if (before === 'digit' || script === 'digit' || before === 'mark' || script === 'mark') return 0;
  if (before === script) return script === 'latin' ? 3 : 0;
  if (before === 'half-kana' || script === 'half-kana') return UNUSUAL;
  if (before === 'kana' || script === 'kana') return before === 'han' || script === 'han' ? 0 : 3;
  if (before === 'latin' || script === 'latin') return before === 'ascii' || script === 'ascii' ? 0 : UNUSUAL;
  if (before === 'cyrillic' || script === 'cyrillic') return UNUSUAL;
  return 4;
}

/** Bits for a character at a place where its script does not have it. */
function odd(letters: readonly string[], i: number, script: Script): number {
  const letter = letters[i]!;
  const before = letters[i - 1] ?? '';
  const after = letters[i + 1] ?? '';
  if (script === 'half-kana') return oddKana(letter, before);
  if (script === 'mark') return isAscii(before) && isAscii(after) && !WITHIN.test(letter) ? UNUSUAL : 0;
  if (script !== 'latin' && script !== 'cyrillic') return 0;
  const bits = isUpper(letter) && isLower(before) ? UNUSUAL : 0;
  const next = NEXT[letter];
  return next && !next.test(isWordLetter(after) ? after : '') ? bits + UNUSUAL : bits;
}

function oddKana(letter: string, before: string): number {
  if (letter === 'ﾞ' || letter === 'ﾟ') return VOICED.test(before) ? -2 : UNUSUAL;
  if (letter >= 'ｦ' && letter <= 'ｯ') return before >= 'ｱ' && before <= 'ﾟ' ? 0 : UNUSUAL;
  return 0;
}

function isAscii(letter: string): boolean {
  return /^[A-Za-z]$/.test(letter);
}

function isWordLetter(letter: string): boolean {
  return letter.toLowerCase() !== letter.toUpperCase();
}

function isUpper(letter: string): boolean {
  return letter !== letter.toLowerCase();
}

function isLower(letter: string): boolean {
  return letter !== letter.toUpperCase();
}
