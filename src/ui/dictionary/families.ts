import type { MetricCard } from '../../engine/protocol';
import { i18n } from '../../i18n/i18n.svelte';
import { metricName } from '../reading/figure-words';

type Family = MetricCard['family'];

/** What a figure is called for short in the trade, in every language. */
const SHORT: Readonly<Record<string, string>> = {
  'net-promoter-score': 'NPS',
  'customer-satisfaction': 'CSAT',
  'customer-loyalty-index': 'CLI',
  'clv-simple': 'CLV LTV CLTV',
  'average-order-value': 'AOV',
  'customer-retention-rate': 'CRR',
  'customer-acquisition-cost': 'CAC',
  'net-revenue-retention': 'NRR',
  'gross-revenue-retention': 'GRR',
  'repeat-customer-rate': 'RPR RCR',
};

/** Families in the order in which they are met first, with their metrics that have the searched text in name, definition, id or short name. */
export function familiesOf(catalogue: readonly MetricCard[], search: string): { family: Family; cards: MetricCard[] }[] {
  const wanted = search.trim().toLocaleLowerCase();
  const has = (card: MetricCard) =>
    wanted === '' ||
    [card.id, card.id.replaceAll('-', ' '), SHORT[card.id] ?? '', metricName(card.id), wordsOf(card.id, 'definition')].some((text) =>
      text.toLocaleLowerCase().includes(wanted),
    );
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
