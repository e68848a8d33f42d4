import { chosenBranch, type Scope } from '../syntax/types';
import type { Expr, Node, Select, SelectItem, Source } from '../syntax/tree';
import type { Edit, Writer } from './writer';

export type Call = Extract<Expr, { kind: 'call' }>;

/** Words that Spark or BigQuery keep for themselves; as names they stand in backticks. */
const RESERVED = new Set(
  (
    'all and anti any array as asc at between both by case cast collate column contains create cross cube current default define desc distinct ' +
    'else end enum escape except exclude exists extract false fetch filter following for from full group grouping groups hash having if ignore in ' +
    'inner intersect interval into is join lateral leading left like limit lookup merge minus natural new no not null nulls of offset on only or ' +
    'order outer over overlaps partition preceding proto qualify range recursive respect right rollup rows select semi set some struct table ' +
    'tablesample then to trailing treat true unbounded union unique unnest user using when where window with within'
  ).split(' '),
);

/** A name as it may stand in Spark SQL and in BigQuery. */
export function nameIn(name: string): string {
  return /^[a-z_]\w*$/i.test(name) && !RESERVED.has(name.toLowerCase()) ? name : `\`${name}\``;
}

/** A text in a dialect that escapes with a backslash. */
export function textIn(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

/** What Spark SQL and BigQuery have in common and DuckDB writes in another way. */
export function commonNode(node: Node, scope: Scope, writer: Writer): string | null {
  switch (node.kind) {
    case 'text':
      return textIn(node.value);
    case 'column':
      return node.table === null ? nameIn(node.name) : `${nameIn(node.table)}.${nameIn(node.name)}`;
    case 'star':
      return node.table === null ? '*' : `${nameIn(node.table)}.*`;
    case 'case': {
      const chosen = chosenBranch(node);
      // Without its aggregates a select gives as many rows as it reads.
      return chosen && aggregates(chosen) === aggregates(node) ? writer.text(chosen, scope) : null;
    }
    case 'item':
      return item(node, scope, writer);
    case 'cte':
      if (node.columns) return writer.fail('names of columns behind WITH');
      return writer.copy(node, scope, [{ start: node.start, end: node.start + node.name.length, text: nameIn(node.name) }]);
    case 'source':
      return source(node, scope, writer);
    default:
      return null;
  }
}

function item(node: SelectItem, scope: Scope, writer: Writer): string {
  const of = writer.text(node.of, scope);
  return node.alias === null ? of : `${of} AS ${nameIn(node.alias)}`;
}

function source({ of, alias, columns, start, end, parts }: Source, scope: Scope, writer: Writer): string {
  if (columns && !('call' in of)) return writer.fail('names of columns behind a table');
  const behind = alias === null ? '' : ` AS ${nameIn(alias)}`;
  if ('name' in of) return `${nameIn(of.name)}${behind}`;
  // A subquery sees the tables, and not what stands beside it in FROM.
  const inside = writer.text(parts[0]!, { ...scope, sources: new Map(), aliases: new Map() });
  if ('call' in of) return inside;
  const closing = /^[^)]*\)/.exec(writer.slice(parts[0]!.end, end))![0];
  return `${writer.slice(start, parts[0]!.start)}${inside}${closing}${behind}`;
}

/** `agg(x) FILTER (WHERE c)` as an aggregate over a condition; null for a call without a filter. */
export function filtered(call: Call, scope: Scope, writer: Writer, countIf: string): string | null {
  if (!call.filter) return null;
  const condition = writer.text(call.filter, scope);
  const over = call.over ? ` ${writer.text(call.over, scope)}` : '';
  const [first] = call.args;
  if (call.name === 'count' && (!first || first.kind === 'star')) return `${countIf}(${condition})${over}`;
  if (!first || !FILTERS.has(call.name)) return writer.fail(`${call.name}(…) FILTER`);
  const then = `CASE WHEN ${condition} THEN ${writer.text(first, scope)} END`;
  return `${call.name}(${call.distinct ? 'DISTINCT ' : ''}${then})${over}`;
}
/** Aggregates that pass over NULL. */
const FILTERS = new Set(['count', 'sum', 'avg', 'min', 'max', 'stddev_samp', 'var_samp']);

const AGGREGATES = new Set(
  'count sum avg min max any_value count_if product quantile_cont quantile_disc median stddev_samp var_samp bool_or bool_and string_agg arg_max arg_min max_by min_by mode first last list array_agg'.split(
    ' ',
  ),
);

/** Whether an aggregate without a window stands in an expression; subqueries have their own. */
export function aggregates(node: Node): boolean {
  if (node.kind === 'call' && AGGREGATES.has(node.name) && !node.over) return true;
  return node.kind !== 'query' && node.parts.some(aggregates);
}

/** GROUP BY ALL by the numbers of the columns: not every version knows ALL. */
export function groupedByNumbers({ groupBy, items }: Select): Edit[] {
  if (!groupBy?.all) return [];
  const numbers = items.flatMap(({ of }, i) => (aggregates(of) || of.kind === 'number' || of.kind === 'text' ? [] : [i + 1]));
  const text = numbers.length > 0 ? `GROUP BY ${numbers.join(', ')}` : '';
  return [{ start: groupBy.start, end: groupBy.end, text }];
}

/** A length of time that is written out, or a number times one: how many of which unit. null for any other expression. */
export function intervalOf(expr: Expr, scope: Scope, writer: Writer): { amount: string; unit: 'DAY' | 'MONTH' } | null {
  if (expr.kind === 'group') return intervalOf(expr.of, scope, writer);
  if (expr.kind === 'interval' && expr.amount.kind !== 'number') return times(writer.text(expr.amount, scope), 1, expr.unit);
  if (expr.kind === 'binary' && expr.sign === '*') {
    const [of, by] = writer.type(expr.left, scope).is === 'INTERVAL' ? [expr.left, expr.right] : [expr.right, expr.left];
    const one = writer.type(of, scope);
    return one.amount === undefined ? null : times(writer.text(by, scope), one.amount, one.unit!);
  }
  const type = writer.type(expr, scope);
  return type.is === 'INTERVAL' && type.amount !== undefined ? times('', type.amount, type.unit!) : null;
}

const UNITS: Record<string, ['DAY' | 'MONTH', number]> = {
  DAY: ['DAY', 1],
  WEEK: ['DAY', 7],
  MONTH: ['MONTH', 1],
  QUARTER: ['MONTH', 3],
  YEAR: ['MONTH', 12],
};

function times(by: string, amount: number, unit: string): { amount: string; unit: 'DAY' | 'MONTH' } | null {
  const known = UNITS[unit];
  if (!known) return null;
  const each = amount * known[1];
  const whole = by === '' ? String(each) : each === 1 ? by : `${by} * ${each}`;
  return { amount: whole, unit: known[0] };
}

/** The series of an item `unnest(generate_series(…))`, with or without a CAST around; null for any other item. */
export function seriesOf(expr: Expr): Call | null {
  if (expr.kind === 'cast' || expr.kind === 'group') return seriesOf(expr.of);
  if (expr.kind !== 'call' || expr.name !== 'unnest') return null;
  const [series] = expr.args;
  return series?.kind === 'call' && (series.name === 'generate_series' || series.name === 'range') ? series : null;
}

/** Whether a CAST makes a time of a day: DuckDB needs that now and then, where other dialects go on counting days. */
export function isDay({ type, of }: Extract<Expr, { kind: 'cast' }>, scope: Scope, writer: Writer): boolean {
  return type === 'TIMESTAMP' && writer.type(of, scope).is === 'DATE';
}

/** A bound of a series of days without the TIMESTAMP that DuckDB needs. */
export function bare(expr: Expr): Expr {
  if (expr.kind === 'group') return bare(expr.of);
  return expr.kind === 'cast' && expr.type === 'TIMESTAMP' ? bare(expr.of) : expr;
}
