import type { Part } from '../../terms/part';
import type { Preview } from '../../terms/preview';
import { i18n } from '../../i18n/i18n.svelte';

/** Name of a part of the file: what becomes of its lines, or why they cannot be used. */
export function partName(code: Part['code']): string {
  return code === 'sale' || code === 'refund' || code === 'record' ? i18n.t(`part.${code}`) : i18n.t(`reason.${code}`);
}

/** What it means for the figures that these lines are a part of their own. */
export function partWhy(code: Part['code'], { totals }: Pick<Preview, 'totals'>): string {
  if (code === 'refund') return i18n.t('part.refund.why');
  if (code === 'record') return i18n.t('part.record.why');
  if (code !== 'sale') return i18n.t(`reason.${code}.why`);
  const orders = i18n.t('count.orders', { count: totals.orders });
  return i18n.t('part.sale.why', { orders, customers: i18n.t('count.customers', { count: totals.customers }) });
}

/** `used`, `quiet` (handled, nothing to do) or `look` (please look: something may be wrong with the file or with our reading). */
export function levelOf(code: Part['code']): 'used' | 'quiet' | 'look' {
  if (code === 'sale' || code === 'record') return 'used';
  return QUIET.has(code) ? 'quiet' : 'look';
}

const QUIET: ReadonlySet<Part['code']> = new Set([
  'refund',
  'zero-amount',
  'cancelled',
  'not-a-sale',
  'negative-left-out',
  'empty-row',
  'total-row',
  'trailer-row',
  'repeated-header',
]);
