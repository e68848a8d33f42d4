import type { Encoding } from '../terms/plan';
import { HANGUL_SYLLABLES, JAPANESE_KANJI, SIMPLIFIED_CHARACTERS, TRADITIONAL_CHARACTERS } from './common-characters';
import type { Script } from './script-of';

/** How a language is written in an encoding: how surprising each character is, in bits. */
export interface Profile {
  encoding: Encoding;
  /** Bits by code point of the characters that are known. */
  known: Map<number, number>;
  /** Bits of any other character of a script; a script that is absent does not belong to the language. */
  other: Partial<Record<Script, number>>;
  /** Words that stand in the header of nearly every such file. */
  words: readonly string[];
  /** Bits that the whole profile starts with: how seldom such files are met. */
  start: number;
}

/** The ways in which files that are no Unicode are written; made once, about 20 ms. */
export function encodingProfiles(): readonly Profile[] {
  profiles ??= [...eastAsian(), ...western(), ...central(), ...cyrillic()];
  return profiles;
}
let profiles: readonly Profile[] | null = null;

function eastAsian(): Profile[] {
  const chinese = { kana: 16, mark: 10, cyrillic: 19, latin: 19 };
  const hans = '订单 客户 会员 日期 金额 姓名 商品 编号 时间 数量 电话 状态 支付 备注'.split(' ');
  const hant = '訂單 會員 客戶 日期 金額 姓名 商品 編號 時間 數量 電話 狀態 付款 備註'.split(' ');
  const ja = '注文 日付 金額 商品 数量 顧客 番号 氏名 電話 会員 合計 備考'.split(' ');
  const ko = '주문 고객 결제 상품 번호 금액 수량 이름 일자 날짜 회원 합계'.split(' ');
  const hanzi = levelOne('gb18030', 0xb0, 0xd7, 14);
  return [
    { encoding: 'gb18030', known: ranked(SIMPLIFIED_CHARACTERS, hanzi, 20), other: { ...chinese, han: 19 }, words: hans, start: 0 },
    { encoding: 'gb18030', known: ranked(TRADITIONAL_CHARACTERS, new Map(), 20), other: { ...chinese, han: 17 }, words: hant, start: 12 },
    {
      encoding: 'big5',
      known: ranked(TRADITIONAL_CHARACTERS, levelOne('big5', 0xa4, 0xc6, 14.5), 20),
      other: { ...chinese, han: 20 },
      words: hant,
      start: 0,
    },
    {
      encoding: 'shift_jis',
      known: ranked(JAPANESE_KANJI, levelOne('shift_jis', 0x88, 0x97, 14.5), 30),
      other: { kana: 7, 'half-kana': 6.5, mark: 10, han: 19, cyrillic: 19, latin: 19 },
      words: ja,
      start: 0,
    },
    {
      encoding: 'euc-kr',
      known: ranked(HANGUL_SYLLABLES, new Map(), 12),
      other: { hangul: 13.5, mark: 11, han: 19, kana: 18, cyrillic: 19, latin: 19 },
      words: ko,
      start: 0,
    },
  ];
}

/** windows-1252, one profile for each language that has letters of its own. */
function western(): Profile[] {
  return ['üäößÄÖÜé', 'éèàêçâîôùûïëœÉÈÀÇ', 'óáéíñúüÁÉÍÓÚÑªº', 'ãçáéíóêõâàúôÇÃÁÉÕªº', 'èàòùìéì', 'åäöøæÅÄÖØÆéü', 'ëéïöüè'].map((letters) =>
    latin('windows-1252', letters, 0),
  );
}

/** windows-1250. Where all letters stand at the same place as in windows-1252, that one is taken. */
function central(): Profile[] {
  return ['łóążęśćńźŁŚŻÓĄĘ', 'íáéěřžščýůúťďňôľĺäŽŠČŘÚ', 'áéíóöőúüűÁÉÖÜŐÓ', 'ăâîşţĂÂÎŞŢ', 'čšžćđČŠŽĆĐ'].map((letters) =>
    latin('windows-1250', letters, 6),
  );
}

function latin(encoding: Encoding, letters: string, start: number): Profile {
  const known = new Map<number, number>();
  [...letters].forEach((letter, rank) => known.set(letter.charCodeAt(0), 4 + Math.log2(rank + 1)));
  for (const mark of '€£°’–“”„‘…®™«»·§²½¿¡') known.set(mark.charCodeAt(0), 9);
  return { encoding, known, other: { latin: 12, mark: 15 }, words: [], start };
}

function cyrillic(): Profile[] {
  return ['оеаитнсрвлкмдпуяыьгзбчйхжшюцщэфъё', 'оаинтевріксулдпмяьзгбчйхжшцюєїщфґ', 'аиоентсрвлкдпмзгбуъячжшхцйщюф'].map((letters) => {
    const known = new Map<number, number>();
    [...letters].forEach((letter, rank) => {
      known.set(letter.charCodeAt(0), 3 + Math.log2(rank + 2) * 0.8);
      known.set(letter.toUpperCase().charCodeAt(0), 5 + Math.log2(rank + 2) * 0.8);
    });
    for (const mark of '№«»–—“”„’€°') known.set(mark.charCodeAt(0), 9);
    return { encoding: 'windows-1251', known, other: { cyrillic: 14, mark: 15 }, words: [], start: 0 };
  });
}

/** Adds characters by rank: likelihood falls off as 1 / (rank + flat), the shape that all writing has. */
function ranked(characters: string, known: Map<number, number>, flat: number): Map<number, number> {
  [...new Set(characters)].forEach((character, rank) => known.set(character.codePointAt(0)!, 2.4 + Math.log2(rank + flat)));
  return known;
}

/** The frequent rows of a double-byte character set, all with the same bits. */
function levelOne(encoding: Encoding, firstLead: number, lastLead: number, bits: number): Map<number, number> {
  const pairs: number[] = [];
  for (let lead = firstLead; lead <= lastLead; lead++) {
    for (let trail = encoding === 'gb18030' ? 0xa1 : 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) pairs.push(lead, trail, 0x0a);
  }
  const known = new Map<number, number>();
  for (const text of new TextDecoder(encoding).decode(new Uint8Array(pairs)).split('\n')) {
    if (text.length === 1 && text > '\u2e80' && text < '\ue000') known.set(text.charCodeAt(0), bits);
  }
  return known;
}
