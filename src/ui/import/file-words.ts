import type { Dialect, Encoding, ImportPlan } from '../../terms/plan';
import type { Preview } from '../../terms/preview';
import { i18n, type MessageKey } from '../../i18n/i18n.svelte';

/** Encodings as their standards write them, the same in every language. */
export const ENCODING_NAMES: Record<Encoding, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  gb18030: 'GB18030',
  big5: 'Big5',
  shift_jis: 'Shift-JIS',
  'euc-kr': 'EUC-KR',
  'windows-1252': 'Windows-1252',
  'windows-1250': 'Windows-1250',
  'windows-1251': 'Windows-1251',
};

export const DELIMITER_KEYS: Record<Dialect['delimiter'], MessageKey> = {
  ',': 'delimiter.comma',
  ';': 'delimiter.semicolon',
  '\t': 'delimiter.tab',
  '|': 'delimiter.bar',
  ' ': 'delimiter.blank',
  ', ': 'delimiter.comma-blank',
  '，': 'delimiter.wide-comma',
};

/** Whether a table was a sheet of a workbook: it has no letters and separators of its own. */
export function isSheet(name: string): boolean {
  return /\.xls[xm] › [^›]*$/i.test(name);
}

/** How a file is written, in short: "UTF-8 · comma", joined as the place asks. */
export function dialectWords(plan: ImportPlan, name: string, joint = ' · '): string {
  if (isSheet(name)) return i18n.t('delimiter.sheet');
  return ENCODING_NAMES[plan.encoding] + joint + i18n.t(DELIMITER_KEYS[plan.dialect.delimiter]);
}

/** What a file was taken for; orders say whether a line is a product or an order. */
export function kindWords({ plan, totals, parts, refusal }: Preview): string {
  // Known by its header, and of none of the six kinds: a payouts report, for one.
  if (refusal) return i18n.t(refusal === 'no-buyers' ? 'kind.orders' : 'kind.other');
  if (plan.kind !== 'orders') return i18n.t(`kind.${plan.kind}`);
  const lines = parts.find((part) => part.code === 'sale')?.rows ?? 0;
  if (totals.orders === 0) return i18n.t('kind.orders');
  return i18n.t(lines > totals.orders ? 'kind.orders.per-product' : 'kind.orders.per-order');
}
