import type { KindCount } from '../../terms/preview';
import { i18n } from '../../i18n/i18n.svelte';

/** A count of a kind in words, e.g. "240 respondents"; '' for one that has no words. Points may have decimals. */
export function countWords({ code, value }: KindCount): string {
  const key = `kind-count.${code}`;
  if (!i18n.has(key)) return '';
  const digits = Number.isInteger(value) ? 0 : 2;
  return i18n
    .pieces(key, { count: value })
    .map((piece) => ('text' in piece ? piece.text : i18n.format.count(value, digits)))
    .join('');
}

/** Several counts in one enumeration. */
export function countList(counts: readonly KindCount[]): string {
  return i18n.format.list(counts.map(countWords).filter((words) => words !== ''));
}
