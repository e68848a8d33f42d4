import { i18n } from '../../i18n/i18n.svelte';
import type { CustomerFilter, CustomerList, CustomerRow } from '../../engine/protocol';
import { GUEST_SIGN } from '../../terms/guest-sign';
import { isolated } from '../kit/isolated';
import { metricName } from '../reading/figure-words';
import { CONDITIONS, type Condition } from '../reading/list-query';
import { amongName } from '../reading/segment-words';

/** What a condition says in a chip: words, and the value in bold. */
export function chipWords(condition: Condition, value: number): { say: string; value: string } {
  const { t } = i18n;
  if (condition === 'beyondLongestGap')
    return {
      say: t('customers.chip.beyondLongestGap'),
      value: t('customers.chip.times', { number: i18n.format.count(value, Number.isInteger(value) ? 0 : 1) }),
    };
  if (condition === 'silentOver' || condition === 'silentUpTo')
    return { say: t(`customers.chip.${condition}`), value: t('count.days', { count: value }) };
  return { say: t('customers.chip.orders'), value: t(`customers.chip.${condition}`, { count: value }) };
}

/** The conditions of a list as clauses of one sentence, e.g. "ordered at least twice and have been silent for more than 90 days". */
export function clausesOf({ who, filter }: CustomerList, count: number): string {
  const { t } = i18n;
  const clauses: string[] = [];
  if (filter.stage) clauses.push(t(`customers.clause.stage.${filter.stage}`, { count }));
  if (filter.slipping) clauses.push(t('customers.clause.slipping', { count }));
  for (const condition of CONDITIONS) {
    const value = filter[condition];
    if (value === undefined || (condition === 'maxOrders' && filter.minOrders === value)) continue;
    clauses.push(clauseOf(condition, value, filter, count));
  }
  if (filter.search) clauses.push(t('customers.clause.search', { count, text: filter.search }));
  if (who)
    clauses.push(t('customers.clause.who', { count, name: `${amongName(metricName(who.id), who.among)}: ${inputLabel(who.input)}` }));
  return clauses.join(t('customers.clause.and'));
}

function clauseOf(condition: Condition, value: number, filter: CustomerFilter, count: number): string {
  const { t } = i18n;
  if (condition === 'minOrders' && filter.maxOrders === value)
    return t('customers.clause.exactly', { count, orders: t('count.orders', { count: value }) });
  if (condition === 'minOrders')
    return value === 2
      ? t('customers.clause.twice', { count })
      : t('customers.clause.minOrders', { count, orders: t('count.orders', { count: value }) });
  if (condition === 'maxOrders') return t('customers.clause.maxOrders', { count, orders: t('count.orders', { count: value }) });
  if (condition === 'beyondLongestGap')
    return t('customers.clause.beyondLongestGap', { count, number: i18n.format.count(value, Number.isInteger(value) ? 0 : 1) });
  return t(`customers.clause.${condition}`, { count, days: t('count.days', { count: value }) });
}

/** Name of an input, as the drawer gives it. */
export function inputLabel(input: string): string {
  const key = `input.${input}`;
  return i18n.has(key) ? i18n.t(key) : input;
}

/** What a customer is called on the page: the name if the file has one, else the key; a guest is told by the order. */
export function customerName(row: Pick<CustomerRow, 'key' | 'name'>): string {
  if (row.key.startsWith(GUEST_SIGN)) return i18n.t('customers.guest', { order: isolated(guestOrder(row.key)) });
  return isolated(row.name || row.key);
}

/** Number of a guest's order. */
export function guestOrder(key: string): string {
  return key.slice(GUEST_SIGN.length);
}
