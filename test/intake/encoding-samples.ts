import type { Encoding } from '../../src/terms/plan';
import type { Vocabulary } from './encoding-words';

/** A repeatable die. */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Bytes of a text in an encoding, found by decoding every byte and pair; a letter that has none is left out. */
export function encoderOf(encoding: Encoding): (text: string) => Uint8Array<ArrayBuffer> {
  if (encoding === 'utf-8') return (text) => new Uint8Array(new TextEncoder().encode(text));
  if (encoding.startsWith('utf-16')) return (text) => utf16(text, encoding === 'utf-16le');
  const letters = lettersOf(encoding);
  return (text) => new Uint8Array([...text].flatMap((letter) => (letter < '\x80' ? [letter.charCodeAt(0)] : (letters.get(letter) ?? []))));
}

function utf16(text: string, little: boolean): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), little);
  return bytes;
}

function lettersOf(encoding: Encoding): Map<string, number[]> {
  const letters = new Map<string, number[]>();
  const add = (bytes: number[]): void => {
    // Told that more follows: Node 20 takes the last bytes of windows-1252 for latin1.
    const letter = new TextDecoder(encoding).decode(new Uint8Array([...bytes, 0x0a]), { stream: true }).slice(0, -1);
    if ([...letter].length === 1 && letter !== '\ufffd' && !letters.has(letter)) letters.set(letter, bytes);
  };
  for (let lead = 0x80; lead <= 0xfe; lead++) add([lead]);
  if (encoding.startsWith('windows')) return letters;
  for (let lead = 0x81; lead <= 0xfe; lead++) for (let trail = 0x40; trail <= 0xfe; trail++) add([lead, trail]);
  return letters;
}

/** How much of a file is in the language: all, the header, the names, or one to three cells. */
export const MIXES = ['all', 'header', 'names', 'few'] as const;
export type Mix = (typeof MIXES)[number];

/** An invented file of 3 to 40 orders: mostly digits, with something of the language in it. */
export function inventedFile(vocabulary: Vocabulary, mix: Mix, die: () => number): string {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(die() * list.length)]!;
  const mark = pick([',', ',', ';', '\t']);
  const number = (most: number): number => Math.floor(die() * most);
  const header =
    mix === 'all' || mix === 'header' ? pick(vocabulary.headers) : ['id', 'created', 'buyer', 'total', 'city', 'item', 'state'];
  const rows = 3 + number(38);
  const few = new Set(Array.from({ length: 1 + number(3) }, () => number(rows)));
  const lines = Array.from({ length: rows }, (_, row) => {
    const local = { names: mix === 'all' || mix === 'names' || (mix === 'few' && few.has(row)), rest: mix === 'all' };
    return [
      `A${100_000 + number(900_000)}`,
      `2024-${String(1 + number(12)).padStart(2, '0')}-${String(1 + number(28)).padStart(2, '0')} ${10 + number(10)}:${10 + number(49)}`,
      local.names ? nameOf(vocabulary, pick) : `user${number(9999)}@example.com`,
      (number(50_000) / 100).toFixed(2),
      local.rest ? pick(vocabulary.cities) : `C${number(99)}`,
      local.rest ? pick(vocabulary.goods) : `SKU-${number(9999)}`,
      local.rest ? pick(vocabulary.states) : pick(['paid', 'open']),
    ].join(mark);
  });
  return [header.join(mark), ...lines, ''].join(pick(['\n', '\r\n']));
}

function nameOf({ family, given, joint, givenFirst }: Vocabulary, pick: <T>(list: readonly T[]) => T): string {
  const both = [pick(family), pick(given)];
  return (givenFirst ? both.reverse() : both).join(joint);
}

/** Names of countries, languages and currencies, which nobody picked for this test; they stand for names, places and goods alike. */
export function vocabularyOfNames(language: string): Vocabulary {
  const names = (type: 'region' | 'language' | 'currency', codes: string): string[] =>
    codes.split(' ').map((code) => new Intl.DisplayNames([language], { type }).of(code)!.replace(/[,;]/g, ''));
  const regions = names('region', REGIONS);
  const tongues = names(
    'language',
    'ar bg cs da de el en es et fa fi fr he hi hr hu id is it ja ko lt lv ms nl pl pt ro ru sk sl sv th tr uk vi zh',
  );
  const money = names(
    'currency',
    'CNY USD EUR JPY KRW GBP HKD TWD THB VND RUB INR BRL MXN CHF SEK NOK DKK PLN CZK HUF TRY ZAR AUD CAD NZD',
  );
  const titles = [0, 1, 2].map((i) => [...tongues.slice(i * 5, i * 5 + 4), ...money.slice(i * 3, i * 3 + 3)]);
  return {
    headers: titles,
    family: regions,
    given: tongues,
    joint: ' ',
    givenFirst: false,
    cities: regions,
    goods: money,
    states: tongues,
  };
}

const REGIONS =
  'AF AL AR AT AU BE BG BR CA CH CL CN CO CR CU CY CZ DE DK DO DZ EC EE EG ES ET FI FR GB GE GH GR GT HN HR HU ID IE IL IN IQ IR IS IT JM JO JP KE KH KR KW KZ LA LB LK LT LU LV MA MD ME MM MN MX MY NA NG NI NL NO NP NZ PA PE PH PK PL PT PY QA RO RS RU SA SE SG SI SK SN SY TH TN TR TW TZ UA UG US UY UZ VE VN YE ZA';
