import type { CustomerFilter, CustomerList, CustomerSort, CustomerStage, Who } from '../../engine/protocol';
import { formatHow, parseHow } from '../../state/route.svelte';
import type { PredictionChoice } from '../../terms/prediction';

type Query = Record<string, string>;

/** Stages in the order of a customer's life. */
export const STAGES: readonly CustomerStage[] = ['new', 'retained', 'reactivated', 'lapsed'];
const LIKELY: readonly CustomerSort['column'][] = ['alive', 'orders90', 'value'];
const COLUMNS: readonly CustomerSort['column'][] = [
  'key',
  'country',
  'orders',
  'gross',
  'refunds',
  'net',
  'usualGap',
  'silent',
  'firstDay',
  'lastDay',
  ...LIKELY,
];

/** Conditions with a number, in the order they are said. */
export const CONDITIONS = ['minOrders', 'maxOrders', 'silentOver', 'silentUpTo', 'beyondLongestGap'] as const;
export type Condition = (typeof CONDITIONS)[number];

/** Query key of each condition. */
export const CONDITION_KEYS: Record<Condition, string> = {
  minOrders: 'min',
  maxOrders: 'max',
  silentOver: 'silent',
  silentUpTo: 'recent',
  beyondLongestGap: 'gap',
};

/** Query keys that name a list of customers; all empty is everybody. */
const KEYS = ['q', 'stage', 'slip', ...Object.values(CONDITION_KEYS), 'who', 'input'];
/** Query keys that say how a list is shown. */
const SHOWN = ['sort', 'show'];

export const DEFAULT_SORT: CustomerSort = { column: 'net', descending: true };

/** The list that a query names. What makes no sense is left out. */
export function parseList(query: Query): CustomerList {
  const filter: CustomerFilter = {};
  if (query.q) filter.search = query.q;
  const stage = STAGES.find((s) => s === query.stage);
  if (stage) filter.stage = stage;
  if (query.slip === '1') filter.slipping = true;
  for (const condition of CONDITIONS) {
    const text = query[CONDITION_KEYS[condition]];
    const value = Number(text);
    if (text && Number.isFinite(value) && value >= 0) filter[condition] = value;
  }
  const how = parseHow(query.who);
  return how && query.input ? { who: { ...how, input: query.input }, filter } : { filter };
}

/** The query of a list, with '' for every key that it does not use, so that it replaces another list. */
export function formatList({ who, filter }: CustomerList): Query {
  const query: Query = Object.fromEntries(KEYS.map((key) => [key, '']));
  if (filter.search) query.q = filter.search;
  if (filter.stage) query.stage = filter.stage;
  if (filter.slipping) query.slip = '1';
  for (const condition of CONDITIONS) if (filter[condition] !== undefined) query[CONDITION_KEYS[condition]] = String(filter[condition]);
  return who ? { ...query, ...whoQuery(who) } : query;
}

function whoQuery({ input, ...how }: Who): Query {
  return { who: formatHow(how), input };
}

/** The order that a query asks for: a column's name, with `-` before it for descending. */
export function parseSort(text: string | undefined): CustomerSort {
  const name = text?.replace(/^-/, '');
  const column = COLUMNS.find((c) => c === name);
  return column ? { column, descending: text!.startsWith('-') } : DEFAULT_SORT;
}

/** The inverse of `parseSort`; '' for the usual order. */
export function formatSort(sort: CustomerSort): string {
  if (sort.column === DEFAULT_SORT.column && sort.descending === DEFAULT_SORT.descending) return '';
  return (sort.descending ? '-' : '') + sort.column;
}

/** Whether a query shows what customers did, or what they are likely to do. */
export function parseShown(text: string | undefined): 'did' | 'likely' {
  return text === 'likely' ? 'likely' : 'did';
}

/**
 * A list with what its predictions are asked with, where its conditions or its order read any; as it is otherwise, so that a change of the
 * choice is no new list.
 */
export function withChoice(list: CustomerList, sort: CustomerSort, choice: PredictionChoice): CustomerList {
  return list.filter.slipping || LIKELY.includes(sort.column) ? { ...list, choice } : list;
}

/** The part of a query that names a list and its order, for links that come back to it. */
export function listPart(query: Query): Query {
  return Object.fromEntries(Object.entries(query).filter(([key]) => SHOWN.includes(key) || KEYS.includes(key)));
}
