import type { Calendar } from '../../../terms/day';
import type { Scope } from '../syntax/types';
import type { Expr, From, Node, OrderItem, Select, Source } from '../syntax/tree';
import { shiftsOf, truncUnit } from './calendar-rules';
import { bare, commonNode, filtered, groupedByNumbers, intervalOf, isDay, nameIn, seriesOf, type Call } from './common-rules';
import type { Edit, Rules, Writer } from './writer';

const TYPES: Record<string, string> = {
  VARCHAR: 'STRING',
  TEXT: 'STRING',
  INTEGER: 'INT64',
  INT: 'INT64',
  BIGINT: 'INT64',
  HUGEINT: 'NUMERIC',
  DOUBLE: 'FLOAT64',
  FLOAT: 'FLOAT64',
  DATE: 'DATE',
  TIMESTAMP: 'DATETIME',
  BOOLEAN: 'BOOL',
};

/** Functions that BigQuery has under the same name, or under the name given. */
const FUNCTIONS: Record<string, string> = {
  ...Object.fromEntries(
    (
      'count sum avg min max any_value coalesce nullif greatest least abs round floor ceil sqrt ln exp power sign row_number rank dense_rank ntile lag ' +
      'lead first_value last_value stddev_samp stddev_pop var_samp var_pop corr lower upper trim concat substring length last_day starts_with replace ' +
      'array_agg string_agg ifnull max_by min_by nth_value cume_dist percent_rank'
    )
      .split(' ')
      .map((name) => [name, name]),
  ),
  arg_max: 'max_by',
  arg_min: 'min_by',
  list: 'array_agg',
  bool_or: 'LOGICAL_OR',
  bool_and: 'LOGICAL_AND',
  substring: 'SUBSTR',
  pow: 'POW',
  log10: 'LOG10',
  mod: 'MOD',
  make_date: 'DATE',
};

const WEEKS = { 0: 'SUNDAY', 1: 'MONDAY', 6: 'SATURDAY' } as const;

/** GoogleSQL as BigQuery reads it. */
export function bigQueryRules(calendar: Calendar): Rules {
  const quantiles = new Map<Call, string>();
  return {
    node(node, scope, writer) {
      switch (node.kind) {
        case 'binary':
          return binary(node, scope, writer);
        case 'call':
          return quantiles.has(node) ? `any_value(${quantiles.get(node)})` : call(node, calendar, scope, writer);
        case 'cast':
          if (isDay(node, scope, writer)) return writer.text(node.of, scope);
          return `${/^\s*TRY_/i.test(writer.slice(node.start, node.end)) ? 'SAFE_CAST' : 'CAST'}(${writer.text(node.of, scope)} AS ${typeIn(node.type, writer)})`;
        case 'test':
          return node.sign === 'BETWEEN' ? inside(node, scope, writer) : commonNode(node, scope, writer);
        case 'case':
          return commonNode(node, scope, writer) ?? writer.copy(node, scope, bracketed(node, scope, writer));
        case 'from':
          return writer.copy(node, scope, crossJoins(node, writer));
        case 'order-item':
          return ordered(node, scope, writer);
        case 'item':
          // The rows of a series come from FROM here; what stands in the list is its name.
          return seriesOf(node.of) ? nameIn(node.alias ?? 'series') : commonNode(node, scope, writer);
        case 'source':
          return 'call' in node.of
            ? rowsOf(node, node.of.call, scope, writer)
            : (listed(node, scope, writer) ?? commonNode(node, scope, writer));
        default:
          return commonNode(node, scope, writer);
      }
    },
    select: (select, scope, writer) => [
      ...groupedByNumbers(select),
      ...series(select, scope, writer),
      ...withQuantiles(select, scope, writer, quantiles),
    ],
  };
}

/** BETWEEN as two comparisons: not every reader of this dialect knows it everywhere. */
function inside({ of }: Extract<Expr, { kind: 'test' }>, scope: Scope, writer: Writer): string {
  const [value, low, high] = of.map((one) => writer.text(one, scope));
  const not = /\bNOT\b/i.test(writer.slice(of[0]!.end, of[1]!.start)) ? 'NOT ' : '';
  return `${not}(${value} >= ${low} AND ${value} <= ${high})`;
}

/** Brackets around the conditions that a CASE gives: not every reader of this dialect knows them bare. */
function bracketed({ whens, otherwise }: Extract<Expr, { kind: 'case' }>, scope: Scope, writer: Writer): Edit[] {
  const given = [...whens.map(({ then }) => then), ...(otherwise ? [otherwise] : [])];
  const conditions = given.filter((one) => one.kind === 'binary' && /^(AND|OR)$/.test(one.sign));
  return conditions.map((one) => ({ start: one.start, end: one.end, text: `(${writer.text(one, scope)})` }));
}

/** Commas as CROSS JOIN: here a comma must not follow a JOIN. */
function crossJoins({ parts }: From, writer: Writer): Edit[] {
  return parts.slice(1).flatMap((part, i) => {
    const { end } = parts[i]!;
    return /^\s*,\s*$/.test(writer.slice(end, part.start)) ? [{ start: end, end: part.start, text: ' CROSS JOIN ' }] : [];
  });
}

/** Where NULL stands is said by a key of its own: with windows not every reader of this dialect knows NULLS LAST. */
function ordered(node: OrderItem, scope: Scope, writer: Writer): string | null {
  const behind = writer.slice(node.of.end, node.end).toUpperCase();
  const nulls = /NULLS (FIRST|LAST)/.exec(behind);
  if (!nulls) return null;
  const of = writer.text(node.of, scope);
  return `${of} IS ${nulls[1] === 'LAST' ? '' : 'NOT '}NULL, ${of}${behind.includes('DESC') ? ' DESC' : ''}`;
}

function typeIn(type: string, writer: Writer): string {
  return TYPES[type] ?? (type.startsWith('DECIMAL') ? type.replace('DECIMAL', 'NUMERIC') : writer.fail(`the type ${type}`));
}

function binary({ sign, left, right }: Extract<Expr, { kind: 'binary' }>, scope: Scope, writer: Writer): string | null {
  const both = (): string => `${writer.text(left, scope)}, ${writer.text(right, scope)}`;
  if (sign === '//') return `DIV(${both()})`;
  if (sign === '%') return `MOD(${both()})`;
  if (sign !== '+' && sign !== '-') return null;
  const [a, b] = [writer.type(left, scope).is, writer.type(right, scope).is];
  if (a === 'DATE' && b === 'DATE') return `DATE_DIFF(${both()}, DAY)`;
  if (a === 'DATE') return moved(left, right, sign, scope, writer);
  return b === 'DATE' && sign === '+' ? moved(right, left, '+', scope, writer) : null;
}

function moved(day: Expr, by: Expr, sign: '+' | '-', scope: Scope, writer: Writer): string {
  const interval = writer.type(by, scope).is === 'INTERVAL';
  const length = interval ? intervalOf(by, scope, writer) : { amount: writer.text(by, scope), unit: 'DAY' };
  if (!length) return writer.fail('a length of time that is not written out');
  const amount = /^\w+$/.test(length.amount) ? length.amount : `(${length.amount})`;
  return `${sign === '-' ? 'DATE_SUB' : 'DATE_ADD'}(${writer.text(day, scope)}, INTERVAL ${amount} ${length.unit})`;
}

function call(node: Call, calendar: Calendar, scope: Scope, writer: Writer): string | null {
  const inFilter = filtered(node, scope, writer, 'COUNTIF');
  if (inFilter !== null) return inFilter;
  const args = node.args.map((arg) => writer.text(arg, scope));
  const over = node.over ? ` ${writer.text(node.over, scope)}` : '';
  switch (node.name) {
    case 'date_trunc':
      return truncated(truncUnit(node) ?? writer.fail('date_trunc by a unit that is not written out'), args[1]!, calendar);
    case 'date_diff':
    case 'datediff':
      return `DATE_DIFF(${args[2]}, ${args[1]}, ${node.args[0]?.kind === 'text' ? unitOf(node.args[0].value) : writer.fail('date_diff by a unit that is not written out')})`;
    case 'year':
    case 'month':
    case 'quarter':
    case 'day':
      return `EXTRACT(${node.name.toUpperCase()} FROM ${args[0]})`;
    case 'isodow':
      return `(MOD(EXTRACT(DAYOFWEEK FROM ${args[0]}) + 5, 7) + 1)`;
    case 'quantile_cont':
    case 'median':
      return `PERCENTILE_CONT(${args[0]}, ${args[1] ?? '0.5'})${over}`;
    case 'product':
      return `CASE WHEN min(${args[0]})${over} = 0 THEN 0 ELSE exp(sum(ln(nullif(${args[0]}, 0)))${over}) END`;
    case 'regexp_matches':
      return `REGEXP_CONTAINS(${args[0]}, ${args[1]})`;
    case 'count_if':
      return `COUNTIF(${args[0]})${over}`;
  }
  const name = FUNCTIONS[node.name] ?? writer.fail(`the function ${node.name}()`);
  return name === node.name ? null : `${name}(${node.distinct ? 'DISTINCT ' : ''}${args.join(', ')})${over}`;
}

/**
 * BigQuery has quantiles over windows only: they are found for every row of FROM first, and any of them is taken. `names` gets what each
 * is called there.
 */
function withQuantiles({ from, where, groupBy, items }: Select, scope: Scope, writer: Writer, names: Map<Call, string>): Edit[] {
  const calls = items.flatMap(({ of }) => quantilesIn(of));
  if (calls.length === 0) return [];
  const [source] = from?.sources ?? [];
  if (!from || !source || from.sources.length > 1) return writer.fail('a quantile over several tables');
  if (groupBy?.all || groupBy?.by.some(({ kind }) => kind !== 'column')) return writer.fail('a quantile by anything but columns');
  const parts = groupBy?.by.map((one) => writer.text(one, scope)).join(', ');
  const over = `OVER (${parts ? `PARTITION BY ${parts}` : ''})`;
  const columns = calls.map((call, i) => {
    names.set(call, `quantile_${i + 1}`);
    const of = writer.text(call.args[0]!, scope);
    const values = call.filter ? `CASE WHEN ${writer.text(call.filter, scope)} THEN ${of} END` : of;
    const share = call.args[1] ? writer.text(call.args[1], scope) : '0.5';
    return `PERCENTILE_CONT(${values}, ${share}) ${over} AS quantile_${i + 1}`;
  });
  const rows = `${writer.text(from, scope)}${where ? ` WHERE ${writer.text(where, scope)}` : ''}`;
  const alias = source.alias ?? ('name' in source.of ? source.of.name : 'rows');
  return [{ start: from.start, end: where?.end ?? from.end, text: `FROM (SELECT *, ${columns.join(', ')} ${rows}) AS ${nameIn(alias)}` }];
}

function quantilesIn(node: Node): Call[] {
  if (node.kind === 'query') return [];
  if (node.kind === 'call' && !node.over && (node.name === 'quantile_cont' || node.name === 'median')) return [node];
  return node.parts.flatMap(quantilesIn);
}

/** DuckDB's weeks begin on Monday when they are counted. */
function unitOf(unit: string): string {
  return unit === 'week' ? 'WEEK(MONDAY)' : unit.toUpperCase();
}

function truncated(unit: string, day: string, calendar: Calendar): string {
  const { quarter } = shiftsOf(calendar);
  if (unit === 'week') return `DATE_TRUNC(${day}, WEEK(${WEEKS[calendar.weekStart]}))`;
  if (unit !== 'quarter' || quarter === 0) return `DATE_TRUNC(${day}, ${unit.toUpperCase()})`;
  return `DATE_ADD(DATE_TRUNC(DATE_SUB(${day}, INTERVAL ${quarter} MONTH), QUARTER), INTERVAL ${quarter} MONTH)`;
}

/** A series of days or of numbers as an array; days by a length that is written out. */
function arrayOf({ name, args }: Call, scope: Scope, writer: Writer): string {
  const [from, to, step] = args.length === 1 ? [null, args[0]!, undefined] : [args[0]!, args[1]!, args[2]];
  const start = from ? writer.text(bare(from), scope) : '0';
  const end = writer.text(bare(to), scope);
  if (!step) return `GENERATE_ARRAY(${start}, ${name === 'range' ? `${end} - 1` : end})`;
  if (writer.type(step, scope).is !== 'INTERVAL') return `GENERATE_ARRAY(${start}, ${end}, ${writer.text(step, scope)})`;
  const by = intervalOf(step, scope, writer) ?? writer.fail('a series by a length of time that is not written out');
  return `GENERATE_DATE_ARRAY(${start}, ${end}, INTERVAL ${by.amount} ${by.unit})`;
}

/** What the list of a select unnests stands at the end of its FROM. */
function series({ items, from }: Select, scope: Scope, writer: Writer): Edit[] {
  return items.flatMap(({ of, alias }) => {
    const call = seriesOf(of);
    if (!call) return [];
    if (!from) return writer.fail('a series without FROM');
    return [
      { start: from.end, end: from.end, text: ` CROSS JOIN UNNEST(${arrayOf(call, scope, writer)}) AS ${nameIn(alias ?? 'series')}` },
    ];
  });
}

/** A series in FROM as a subquery of one column. */
function rowsOf({ alias, columns }: Source, series: Call, scope: Scope, writer: Writer): string {
  if (!/^(generate_series|range|unnest)$/.test(series.name)) return writer.fail(`the table function ${series.name}()`);
  const column = nameIn(columns?.[0] ?? alias ?? series.name);
  const list = series.name === 'unnest' ? writer.text(series.args[0]!, scope) : arrayOf(series, scope, writer);
  return `(SELECT ${column} FROM UNNEST(${list}) AS ${column}) AS ${nameIn(alias ?? series.name)}`;
}

/** `(VALUES …) AS t(a, b)` as selects. */
function listed({ of, alias, columns }: Source, scope: Scope, writer: Writer): string | null {
  if (!('query' in of) || of.query.selects[0]!.kind !== 'values' || !columns) return null;
  const rows = of.query.selects[0]!.rows.map((row, r) =>
    row.map((cell, i) => writer.text(cell, scope) + (r === 0 ? ` AS ${nameIn(columns[i]!)}` : '')).join(', '),
  );
  return `(${rows.map((row) => `SELECT ${row}`).join(' UNION ALL ')}) AS ${nameIn(alias!)}`;
}
