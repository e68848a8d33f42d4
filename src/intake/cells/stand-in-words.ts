/** Signs and words that programs write where there is nothing, in small letters; they mean nothing else in any column. */
// prettier-ignore
const NOTHING = [
  '(blank)', '(blanks)', '(empty)', '(null)', '(none)', '(not set)', '[null]', '<null>', '<na>', '\\n', '#n/a', '#na', '#value!', '#ref!', '#name?', '#null!', '#div/0!',
  'n/a', 'n.a.', 'n. a.', 'null', 'nil', 'nan', 'undefined', 'not available', 'not provided', 'keine angabe', 'k.a.', 'k. a.',
  '未填写', '未填', '未提供', '未填寫', '（空白）', '(空白)', '(空)', '空值', '暂无', '暫無', '不详', '不詳',
];

/** Words that name nobody and no number, and could still be what a thing is called. */
const PERHAPS = [
  'blank',
  'none',
  'empty',
  'na',
  '无',
  '無',
  '空',
  '空白',
  'leer',
  'ohne',
  'aucun',
  'vide',
  'ninguno',
  'keine',
  'なし',
  '없음',
];

/** Words for a customer who is not known; in other columns they are values. */
const NOBODY = [
  'guest',
  'unknown',
  'anonymous',
  '游客',
  '匿名',
  '訪客',
  '匿名用户',
  '匿名用戶',
  '散客',
  '访客',
  'gast',
  'unbekannt',
  'invité',
  'anonyme',
  'inconnu',
];

/** Dates that programs write where there is none. */
const NO_DAYS = ['0000-00-00', '0001-01-01', '1899-12-30', '1899-12-31', '1900-01-01', '1900-01-00', '01/01/0001', '1/1/0001', '01/01/1900', '1/1/1900', '1/0/1900', '00.00.0000', '01.01.1900', '30.12.1899', '1900/1/0', '1900/1/1', '1900/01/01', '0000/00/00', '00/00/0000']; // prettier-ignore

/** How sure it is that a text stands for nothing. */
export type StandInSort = 'nothing' | 'perhaps' | 'nobody' | 'no-day';

const SORTS = new Map<string, StandInSort>([
  ...NOTHING.map((word) => [word, 'nothing'] as const),
  ...PERHAPS.map((word) => [word, 'perhaps'] as const),
  ...NOBODY.map((word) => [word, 'nobody'] as const),
]);

/** Longest of the words. */
export const LONGEST_STAND_IN = 16;

/** What sort of stand-in for nothing a text is, or null when it is none. Only marks, such as `--`, `/` and `?`, are one too. */
export function standInSort(text: string): StandInSort | null {
  if (text.length > LONGEST_STAND_IN + 4) return null;
  const word = text.normalize('NFKC').trim().toLowerCase();
  return SORTS.get(word) ?? (/^[-–—―_.·?/\\*~]{1,6}$/.test(word) ? 'nothing' : null);
}

/** Spellings of the dates that stand for none, with and without midnight behind them. */
export const NO_DAY_TEXTS: readonly string[] = NO_DAYS.flatMap((day) => [
  day,
  `${day} 00:00:00`,
  `${day} 00:00`,
  `${day} 0:00`,
  `${day}T00:00:00`,
]);
