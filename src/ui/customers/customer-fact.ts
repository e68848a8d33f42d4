import { i18n } from '../../i18n/i18n.svelte';
import type { CustomerPage, Explanation } from '../../engine/protocol';
import type { Currency } from '../../terms/money';
import type { View } from '../../terms/view';
import type { Fact, FactRow } from '../reading/fact';
import { customerName } from './customer-words';

/** Numbers of one customer that the drawer explains. */
export const CUSTOMER_PARTS = ['orders', 'gross', 'refunds', 'net', 'rank', 'usualGap', 'silent'] as const;
export type CustomerPart = (typeof CUSTOMER_PARTS)[number];

export interface CustomerKnown {
  page: CustomerPage;
  files: Explanation;
  view: View;
  currency: Currency;
}

/** How a number of one customer is computed. */
export function customerFact(part: CustomerPart, known: CustomerKnown): Fact {
  const { t } = i18n;
  const { page, files } = known;
  return {
    title: `${customerName(page.row)}: ${t(part === 'rank' ? 'fact.customer.rank' : `customers.head.${part}`)}`,
    words: t(part === 'net' ? 'fact.list.net.words' : `fact.customer.${part}.words`),
    ...formulaOf(part, known),
    method: methodOf(part, known),
    wentIn: wentIn(part, known),
    leftOut: undone(page),
    files,
  };
}

/** Sales of an order on average; those that were refunded in full are sales too. null for a customer who never ordered. */
export function salesPerOrder({ entries, row }: Pick<CustomerPage, 'entries' | 'row'>): number | null {
  const orders = entries.filter((entry) => entry.kind === 'order').length;
  return orders === 0 ? null : row.grossMinor / orders;
}

/** The customer's own gaps between days with an order, shortest first. */
export function gapsOf({ entries }: Pick<CustomerPage, 'entries'>): number[] {
  return entries.flatMap(({ gap }) => (gap === null ? [] : [gap])).sort((a, b) => a - b);
}

function formulaOf(part: CustomerPart, { page, currency }: CustomerKnown): Pick<Fact, 'numbers' | 'value'> {
  const { t, format } = i18n;
  const { row, rank, of } = page;
  const money = (minor: number) => format.money(minor, currency);
  const days = (count: number) => t('count.days', { count: Number.isInteger(count) ? count : format.count(count, 1) });
  switch (part) {
    case 'orders':
      return { numbers: '', value: format.count(row.orders) };
    case 'gross':
      return { numbers: '', value: money(row.grossMinor) };
    case 'refunds':
      return { numbers: '', value: money(row.refundMinor) };
    case 'net':
      return { numbers: `${money(row.grossMinor)} − ${money(row.refundMinor)}`, value: money(row.netMinor) };
    case 'rank':
      return { numbers: `1 + ${format.count(rank - 1)}`, value: t('reading.of', { part: rank, whole: of }) };
    case 'usualGap':
      return { numbers: shortened(gapsOf(page)), value: row.usualGap === null ? '–' : days(row.usualGap) };
    case 'silent':
      return { numbers: `${format.day(page.asOf)} − ${format.day(row.lastDay)}`, value: days(row.silent) };
  }
}

/** A sorted list of gaps with its middle: the ends of a long one are left out. */
function shortened(gaps: readonly number[]): string {
  const spare = Math.max(0, Math.ceil((gaps.length - 13) / 2));
  const shown = gaps.slice(spare, gaps.length - spare).map((gap) => i18n.format.count(gap));
  return (spare > 0 ? ['…', ...shown, '…'] : shown).join(' · ');
}

function methodOf(part: CustomerPart, { view }: CustomerKnown): string {
  if (part === 'silent') return i18n.t('contract.asof.text');
  if (part === 'refunds' || part === 'net') return i18n.t(`how.refunds.${view.refunds}`);
  return part === 'orders' ? i18n.t('contract.order.text') : '';
}

function wentIn(part: CustomerPart, { page, currency }: CustomerKnown): FactRow[] {
  const { t, format } = i18n;
  const { row } = page;
  const orders = { name: t('overview.orders'), value: format.count(row.orders) };
  const days = { name: t('fact.customer.days'), value: format.count(row.orderDays) };
  const gaps = { name: t('input.gaps'), value: format.count(gapsOf(page).length) };
  const longest = { name: t('fact.customer.longest'), value: t('count.days', { count: row.longestGap ?? 0 }) };
  if (part === 'usualGap') return [days, gaps, longest];
  if (part === 'silent') return row.longestGap === null ? [orders, days] : [orders, days, longest];
  if (part === 'rank') return [{ name: t('customers.head.net'), value: format.money(row.netMinor, currency) }];
  const perOrder = salesPerOrder(page);
  return part !== 'gross' || perOrder === null
    ? [orders, days]
    : [orders, { name: t('fact.customer.per-order'), value: format.money(perOrder, currency) }];
}

function undone({ entries }: CustomerPage): FactRow[] {
  const count = entries.filter((entry) => entry.kind === 'order' && !entry.purchase).length;
  return count === 0 ? [] : [{ name: i18n.t('how.refunds.orders'), value: i18n.format.count(count) }];
}
