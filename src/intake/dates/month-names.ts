/** Months by the first three letters of their names, lower case, without accents: English, German, French, Spanish, Italian, Dutch, Portuguese. */
// prettier-ignore
const MONTHS: Readonly<Record<string, number>> = {
  jan: 1, ene: 1, gen: 1, feb: 2, fev: 2, mar: 3, mrz: 3, mae: 3, maa: 3, mrt: 3, apr: 4, avr: 4, abr: 4, may: 5, mai: 5, mei: 5, mag: 5,
  jun: 6, giu: 6, jul: 7, lug: 7, aug: 8, aou: 8, ago: 8, sep: 9, set: 9, oct: 10, okt: 10, out: 10, ott: 10, nov: 11, dec: 12, dez: 12, dic: 12, des: 12,
};

const HAN_DIGITS = '一二三四五六七八九';

/** Month 1 to 12 of a month's name or its beginning, 0 when it is none. `3月` and `十二月` are names too. */
export function monthOfName(name: string): number {
  if (name.endsWith('月')) return monthOfHan(name.slice(0, -1));
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  // juin and juillet have their first three letters in common.
  if (plain.startsWith('jui')) return plain.startsWith('juil') ? 7 : 6;
  return Object.hasOwn(MONTHS, plain.slice(0, 3)) ? MONTHS[plain.slice(0, 3)]! : 0;
}

function monthOfHan(number: string): number {
  if (/^\d+$/.test(number)) return Number(number) <= 12 ? Number(number) : 0;
  if (number.startsWith('十')) return number.length === 1 ? 10 : 11 + '一二'.indexOf(number.slice(1));
  return number.length === 1 ? HAN_DIGITS.indexOf(number) + 1 : 0;
}
