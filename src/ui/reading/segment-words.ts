import { i18n } from '../../i18n/i18n.svelte';
import type { Among } from '../../engine/protocol';
import { dayFromIso } from '../../terms/day';

/** What customers are told apart by: country, category of the first order. */
export function byName(by: string): string {
  const key = `breakdown.by.${by}`;
  return i18n.has(key) ? i18n.t(key) : by;
}

/** A segment's name: the text of the file as it is, a month, or words for the rest. */
export function segmentName({ by, segment }: { by: string; segment: string }): string {
  if (segment.startsWith('=')) return segment.slice(1);
  const month = dayFromIso(`${segment}-01`);
  if (month !== null) return i18n.format.period(month, 'month');
  const key = by === 'first-month' && segment === 'other' ? 'segment.earlier' : `segment.${segment}`;
  return i18n.has(key) ? i18n.t(key) : segment;
}

/** A name with the segment it is about behind it; the name alone for everybody. */
export function amongName(title: string, among: Among | undefined): string {
  return among ? i18n.t('breakdown.among', { title, by: byName(among.by), segment: segmentName(among) }) : title;
}
