import type { Calendar } from '../../../terms/day';
import type { Scope } from '../syntax/types';
import type { Expr, Source } from '../syntax/tree';
import { shiftsOf, truncUnit } from './calendar-rules';
import { bare, commonNode, filtered, groupedByNumbers, intervalOf, isDay, nameIn, seriesOf, type Call } from './common-rules';
import type { Rules, Writer } from './writer';

const TYPES: Record<string, string> = {
  VARCHAR: 'STRING',
  TEXT: 'STRING',
  INTEGER: 'INT',
  INT: 'INT',
  BIGINT: 'BIGINT',
  HUGEINT: 'DECIMAL(38, 0)',
  DOUBLE: 'DOUBLE',
  FLOAT: 'FLOAT',
  DATE: 'DATE',
  TIMESTAMP: 'TIMESTAMP',
  BOOLEAN: 'BOOLEAN',
};

/** Functions that Spark has under the same name, or under the name given. */
const FUNCTIONS: Record<string, string> = {
  ...Object.fromEntries(
    (
      'count sum avg min max any_value coalesce nullif greatest least abs round floor ceil sqrt ln exp power sign row_number rank dense_rank ntile lag ' +
      'lead first_value last_value stddev_samp stddev_pop var_samp var_pop corr lower upper trim concat substring length year month quarter day ' +
      'concat_ws bool_or bool_and mode make_date last_day split_part log10 log2 starts_with contains replace least nth_value cume_dist percent_rank regr_slope regr_count'
    )
      .split(' ')
      .map((name) => [name, name]),
  ),
  arg_max: 'max_by',
  arg_min: 'min_by',
  max_by: 'max_by',
  min_by: 'min_by',
  array_agg: 'collect_list',
  list: 'collect_list',
  ifnull: 'coalesce',
  pow: 'power',
  starts_with: 'startswith',
  mod: 'mod',
};

/** Spark SQL 3.4 and later. */
export function sparkRules(calendar: Calendar): Rules {
  return {
    node(node, scope, writer) {
      switch (node.kind) {
        case 'binary':
          return binary(node, scope, writer);
        case 'call':
          return call(node, calendar, scope, writer);
        case 'cast':
          // A series cannot stand inside another function; it is one of days already. A day needs no time of day here either.
          if (seriesOf(node) || isDay(node, scope, writer)) return writer.text(node.of, scope);
          return `${/^\s*TRY_/i.test(writer.slice(node.start, node.end)) ? 'try_cast' : 'CAST'}(${writer.text(node.of, scope)} AS ${typeIn(node.type, writer)})`;
        case 'list':
          return `array(${node.items.map((one) => writer.text(one, scope)).join(', ')})`;
        case 'source':
          return 'call' in node.of ? rowsOf(node, node.of.call, scope, writer) : tableOf(node, scope, writer);
        default:
          return commonNode(node, scope, writer);
      }
    },
    select: (select) => groupedByNumbers(select),
  };
}

function typeIn(type: string, writer: Writer): string {
  return TYPES[type] ?? (type.startsWith('DECIMAL') ? type : writer.fail(`the type ${type}`));
}

function binary({ sign, left, right }: Extract<Expr, { kind: 'binary' }>, scope: Scope, writer: Writer): string | null {
  if (sign === '//') return `(${writer.text(left, scope)} DIV ${writer.text(right, scope)})`;
  if (sign !== '+' && sign !== '-') return null;
  const [a, b] = [writer.type(left, scope).is, writer.type(right, scope).is];
  if (a !== 'DATE' && b === 'DATE' && sign === '+') return moved(right, left, '+', scope, writer);
  // The parser that checks this dialect stumbles over `(a - f(b))`; brackets do no harm.
  if (a !== 'DATE') return sign === '-' && right.kind === 'call' ? `${writer.text(left, scope)} - (${writer.text(right, scope)})` : null;
  if (b === 'DATE')
    return sign === '-' ? `datediff(${writer.text(left, scope)}, ${writer.text(right, scope)})` : writer.fail('DATE + DATE');
  return moved(left, right, sign, scope, writer);
}

/** A day moved by days or by a length of time. */
function moved(day: Expr, by: Expr, sign: '+' | '-', scope: Scope, writer: Writer): string {
  const from = writer.text(day, scope);
  const length = intervalOf(by, scope, writer) ?? { amount: writer.text(by, scope), unit: 'DAY' as const };
  if (writer.type(by, scope).is === 'INTERVAL' && !intervalOf(by, scope, writer)) writer.fail('a length of time that is not written out');
  const amount = /^\d+$/.test(length.amount) ? length.amount : `CAST(${length.amount} AS INT)`;
  if (length.unit === 'MONTH') return `add_months(${from}, ${sign === '-' ? '-' : ''}${amount})`;
  return `${sign === '-' ? 'date_sub' : 'date_add'}(${from}, ${amount})`;
}

function call(node: Call, calendar: Calendar, scope: Scope, writer: Writer): string | null {
  const inFilter = filtered(node, scope, writer, 'count_if');
  if (inFilter !== null) return inFilter;
  const series = seriesOf(node);
  if (series) return `explode(${sequence(series, scope, writer)})`;
  const args = node.args.map((arg) => writer.text(arg, scope));
  const over = node.over ? ` ${writer.text(node.over, scope)}` : '';
  switch (node.name) {
    case 'date_trunc':
      return truncated(truncUnit(node) ?? writer.fail('date_trunc by a unit that is not written out'), args[1]!, calendar);
    case 'date_diff':
    case 'datediff':
      return between(node.args[0]?.kind === 'text' ? node.args[0].value : '', args[1]!, args[2]!, writer);
    case 'quantile_cont':
      return `percentile(${args[0]}, ${args[1]})${over}`;
    case 'median':
      return `percentile(${args[0]}, 0.5)${over}`;
    case 'isodow':
      return `(weekday(${args[0]}) + 1)`;
    case 'product':
      return `CASE WHEN min(${args[0]})${over} = 0 THEN 0 ELSE exp(sum(ln(nullif(${args[0]}, 0)))${over}) END`;
    case 'string_agg':
      return `array_join(collect_list(${args[0]}), ${args[1] ?? "','"})${over}`;
    case 'unnest':
      return `explode(${args[0]})`;
    case 'regexp_matches':
      return `regexp_like(${args[0]}, ${args[1]})`;
    case 'count_if':
      return `count_if(${args[0]})${over}`;
  }
  const name = FUNCTIONS[node.name] ?? writer.fail(`the function ${node.name}()`);
  if (node.orderBy.length > 0) return writer.fail(`${node.name}(… ORDER BY …)`);
  return name === node.name ? null : `${name}(${node.distinct ? 'DISTINCT ' : ''}${args.join(', ')})${over}`;
}

/** How many beginnings of a unit lie between two days. */
function between(unit: string, from: string, to: string, writer: Writer): string {
  if (unit === 'day') return `datediff(${to}, ${from})`;
  if (unit === 'week') return `(datediff(trunc(${to}, 'WEEK'), trunc(${from}, 'WEEK')) DIV 7)`;
  const each = { month: 12, quarter: 4 }[unit] ?? writer.fail(`date_diff by ${unit || 'what is not written out'}`);
  return `((year(${to}) - year(${from})) * ${each} + ${unit}(${to}) - ${unit}(${from}))`;
}

function truncated(unit: string, day: string, calendar: Calendar): string {
  const { week, quarter } = shiftsOf(calendar);
  if (unit === 'week' && week > 0) return `date_sub(trunc(date_add(${day}, ${week}), 'WEEK'), ${week})`;
  if (unit === 'quarter' && quarter > 0) return `add_months(trunc(add_months(${day}, -${quarter}), 'QUARTER'), ${quarter})`;
  return unit === 'day' ? day : `trunc(${day}, '${unit.toUpperCase()}')`;
}

/** A series of days or of numbers; days by a length that is written out. */
function sequence({ name, args }: Call, scope: Scope, writer: Writer): string {
  const [from, to, step] = args.length === 1 ? [null, args[0]!, undefined] : [args[0]!, args[1]!, args[2]];
  const start = from ? writer.text(bare(from), scope) : '0';
  const end = writer.text(bare(to), scope);
  if (!step) return `sequence(${start}, ${name === 'range' ? `${end} - 1` : end})`;
  if (writer.type(step, scope).is !== 'INTERVAL') return `sequence(${start}, ${end}, ${writer.text(step, scope)})`;
  const by = intervalOf(step, scope, writer) ?? writer.fail('a series by a length of time that is not written out');
  return `sequence(${start}, ${end}, INTERVAL '${by.amount}' ${by.unit})`;
}

/** A table or a subquery, with names for its columns where it has them. */
function tableOf(node: Source, scope: Scope, writer: Writer): string | null {
  const plain = commonNode({ ...node, columns: null }, scope, writer);
  return node.columns ? `${plain}(${node.columns.map(nameIn).join(', ')})` : plain;
}

/** A series in FROM as a subquery of one column. */
function rowsOf({ alias, columns }: Source, series: Call, scope: Scope, writer: Writer): string {
  const column = nameIn(columns?.[0] ?? alias ?? series.name);
  const list = series.name === 'unnest' ? writer.text(series.args[0]!, scope) : sequence(series, scope, writer);
  if (!/^(generate_series|range|unnest)$/.test(series.name)) return writer.fail(`the table function ${series.name}()`);
  if (hasColumns(series)) return `LATERAL (SELECT explode(${list}) AS ${column}) AS ${nameIn(alias ?? series.name)}`;
  return `(SELECT explode(${list}) AS ${column}) AS ${nameIn(alias ?? series.name)}`;
}

function hasColumns(node: Expr | Call['parts'][number]): boolean {
  return node.kind === 'column' || node.parts.some(hasColumns);
}
