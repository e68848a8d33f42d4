import type { Encoding } from '../../src/terms/plan';
import { dice, encoderOf, inventedFile, MIXES, vocabularyOfNames, type Mix } from './encoding-samples';
import {
  CZECH,
  FRENCH,
  GERMAN,
  HUNGARIAN,
  JAPANESE,
  KOREAN,
  POLISH,
  PORTUGUESE,
  RUSSIAN,
  SIMPLIFIED,
  SPANISH,
  TRADITIONAL,
  type Vocabulary,
} from './encoding-words';

/** A language as shops write it in an older encoding. */
export interface Family {
  language: string;
  encoding: Encoding;
  vocabulary: Vocabulary;
}

export const FAMILIES: readonly Family[] = [
  { language: 'zh-Hans', encoding: 'gb18030', vocabulary: SIMPLIFIED },
  { language: 'zh-Hant', encoding: 'big5', vocabulary: TRADITIONAL },
  { language: 'ja', encoding: 'shift_jis', vocabulary: JAPANESE },
  { language: 'ko', encoding: 'euc-kr', vocabulary: KOREAN },
  { language: 'de', encoding: 'windows-1252', vocabulary: GERMAN },
  { language: 'fr', encoding: 'windows-1252', vocabulary: FRENCH },
  { language: 'es', encoding: 'windows-1252', vocabulary: SPANISH },
  { language: 'pt', encoding: 'windows-1252', vocabulary: PORTUGUESE },
  { language: 'pl', encoding: 'windows-1250', vocabulary: POLISH },
  { language: 'cs', encoding: 'windows-1250', vocabulary: CZECH },
  { language: 'hu', encoding: 'windows-1250', vocabulary: HUNGARIAN },
  { language: 'ru', encoding: 'windows-1251', vocabulary: RUSSIAN },
];

export interface Sample {
  family: Family;
  mix: Mix;
  bytes: Uint8Array<ArrayBuffer>;
}

/** So many files of a family, a quarter of each mix, each with a byte above ASCII in it. */
export function samplesOf(family: Family, count: number, seed: number): Sample[] {
  const encode = encoderOf(family.encoding);
  const die = dice(seed);
  return Array.from({ length: count }, (_, i) => {
    const mix = MIXES[i % MIXES.length]!;
    for (;;) {
      const bytes = encode(inventedFile(family.vocabulary, mix, die));
      if (bytes.some((byte) => byte > 0x7f)) return { family, mix, bytes };
    }
  });
}

/** The same families with names of countries, tongues and currencies from the run-time's own tables instead of the test's words. */
export function familiesOfNames(): Family[] {
  return FAMILIES.map((family) => ({ ...family, vocabulary: vocabularyOfNames(family.language) }));
}

/** The text as a browser reads it; told that more follows, because Node 20 takes the last bytes of windows-1252 for latin1. */
export function textIn(encoding: Encoding, bytes: Uint8Array<ArrayBuffer>): string {
  return new TextDecoder(encoding).decode(bytes, { stream: true });
}

/** A sample with one or two bytes of its letters overwritten or lost. */
export function damaged({ bytes }: Sample, die: () => number): Uint8Array<ArrayBuffer> {
  const high = [...bytes.keys()].filter((i) => bytes[i]! > 0x7f);
  const hit = new Set(Array.from({ length: 1 + Math.floor(die() * 2) }, () => high[Math.floor(die() * high.length)]!));
  return new Uint8Array([...bytes].flatMap((byte, i) => (hit.has(i) ? (die() < 0.5 ? [] : [0x80 + Math.floor(die() * 0x80)]) : [byte])));
}
