import { dayFromIso, GRAINS, type Calendar, type Grain } from '../terms/day';
import { REFUND_VIEWS, type RefundView, type View } from '../terms/view';
import type { Among, CellAddress, MetricQuestion, ShopInfo } from '../engine/protocol';
import type { RecordKind } from '../terms/fields';

export const PAGES = [
  'start',
  'overview',
  'retention',
  'customers',
  'customer',
  'value',
  'loyalty',
  'voice',
  'trust',
  'lab',
  'dictionary',
  'data',
  'people',
  'settings',
  'preview',
  'importing',
] as const;
export type PageId = (typeof PAGES)[number];

/** A place in the app: what the hash says. `query` holds the view (from, to, asOf, grain, refunds, lapse) and what the page adds. */
export interface Route {
  page: PageId;
  /** What follows the page's name: the key of a customer. */
  item: string;
  query: Record<string, string>;
}

/** `#/customer/12980?from=2010-12-01` as a route; anything unknown is the page `fallback`. */
export function parseHash(hash: string, fallback: PageId = 'overview'): Route {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const [page = '', ...rest] = path.split('/');
  const query: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [key, value] of new URLSearchParams(search)) query[key] = value;
  const known = PAGES.find((p) => p === page);
  return { page: known ?? fallback, item: known ? decodeSafely(rest.join('/')) : '', query };
}

/** The hash of a route; keys in a fixed order so that equal places have equal addresses. */
export function formatHash(route: Route): string {
  const search = new URLSearchParams(
    Object.entries(route.query)
      .filter(([, v]) => v !== '')
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  const item = route.item ? `/${encodeURIComponent(route.item)}` : '';
  const text = search.toString();
  return `#/${route.page}${item}${text ? `?${text}` : ''}`;
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** How far beyond the file's days a view may reach: ten years. */
const REACH_DAYS = 3653;

/** The view that a query asks for, over the shop's default view. Dates that do not exist and words that mean nothing are left out. */
export function viewOf(query: Record<string, string>, defaults: View): View {
  // An address may say any day; a table of weeks up to the year 9999 helps nobody.
  const [earliest, latest] = [defaults.from - REACH_DAYS, defaults.asOf + REACH_DAYS];
  const day = (key: string, otherwise: number) => Math.min(Math.max(dayFromIso(query[key] ?? '') ?? otherwise, earliest), latest);
  const lapse = Number(query.lapse);
  const asOf = day('asOf', defaults.asOf);
  const from = day('from', defaults.from);
  const to = day('to', Math.max(asOf + 1, from + 1));
  return {
    from,
    to: Math.max(to, from + 1),
    asOf,
    grain: GRAINS.find((g): g is Grain => g === query.grain) ?? defaults.grain,
    refunds: REFUND_VIEWS.find((r): r is RefundView => r === query.refunds) ?? defaults.refunds,
    lapseDays: Number.isInteger(lapse) && lapse >= 1 && lapse <= 3650 ? lapse : defaults.lapseDays,
    calendar: defaults.calendar,
  };
}

/** Kinds of records that a page can be read by: a shop that has one of them needs no orders for it. */
export const RECORDS_OF_PAGE: Partial<Record<PageId, readonly RecordKind[]>> = {
  loyalty: ['points', 'customers', 'answers'],
  voice: ['answers', 'feedback', 'contacts'],
};

/**
 * The days that a page looks at when the address names none: those with an order. Voice is about what people say, so it spans the days of
 * its records: answers after the last order must not be out of sight. So does any page of a shop without orders.
 */
export function daysOfPage(
  page: PageId,
  shop: Pick<ShopInfo, 'orders' | 'firstDay' | 'lastDay' | 'recordDays'>,
): { firstDay: number; lastDay: number } {
  const spans = (RECORDS_OF_PAGE[page] ?? []).flatMap((kind) => shop.recordDays[kind] ?? []);
  if (spans.length === 0 || (shop.orders > 0 && page !== 'voice')) return shop;
  const last = Math.max(...spans.map((span) => span.last), shop.orders > 0 ? shop.lastDay : -Infinity);
  return { firstDay: Math.min(...spans.map((span) => span.first)), lastDay: last };
}

/** The whole file by month, refunds counted. */
export function defaultView(firstDay: number, lastDay: number, calendar: Calendar): View {
  return { from: firstDay, to: lastDay + 1, asOf: lastDay, grain: 'month', refunds: 'behaviour', lapseDays: null, calendar };
}

/** What the drawer is about. */
export type How = MetricQuestion & { at?: CellAddress };

/** `how` as one query value: `id;param=value;~by|segment;@row|column`. */
export function formatHow(how: How): string {
  const params = Object.entries(how.params ?? {}).map(([k, v]) => `;${k}=${encodeURIComponent(String(v))}`);
  const at = how.at ? `;@${encodeURIComponent(how.at.row)}|${encodeURIComponent(how.at.column)}` : '';
  const among = how.among ? `;~${how.among.by}|${encodeURIComponent(how.among.segment)}` : '';
  return how.id + params.join('') + among + at;
}

/** The inverse of `formatHow`; null when it says nothing. Numbers and booleans come back as such. */
export function parseHow(text: string | undefined): How | null {
  if (!text) return null;
  const [id = '', ...rest] = text.split(';');
  const how: How = { id };
  for (const part of rest) {
    if (part.startsWith('@')) {
      const [row = '', column = ''] = part.slice(1).split('|');
      how.at = { row: decodeSafely(row), column: decodeSafely(column) };
    } else if (part.startsWith('~')) {
      const [by = '', segment = ''] = part.slice(1).split('|');
      // An attribute that there is not has no customers.
      how.among = { by: by as Among['by'], segment: decodeSafely(segment) };
    } else {
      const [key = '', value = ''] = part.split('=');
      how.params = { ...how.params, [key]: valueOf(decodeSafely(value)) };
    }
  }
  return how;
}

function valueOf(text: string): string | number | boolean {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

/** The address bar as state. `go` makes a history entry, `replace` does not. */
export class Router {
  route = $state.raw<Route>({ page: 'start', item: '', query: {} });
  #location: Pick<Location, 'hash'>;
  #history: Pick<History, 'replaceState'>;

  constructor(location: Pick<Location, 'hash'>, history: Pick<History, 'replaceState'>) {
    this.#location = location;
    this.#history = history;
    this.read();
  }

  /** Takes the route from the address; called on `hashchange`. */
  read = (): void => {
    this.route = parseHash(this.#location.hash, 'start');
  };

  /** Address of a page that keeps the view; `changes` sets query values, '' removes one. */
  href(page: PageId, item = '', changes: Record<string, string> = {}): string {
    return formatHash({ page, item, query: { ...viewPart(this.route.query), ...changes } });
  }

  /** Address of this page with changed query values. The lines that a drawer lists are of its own number: another one begins without. */
  here(changes: Record<string, string>): string {
    const lines = 'how' in changes ? { lines: '' } : {};
    return formatHash({ ...this.route, query: { ...this.route.query, ...lines, ...changes } });
  }

  go(hash: string): void {
    this.#location.hash = hash;
  }

  replace(hash: string): void {
    this.#history.replaceState(null, '', hash);
    this.read();
  }
}

const VIEW_KEYS = ['from', 'to', 'asOf', 'grain', 'refunds', 'lapse'];

function viewPart(query: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(query).filter(([key]) => VIEW_KEYS.includes(key)));
}
