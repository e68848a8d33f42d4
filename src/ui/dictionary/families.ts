import type { MetricCard } from '../../engine/protocol';
import { i18n } from '../../i18n/i18n.svelte';
import { metricName } from '../reading/figure-words';

type Family = MetricCard['family'];

/** Families in the order in which they are met first, with their metrics that have the searched text in name, definition or id. */
export function familiesOf(catalogue: readonly MetricCard[], search: string): { family: Family; cards: MetricCard[] }[] {
  const wanted = search.trim().toLocaleLowerCase();
  const has = (card: MetricCard) =>
    wanted === '' || `${card.id} ${metricName(card.id)} ${wordsOf(card.id, 'definition')}`.toLocaleLowerCase().includes(wanted);
  const families = [...new Set(catalogue.map((card) => card.family))];
  return families
    .map((family) => ({ family, cards: catalogue.filter((card) => card.family === family && has(card)) }))
    .filter(({ cards }) => cards.length > 0);
}

/** Definition or formula of a metric, '' where a language has none, which a test forbids. */
export function wordsOf(id: string, part: 'definition' | 'formula'): string {
  const key = `metric.${id}.${part}`;
  return i18n.has(key) ? i18n.t(key) : '';
}
