import type { Input } from '../../../terms/answer';
import type { View } from '../../../terms/view';
import { NONE } from '../../columns/batch';
import type { OrderTable } from '../../columns/order-table';
import { textsOf, type RecordTable } from '../../tables/record-table';
import type { ShopTables } from '../../tables/shop-tables';
import { buyersBetween, difference, intersection } from '../customer-sets';
import { counted, measured } from '../figure';
import { peopleCounted, peopleOf } from '../record-input';
import { answerDays, type AnswerDays } from './survey-answers';

/** Campaigns that ask people to answer a survey, by name. */
const SURVEYS = /survey|(^|[^a-z])nps|csat|feedback|umfrage|问卷|問卷|调查|調查|评价|評價/i;

/**
 * Who answered of those who were asked, and what those who did are worth beside those who did not: answers speak for the people who give
 * them only. Asked are the people whom a campaign named like a survey wrote to in those days, else the customers who bought in them.
 * Empty when nobody was.
 *
 * Cost: one pass over orders.
 */
export function responseInputs(tables: ShopTables, view: View, period: string, rows: Uint32Array): Input[] {
  const days = answerDays(view, period);
  const answered = peopleOf(tables.records('answers'), rows);
  if (answered.length === 0) return [];
  const invited = invitedPeople(tables.records('contacts'), days);
  const buyers = buyersBetween(tables.orders, days.from, days.to);
  return [
    peopleCounted('respondents', answered),
    ...(invited.length > 0 ? invitedInputs(invited, answered) : []),
    ...(buyers.length > 0 ? buyerInputs(tables.orders, buyers, answered, days) : []),
  ];
}

function invitedInputs(invited: Uint32Array, answered: Uint32Array): Input[] {
  const both = intersection(invited, answered);
  return [
    peopleCounted('invited', invited),
    peopleCounted('invited-answered', both),
    measured('response-rate', both.length / invited.length, 'ratio'),
  ];
}

function buyerInputs(orders: OrderTable, buyers: Uint32Array, answered: Uint32Array, days: AnswerDays): Input[] {
  const both = intersection(buyers, answered);
  const silent = difference(buyers, both);
  return [
    counted('bought-answered', both),
    counted('bought-silent', silent),
    measured('buyers-response', both.length / buyers.length, 'ratio'),
    ...(both.length > 0 ? [measured('spend-answered', meanSpend(orders, both, days), 'money')] : []),
    ...(silent.length > 0 ? [measured('spend-silent', meanSpend(orders, silent, days), 'money')] : []),
  ];
}

function meanSpend({ first, day, net }: OrderTable, who: Uint32Array, { from, to }: AnswerDays): number {
  let sum = 0;
  for (const customer of who)
    for (let i = first[customer]!; i < first[customer + 1]!; i++) if (day[i]! >= from && day[i]! < to) sum += net[i]!;
  return sum / who.length;
}

function invitedPeople(contacts: RecordTable, { from, to }: AnswerDays): Uint32Array {
  const campaign = textsOf(contacts, 'campaign');
  if (!campaign) return new Uint32Array(0);
  const surveys = campaign.texts.map((text) => SURVEYS.test(text));
  const asks = (row: number): boolean => campaign.codes[row] !== NONE && surveys[campaign.codes[row]!]!;
  const rows = Uint32Array.from({ length: contacts.rows }, (_, row) => row);
  return peopleOf(
    contacts,
    rows.filter((row) => contacts.day[row]! >= from && contacts.day[row]! < to && asks(row)),
  );
}
