import { i18n } from '../../i18n/i18n.svelte';
import type { Scalar } from '../../terms/answer';
import type { Day, Grain } from '../../terms/day';

/** A period in a sentence: October 2011, Q3 2011, the week of 10 October 2011. */
export function periodLong(start: Day, grain: Grain): string {
  const name = i18n.format.period(start, grain, 'long');
  return grain === 'week' ? i18n.t('reading.week-of', { day: name }) : name;
}

/** The same where its year is clear from what stands before: November, Q4, the week of 17 October. */
export function periodBare(start: Day, grain: Grain): string {
  const name = i18n.format.period(start, grain, 'bare');
  return grain === 'week' ? i18n.t('reading.week-of', { day: name }) : name;
}

/** A likely range inside a sentence: 43.0–48.3 %, 43.0%至48.3%. */
export function rangeText({ low, high }: { low: number; high: number }): string {
  const bare = i18n.format.count(low * 100, 1);
  return i18n.t('reading.range', { bare, low: i18n.format.percent(low), high: i18n.format.percent(high) });
}

/** Part of whole with its range, for the third line of a figure: 2,845 of 4,338 · 64.2–67.0 %. */
export function restsOn(figure: Scalar, part: string): string {
  const of = i18n.t('reading.of', { part: inputOf(figure, part), whole: figure.n });
  return figure.interval ? `${of} · ${i18n.format.percentRange(figure.interval.low, figure.interval.high)}` : of;
}

/** Value of an input of a figure; 0 when it has none of that name. */
export function inputOf(figure: Scalar, key: string): number {
  return figure.inputs.find((input) => input.key === key)?.value ?? 0;
}

/** Shares of fewer than this many customers are not printed: the counts are. */
export const FEW = 5;

/** A name at the head of a line: its first letter large. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase(i18n.language) + text.slice(1);
}

/** Sentences one after the other: with blanks in English, without in Chinese. Empty ones are left out. */
export function paragraph(...sentences: (string | false | null)[]): string {
  return sentences.filter(Boolean).join(i18n.language === 'en' ? ' ' : '');
}
