import { i18n } from '../../i18n/i18n.svelte';
import type { CustomerList, CustomerTotals, Explanation } from '../../engine/protocol';
import type { Currency } from '../../terms/money';
import type { View } from '../../terms/view';
import type { Fact } from '../reading/fact';
import { clausesOf } from './customer-words';

/** Numbers of a list of customers that the drawer explains. */
export const LIST_PARTS = ['customers', 'gross', 'refunds', 'net', 'lastYear', 'silent'] as const;
export type ListPart = (typeof LIST_PARTS)[number];

export interface ListKnown {
  list: CustomerList;
  totals: CustomerTotals;
  /** Customers of the shop with a purchase, whatever the list. */
  everybody: number;
  files: Explanation;
  view: View;
  currency: Currency;
}

/** How a number of a list of customers is computed. */
export function listFact(part: ListPart, known: ListKnown): Fact {
  const { t } = i18n;
  const { list, totals, files, everybody, view } = known;
  const clauses = clausesOf(list, totals.customers);
  const size = { name: t('fact.list.everybody'), value: i18n.format.count(everybody) };
  return {
    title: `${t(part === 'customers' ? 'customers.title' : part === 'silent' ? 'fact.list.silent' : `customers.head.${part}`)}: ${clauses || t('fact.everybody')}`,
    ...formulaOf(part, known),
    method:
      part === 'silent'
        ? t('contract.asof.text')
        : part === 'customers' || part === 'gross' || part === 'lastYear'
          ? whoText(view)
          : t(`how.refunds.${view.refunds}`),
    wentIn: [
      { name: t('fact.conditions'), value: clauses || t('fact.conditions.none') },
      part === 'customers' ? size : { name: t('customers.table'), value: i18n.format.count(totals.customers) },
    ],
    leftOut: [],
    files,
  };
}

function whoText(view: View): string {
  return view.refunds === 'ignore' ? '' : i18n.t('customers.note.who.text');
}

function formulaOf(part: ListPart, { totals, everybody, currency }: ListKnown): Pick<Fact, 'words' | 'numbers' | 'value'> {
  const { t, format } = i18n;
  const money = (minor: number) => format.money(minor, currency);
  const words = t(`fact.list.${part}.words`);
  if (part === 'customers')
    return { words, numbers: t('reading.of', { part: totals.customers, whole: everybody }), value: format.count(totals.customers) };
  if (part === 'silent') return { words, numbers: '', value: t('count.days', { count: Math.round(totals.medianSilent ?? 0) }) };
  if (part === 'net')
    return { words, numbers: `${money(totals.grossMinor)} − ${money(totals.refundMinor)}`, value: money(totals.netMinor) };
  if (part === 'lastYear') return { words, numbers: '', value: money(totals.lastYearMinor) };
  return { words, numbers: '', value: money(part === 'gross' ? totals.grossMinor : totals.refundMinor) };
}
