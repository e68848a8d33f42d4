import type { Absent, Cell, Input, Scalar } from '../../../terms/answer';
import { dayFromYmd } from '../../../terms/day';
import type { View } from '../../../terms/view';
import { NO_DAY } from '../../columns/batch';
import { FLAG_UNKNOWN, FLAG_YES } from '../../columns/records';
import { flagsOf } from '../../tables/record-table';
import type { ShopTables } from '../../tables/shop-tables';
import { campaignContacts, EVENTS, orderedWithin, type Contact, type ContactEvent } from './campaign-contacts';
import { CONTACT_RESPONSE_SQL } from './contact-response-sql';
import { defineMetric, type TableMetric } from '../define';
import { absent, measured, shareFigure } from '../figure';
import { peopleCounted } from '../record-input';

interface Params {
  /** Days after the message within which an order counts, where no file says who ordered because of it. */
  withinDays: number;
  /** Who was written to, or who was held out on purpose. */
  arm: 'sent' | 'held-out';
}

/** What is known of one campaign in one arm; null where no file says anything about it. */
interface Response {
  campaign: string;
  sent: Uint32Array;
  reached: Record<ContactEvent, Uint32Array | null>;
  /** Of whom it is known whether they ordered: all, or those followed for long enough. */
  followed: Uint32Array;
  /** Whether orders had to tell who converted. */
  byOrders: boolean;
}

/**
 * What became of each campaign: people it was sent to, and of them those who got it, opened, clicked and ordered.
 *
 * A person counts once per campaign. Rates are of those sent. Where no file says who ordered, it is who ordered on the day of the message or
 * one of the `withinDays` days after it, of those who could be followed for that long. Those held out are a table of their own (`arm`). No
 * lift is claimed: that needs an experiment. The foot adds up the campaigns. Cost: one pass over contacts and the orders of those reached.
 */
export const contactResponse = defineMetric<Params, TableMetric<Params>>({
  id: 'contact-response',
  family: 'service',
  unit: 'ratio',
  shape: 'table',
  reads: ['contacts'],
  formula: '|delivered| / |sent|, |opened| / |sent|, |clicked| / |sent|, |ordered| / |sent followed h days|; people, per campaign',
  source: {
    title: 'Viewing statistics of a sent campaign',
    author: 'Mailcoach documentation',
    year: 2026,
    where: 'https://mailcoach.app/docs/self-hosted/v4/campaigns/viewing-statistics-of-a-sent-campaign (undated, read in 2026)',
  },
  defaults: { withinDays: 14, arm: 'sent' },
  sql: CONTACT_RESPONSE_SQL,
  compute(tables, view, params) {
    const responses = responsesOf(tables, view, params);
    const rows = responses.map((one): Cell[] => [one.campaign, ...COLUMNS.map(({ key }) => cellOf(one, key))]);
    return {
      columns: [{ key: 'campaign', unit: 'text' }, ...COLUMNS],
      rows,
      ...(rows.length > 1 ? { foot: [[ALL_CAMPAIGNS, ...footOf(rows)]] } : {}),
    };
  },
  cell(tables, view, params, { row, column }) {
    const responses = responsesOf(tables, view, params);
    const response = responses.find(({ campaign }) => campaign === row);
    if (!response && row === ALL_CAMPAIGNS && responses.length > 0) return figureOfAll(responses, column);
    return response ? figureOf(response, column) : absent('no-messages');
  },
  vectors: [
    {
      name: 'of four people three got it, two opened, one clicked, and one ordered in time',
      orders: [
        { customer: 'a', day: '2024-01-12', net: 100 },
        { customer: 'b', day: '2024-01-25', net: 100 },
      ],
      records: {
        contacts: [
          { person: 'a', campaign: 'spring', date: '2024-01-10', delivered: true, opened: true, clicked: true },
          { person: 'b', campaign: 'spring', date: '2024-01-10', delivered: true, opened: '2024-01-11', clicked: false },
          { person: 'c', campaign: 'spring', date: '2024-01-10', bounced: true },
          { person: 'd', campaign: 'spring', date: '2024-01-10', bounced: false },
        ],
      },
      view: { from: dayFromYmd(2024, 1, 1), asOf: dayFromYmd(2024, 2, 29) },
      expected: [['spring', 4, 3, 0.75, 2, 0.5, 1, 0.25, 1, 4, 0.25, 1]],
    },
    {
      name: 'a file of coupons redeemed joins the file of those sent: two of three, whoever redeemed twice counts once',
      orders: [],
      records: {
        contacts: [
          ...['a', 'b', 'c'].map((person) => ({ person, campaign: '8' })),
          { person: 'a', campaign: '8', coupon: 'x', converted: '2024-01-03' },
          { person: 'a', campaign: '8', coupon: 'y', converted: '2024-01-04' },
          { person: 'b', campaign: '8', coupon: 'x', converted: '2024-01-04' },
        ],
      },
      view: { from: dayFromYmd(2024, 1, 1), to: dayFromYmd(2024, 2, 1), asOf: dayFromYmd(2024, 1, 31) },
      expected: [['8', 3, null, null, null, null, null, null, 2, 3, 2 / 3, 0]],
    },
    {
      name: 'those held out are counted apart, by their orders as the others are',
      orders: [
        { customer: 'a', day: '2024-01-12', net: 100 },
        { customer: 'b', day: '2024-01-12', net: 100 },
      ],
      records: {
        contacts: [
          { person: 'a', campaign: 'spring', date: '2024-01-10', arm: 'treatment', delivered: true },
          { person: 'b', campaign: 'spring', date: '2024-01-10', arm: 'control' },
          { person: 'c', campaign: 'spring', date: '2024-01-10', arm: 'control' },
        ],
      },
      view: { from: dayFromYmd(2024, 1, 1), asOf: dayFromYmd(2024, 2, 29) },
      params: { arm: 'held-out' },
      expected: [['spring', 2, null, null, null, null, null, null, 1, 2, 0.5, 1]],
    },
    { name: 'without messages there are no rows', orders: [], view: {}, expected: [] },
  ],
});

const ALL_CAMPAIGNS = 'all-campaigns';
const COLUMNS = [
  { key: 'sent', unit: 'people' },
  ...(['delivered', 'opened', 'clicked'] as const).flatMap((key) => [
    { key, unit: 'people' } as const,
    { key: `${key}-rate` as const, unit: 'ratio' } as const,
  ]),
  { key: 'converted', unit: 'people' },
  { key: 'followed', unit: 'people' },
  { key: 'converted-rate', unit: 'ratio' },
  { key: 'by-orders', unit: 'flag' },
] as const;

/** Campaigns by name. */
function responsesOf(tables: ShopTables, view: View, { withinDays, arm }: Params): Response[] {
  const table = tables.records('contacts');
  const anySaid = flagsOf(table, 'converted')?.values.some((flag) => flag !== FLAG_UNKNOWN) ?? false;
  const groups = new Map<string, Contact[]>();
  for (const contact of campaignContacts(table, view)) {
    const group = groups.get(contact.campaign);
    if (group) group.push(contact);
    else groups.set(contact.campaign, [contact]);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([campaign, contacts]) => {
      const own = contacts.filter(({ heldOut }) => heldOut === (arm === 'held-out'));
      // A campaign of which a file of coupons says nothing brought none, unless its days let the orders tell.
      const byOrders =
        contacts.every(({ events }) => events.converted === FLAG_UNKNOWN) && (!anySaid || contacts.some(({ day }) => day !== NO_DAY));
      return own.length === 0 ? [] : [responseOf(campaign, own, { tables, asOf: view.asOf, withinDays, byOrders })];
    });
}

function responseOf(
  campaign: string,
  contacts: readonly Contact[],
  { tables, asOf, withinDays, byOrders }: { tables: ShopTables; asOf: number; withinDays: number; byOrders: boolean },
): Response {
  const people = (some: readonly Contact[]): Uint32Array => Uint32Array.from(some, ({ person }) => person).sort();
  const said = (name: ContactEvent): Uint32Array | null =>
    contacts.every(({ events }) => events[name] === FLAG_UNKNOWN)
      ? null
      : people(contacts.filter(({ events }) => events[name] === FLAG_YES));
  const followed = byOrders ? contacts.filter(({ day }) => day !== NO_DAY && day + withinDays <= asOf) : contacts;
  const ordered = people(followed.filter((contact) => orderedWithin(tables.orders, contact, withinDays)));
  const reached = Object.fromEntries(EVENTS.map((name) => [name, said(name)])) as Response['reached'];
  const converted = byOrders ? (followed.length === 0 ? null : ordered) : (reached.converted ?? new Uint32Array(0));
  return { campaign, sent: people(contacts), reached: { ...reached, converted }, followed: people(followed), byOrders };
}

function cellOf(response: Response, key: (typeof COLUMNS)[number]['key']): Cell {
  return key === 'by-orders' ? Number(response.byOrders) : figureOf(response, key).value;
}

/** The figure of one cell, with the people behind it. */
function figureOf({ sent, reached, followed }: Response, column: string): Scalar | Absent {
  if (column === 'sent') return countOf('contacts-sent', sent);
  if (column === 'followed') return countOf('contacts-followed', followed);
  const name = EVENTS.find((event) => column === event || column === `${event}-rate`);
  const who = name ? reached[name] : null;
  if (!name || !who) return absent('no-messages');
  const part = peopleCounted(`contacts-${name}`, who);
  if (column === name) return { value: part.value, n: part.value, inputs: [part] };
  const whole = name === 'converted' ? peopleCounted('contacts-followed', followed) : peopleCounted('contacts-sent', sent);
  return shareFigure(part, whole);
}

/** One cell of the foot: somebody reached by two campaigns stands in it twice, so it is no list of people. */
function figureOfAll(responses: readonly Response[], column: string): Scalar | Absent {
  const figures = responses.map((response) => figureOf(response, column));
  const sums: Input[] = [];
  for (const figure of figures) {
    if (figure.value === null) return figure;
    figure.inputs.forEach(({ key, value }, i) => (sums[i] = measured(key, (sums[i]?.value ?? 0) + value, 'number')));
  }
  const [whole, part] = sums;
  if (!part) return { value: whole!.value, n: whole!.value, inputs: sums };
  return whole!.value === 0 ? absent('no-messages') : shareFigure(part, whole!);
}

function countOf(key: string, who: Uint32Array): Scalar {
  return { value: who.length, n: who.length, inputs: [peopleCounted(key, who)] };
}

/** Counts added up, and rates of the sums; null where a campaign lacks a count. */
function footOf(rows: readonly Cell[][]): Cell[] {
  const at = (key: string): number => COLUMNS.findIndex((column) => column.key === key) + 1;
  const sum = (key: string): number | null => {
    const cells = rows.map((row) => row[at(key)]);
    return cells.includes(null) ? null : cells.reduce<number>((total, cell) => total + Number(cell), 0);
  };
  return COLUMNS.map(({ key, unit }): Cell => {
    if (unit === 'people') return sum(key);
    if (unit === 'flag') return null;
    const [part, whole] = [sum(key.replace('-rate', '')), sum(key === 'converted-rate' ? 'followed' : 'sent')];
    return part === null || !whole ? null : part / whole;
  });
}
