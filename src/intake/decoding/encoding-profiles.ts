import type { Encoding } from '../../terms/plan';
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

let profiles: readonly Profile[] | null = null;

/** The ways in which files are written, one or several for each encoding; made once, in about 10 ms. */
export function encodingProfiles(): readonly Profile[] {
  profiles ??= [...chinese(), japanese(), korean(), ...western(), ...central(), ...cyrillic(), unicode()];
  return profiles;
}

const WIDE_MARKS = '　、。，．・：；！？（）「」『』【】《》〈〉“”‘’…—～％＋－＝／＊＃＆￥＄×○●★☆→①②③④⑤〇々';
const MARKS = '€£°’–“”„‘…®™«»·§²½';

function chinese(): Profile[] {
  const other = { kana: 16, mark: 17, cyrillic: 19, latin: 19 };
  const hans = '订单 客户 会员 日期 金额 姓名 商品 编号 时间 数量 电话 状态 支付 备注'.split(' ');
  const hant = '訂單 會員 客戶 日期 金額 姓名 商品 編號 時間 數量 電話 狀態 付款 備註'.split(' ');
  const gb = withMarks(levelOne('gb18030', 0xb0, 0xd7, 14.5));
  const big5 = withMarks(levelOne('big5', 0xa4, 0xc6, 15));
  return [
    { encoding: 'gb18030', known: ranked(SIMPLIFIED_CHARACTERS, gb), other: { ...other, han: 19 }, words: hans, start: 0 },
    { encoding: 'big5', known: ranked(TRADITIONAL_CHARACTERS, big5), other: { ...other, han: 20 }, words: hant, start: 0 },
    {
      encoding: 'gb18030',
      known: ranked(TRADITIONAL_CHARACTERS, withMarks(new Map())),
      other: { ...other, han: 17 },
      words: hant,
      start: 12,
    },
  ];
}

function japanese(): Profile {
  const known = ranked(JAPANESE_KANJI, withMarks(levelOne('shift_jis', 0x88, 0x97, 14.5)), 30);
  [...'ﾝｲｼｶﾀﾞﾏﾔﾄﾗﾘｷｸｺｻｽﾐﾓﾉﾅﾆｱｳｴｵﾊﾋﾌﾙﾚﾖﾂﾃｹｾｿﾁﾕﾑﾒﾍﾎﾇﾛﾜﾈｰｭｮｯｬﾟ'].forEach((kana, i) =>
    known.set(kana.charCodeAt(0), 5.7 + Math.log2(1 + i / 15)),
  );
  const other = { kana: 7, 'half-kana': 12, mark: 17, han: 19, cyrillic: 19, latin: 19 };
  const words = '注文 日付 金額 商品 数量 顧客 番号 氏名 電話 会員 合計 備考'.split(' ');
  return { encoding: 'shift_jis', known, other, words, start: 0 };
}

function korean(): Profile {
  const other = { hangul: 15, mark: 17, han: 19, kana: 18, cyrillic: 19, latin: 19 };
  const words = '주문 고객 결제 상품 번호 금액 수량 이름 일자 날짜 회원 합계'.split(' ');
  return { encoding: 'euc-kr', known: ranked(HANGUL_SYLLABLES, withMarks(new Map()), 12), other, words, start: 0 };
}

/** windows-1252, one profile for each language that has letters of its own; letters of neighbours turn up in names. */
function western(): Profile[] {
  const letters = ['üäößÄÖÜé', 'éèàêçâîôùûïëœÉÈÀÇÊÎÔ', 'óáéíñúüÁÉÍÓÚÑªº¿¡', 'ãçáéíóêõâàúôÇÃÁÉÍÓÚªº', 'èàòùìé', 'åäöøæÅÄÖØÆéü', 'ëéïöüè'];
  return letters.map((own) => latin('windows-1252', own, { latin: 12, start: 0 }));
}

/** windows-1250. Where all letters stand at the same place as in windows-1252, that one is taken. */
function central(): Profile[] {
  const letters = ['łóążęśćńźŁŚŻÓĄĘĆŹŃ', 'íáéěřžščýůúťďňôľĺäŽŠČŘÚĎŤŇ', 'áéíóöőúüűÁÉÖÜŐÓÍÚŰ', 'ăâîşţĂÂÎŞŢ', 'čšžćđČŠŽĆĐ'];
  return letters.map((own) => latin('windows-1250', own, { latin: 16, start: 4 }));
}

function latin(encoding: Encoding, letters: string, { latin, start }: { latin: number; start: number }): Profile {
  const known = new Map([...MARKS].map((mark) => [mark.charCodeAt(0), 9]));
  [...letters].forEach((letter, i) => known.set(letter.charCodeAt(0), 4.5 + Math.log2(1 + i / 4)));
  return { encoding, known, other: { latin, mark: 15 }, words: [], start };
}

/** windows-1251 in Russian, Ukrainian and Bulgarian. */
function cyrillic(): Profile[] {
  return ['оеаитнсрвлкмдпуяыьгзбчйхжшюцщэфъё', 'оаинтевріксулдпмяьзгбчйхжшцюєїщфґ', 'аиоентсрвлкдпмзгбуъячжшхцйщюф'].map((letters) => {
    const known = new Map([...`${MARKS}№—`].map((mark) => [mark.charCodeAt(0), 9]));
    [...letters].forEach((letter, i) => {
      const bits = 3.8 + Math.log2(1 + i / 2) * 0.8;
      known.set(letter.charCodeAt(0), bits).set(letter.toUpperCase().charCodeAt(0), bits + 2);
    });
    return { encoding: 'windows-1251', known, other: { cyrillic: 14, mark: 15 }, words: [], start: 4 };
  });
}

/** Letters of two bytes in UTF-8 that people write: Latin (with Romanian and Vietnamese), Greek, Cyrillic, Hebrew, Arabic. */
const ALPHABETS: readonly (readonly [number, number])[] = [
  [0xc0, 0x17f],
  [0x1a0, 0x1b0],
  [0x218, 0x21b],
  [0x386, 0x3ce],
  [0x401, 0x45f],
  [0x5d0, 0x5ea],
  [0x621, 0x64a],
];

/** UTF-8 in any language. Chance makes two bytes into a letter below U+0800, but seldom into one that people write. */
function unicode(): Profile {
  const known = new Map<number, number>(Array.from({ length: 0x800 - 0x80 }, (_, i) => [0x80 + i, 18]));
  for (const [from, to] of ALPHABETS) for (let code = from; code <= to; code++) known.set(code, 8);
  for (const mark of MARKS) known.set(mark.charCodeAt(0), 9);
  const other = { latin: 18, han: 11, kana: 7, hangul: 10, mark: 12, 'half-kana': 7 };
  return { encoding: 'utf-8', known, other, words: [], start: -10 };
}

/** Adds characters by rank: likelihood falls off as 1 / (rank + flat), the shape that all writing has. */
function ranked(characters: string, known: Map<number, number>, flat = 20): Map<number, number> {
  [...new Set(characters)].forEach((character, rank) => known.set(character.codePointAt(0)!, 2.4 + Math.log2(rank + flat)));
  return known;
}

function withMarks(known: Map<number, number>): Map<number, number> {
  for (const mark of WIDE_MARKS) known.set(mark.charCodeAt(0), 10);
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
