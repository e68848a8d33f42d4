import type { WorkedExample } from '../../engine/protocol';
import { i18n } from '../../i18n/i18n.svelte';
import type { Cell, TableColumn } from '../../terms/answer';
import { isoFromDay } from '../../terms/day';
import { NO_CURRENCY } from '../../terms/money';
import { valueText } from '../reading/figure-words';
import { segmentName } from '../reading/segment-words';

/** A table of what goes into an example, in words of the language in use. */
export interface ExampleTable {
  name: string;
  heads: string[];
  numeric: boolean[];
  rows: string[][];
}

type Literal = Readonly<Record<string, string | number | boolean | undefined>>;

/** Orders and records of an example, a table each, with the columns that one of them has at least. */
export function tablesOf({ orders, records = {} }: WorkedExample): ExampleTable[] {
  const kinds = Object.entries(records) as [keyof typeof records, readonly Literal[]][];
  const tables = kinds.map(([kind, literals]) => tableOf(i18n.t(`kind.${kind}`), literals));
  const bought = tableOf(i18n.t('dictionary.example.orders'), orders as unknown as readonly Literal[]);
  return [bought, ...tables].filter(({ rows }) => rows.length > 0);
}

function tableOf(name: string, literals: readonly Literal[]): ExampleTable {
  const keys = [...new Set(literals.flatMap((literal) => Object.keys(literal).filter((key) => literal[key] !== undefined)))];
  return {
    name,
    heads: keys.map(headOf),
    numeric: keys.map((key) => literals.some((literal) => typeof literal[key] === 'number')),
    rows: literals.map((literal) => keys.map((key) => (MONEY.includes(key) ? moneyOf(literal[key]) : cellOf(literal[key])))),
  };
}

/** Head of a column: of an order's own, or the role that it has in a file. */
function headOf(key: string): string {
  const own = `dictionary.head.${key === 'customer' ? 'person' : key === 'date' ? 'day' : key}`;
  if (i18n.has(own)) return i18n.t(own);
  const role = `role.${key}`;
  return i18n.has(role) ? i18n.t(role) : key;
}

/** Columns of orders that are in minor units. */
const MONEY: readonly string[] = ['net', 'refunded', 'discount'];

function moneyOf(value: string | number | boolean | undefined): string {
  return typeof value === 'number' ? valueText(value, 'money', NO_CURRENCY) : '';
}

function cellOf(value: string | number | boolean | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return i18n.format.count(value, Number.isInteger(value) ? 0 : 2);
  return typeof value === 'boolean' ? (value ? '✓' : '–') : value;
}

/** What else the example needs to be worked out: up to which day it is known, and the parameters that are set. */
export function conditionsOf({ view, params, orders, records }: WorkedExample): string {
  // What was typed is known of no day.
  const dated = orders.length > 0 || records !== undefined;
  const known = dated ? [i18n.t('dictionary.example.known', { day: isoFromDay(view.asOf) }), i18n.t(`reading.grain.${view.grain}`)] : [];
  const set = Object.entries(params).filter(([, value]) => value !== null && value !== '');
  const own = set.map(([key, value]) => `${paramName(key)}${i18n.t('reading.colon')}${paramText(key, value!)}`);
  return [...known, ...own].join(' · ');
}

function paramName(key: string): string {
  return wordOf(['dictionary.param'], key) ?? key;
}

/** The value of a parameter: money as money, shares and days with their unit, a choice by its name. */
function paramText(key: string, value: string | number | boolean): string {
  if (typeof value !== 'number') return wordOf(['dictionary.choice'], String(value)) ?? String(value);
  if (key.endsWith('Minor')) return valueText(value, 'money', NO_CURRENCY);
  if (key.endsWith('Days')) return valueText(value, 'days', NO_CURRENCY);
  if (key.endsWith('Hours')) return valueText(value, 'hours', NO_CURRENCY);
  if (key.endsWith('Percent')) return i18n.format.percent(value / 100);
  if (key === 'margin' || key.endsWith('PerYear') || key.endsWith('Weight') || key.endsWith('Share')) return i18n.format.percent(value);
  return i18n.format.count(value, Number.isInteger(value) ? 0 : 2);
}

/** Where the words for the columns of a table may stand, the first that has one counts. */
const HEADS = ['column', 'input', 'overview.cell', 'breakdown.cell', 'service.cell', 'row'];

/** Head of a column of a table metric; the k-th period after a first order is +k. */
export function columnName(key: string): string {
  const k = /^p(\d+)$/.exec(key)?.[1];
  if (k) return `+${k}`;
  return wordOf(HEADS, key) ?? key;
}

/** What the codes in a column of text are called; a campaign has its own name. */
const CODES: Readonly<Record<string, readonly string[]>> = {
  campaign: [],
  kind: ['loyalty.kind'],
  segment: ['segment', 'row'],
  why: ['why'],
};

/** A cell of a table metric in its unit. */
export function cellText(cell: Cell, { key, unit }: Pick<TableColumn, 'key' | 'unit'>): string {
  if (cell === null) return '–';
  if (typeof cell === 'string' && unit === 'text') {
    const named = wordOf(CODES[key] ?? ['row'], cell);
    return named ?? (key === 'segment' ? segmentName({ by: '', segment: cell }) : cell);
  }
  if (typeof cell === 'string' || unit === 'day' || unit === 'period' || unit === 'text') return String(cell);
  return unit === 'flag' ? (cell ? '✓' : '–') : valueText(cell, unit, NO_CURRENCY);
}

function wordOf(prefixes: readonly string[], code: string): string | undefined {
  const message = prefixes.map((prefix) => `${prefix}.${code}`).find((key) => i18n.has(key));
  return message && i18n.has(message) ? i18n.t(message) : undefined;
}
