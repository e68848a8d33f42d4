import { i18n } from '../../i18n/i18n.svelte';
import type { Likely } from './list-columns';
import { valueTerms } from './likely-words';

/** Name of a column of the list of customers, and in small what its numbers are: ahead of a prediction never stands a bare name. */
export function headWords(column: string, likely: Likely | null): { name: string; terms: string } {
  const { t } = i18n;
  const similar = likely?.basis === 'empirical' ? `${t('likely.head.orders90.terms')}, ${t('likely.similar')}` : '';
  switch (column) {
    case 'reason':
      return { name: t('likely.head.reason'), terms: '' };
    case 'alive':
      return { name: t('likely.head.alive'), terms: t('likely.head.alive.terms') };
    case 'orders90':
      return { name: t('likely.head.orders90'), terms: similar || t('likely.head.orders90.terms') };
    case 'value':
      return { name: t('likely.head.value'), terms: likely ? valueTerms(likely.choice) : '' };
    case 'evidence':
      return { name: t('likely.head.evidence'), terms: t('likely.head.evidence.terms') };
    default:
      return { name: t(`customers.head.${column as 'net'}`), terms: '' };
  }
}
