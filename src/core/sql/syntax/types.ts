import { SqlError } from './tokens';
import type { Expr, Query, Select, Source } from './tree';

/** What an expression gives, as far as dialects differ about it. An INTERVAL that is written out has its length. */
export interface Type {
  is: 'DATE' | 'INTERVAL' | 'INTEGER' | 'NUMBER' | 'TEXT' | 'BOOLEAN' | 'UNKNOWN';
  amount?: number;
  unit?: string;
}

export type Columns = Map<string, Type>;

/** What a name can mean at one place of a query. */
export interface Scope {
  /** Tables and the queries of WITH. */
  tables: ReadonlyMap<string, Columns>;
  /** What FROM brings, by alias. */
  sources: ReadonlyMap<string, Columns>;
  /** Names that the select list gives: DuckDB reads them also in the list itself. */
  aliases: ReadonlyMap<string, Expr>;
  /** Around a subquery. */
  outer: Scope | null;
}

const is = (name: Type['is']): Type => ({ is: name });
const UNKNOWN = is('UNKNOWN');

/** Functions that give what their first argument is. */
const LIKE_FIRST = new Set(
  'min max any_value first last first_value last_value lag lead nullif arg_max arg_min max_by min_by mode abs unnest generate_series range sum list array_agg nth_value'.split(
    ' ',
  ),
);
const LIKE_ANY = new Set(['coalesce', 'greatest', 'least', 'ifnull']);
const COUNTS = new Set(
  'count count_if row_number rank dense_rank ntile date_diff datediff year month quarter day dayofweek isodow week floor ceil length sign'.split(
    ' ',
  ),
);
const TEXTS = new Set(
  'lower upper trim concat string_agg substr substring left right replace strftime regexp_replace split_part'.split(' '),
);

/** The type of an expression. Throws `SqlError` for a column that nothing in its scope has. */
export function typeOf(expr: Expr, scope: Scope): Type {
  switch (expr.kind) {
    case 'number':
      return is(/^\d+$/.test(expr.value) ? 'INTEGER' : 'NUMBER');
    case 'text':
      return is('TEXT');
    case 'date':
      return is('DATE');
    case 'constant':
      return expr.value === 'NULL' ? UNKNOWN : is('BOOLEAN');
    case 'interval':
      return { is: 'INTERVAL', ...(expr.amount.kind === 'number' ? { amount: Number(expr.amount.value), unit: expr.unit } : {}) };
    case 'column':
      return columnType(expr.table, expr.name, scope);
    case 'call':
      return callType(expr, scope);
    case 'extract':
      return is('INTEGER');
    case 'cast':
      return castType(expr.type);
    case 'case': {
      const chosen = chosenBranch(expr);
      return chosen
        ? typeOf(chosen, scope)
        : firstKnown([...expr.whens.map(({ then }) => then), ...(expr.otherwise ? [expr.otherwise] : [])], scope);
    }
    case 'binary':
      return binaryType(expr.sign, typeOf(expr.left, scope), typeOf(expr.right, scope));
    case 'minus':
    case 'group':
      return typeOf(expr.of, scope);
    case 'test':
      return is('BOOLEAN');
    case 'list':
      return firstKnown(expr.items, scope);
    case 'scalar':
      return [...columnsOf(expr.query, scope).values()][0] ?? UNKNOWN;
    case 'star':
      return UNKNOWN;
  }
}

/** The branch that a CASE over written-out texts takes, such as `CASE 'month' WHEN 'week' …` or `WHEN 'a' = 'b'`; null for any other. */
export function chosenBranch({ subject, whens, otherwise }: Extract<Expr, { kind: 'case' }>): Expr | null {
  for (const { when, then } of whens) {
    const holds = subject ? sameText(subject, when) : when.kind === 'binary' && when.sign === '=' ? sameText(when.left, when.right) : null;
    if (holds === null) return null;
    if (holds) return then;
  }
  return otherwise;
}

/** Whether two written-out texts are the same; null when one of them is none. */
function sameText(a: Expr, b: Expr): boolean | null {
  return a.kind === 'text' && b.kind === 'text' ? a.value === b.value : null;
}

function firstKnown(exprs: readonly Expr[], scope: Scope): Type {
  for (const expr of exprs) {
    const type = typeOf(expr, scope);
    if (type.is !== 'UNKNOWN') return type;
  }
  return UNKNOWN;
}

function callType({ name, args }: Extract<Expr, { kind: 'call' }>, scope: Scope): Type {
  if (name === 'date_trunc' || name === 'make_date' || name === 'last_day') return is('DATE');
  if (LIKE_FIRST.has(name) && args[0]) return typeOf(args[0], scope);
  if (LIKE_ANY.has(name)) return firstKnown(args, scope);
  if (COUNTS.has(name)) return is('INTEGER');
  return is(TEXTS.has(name) ? 'TEXT' : 'NUMBER');
}

export function castType(type: string): Type {
  if (type === 'DATE' || type === 'TIMESTAMP') return is('DATE');
  if (/INT|LONG/.test(type)) return is('INTEGER');
  if (/CHAR|TEXT|STRING/.test(type)) return is('TEXT');
  return is(type.startsWith('BOOL') ? 'BOOLEAN' : 'NUMBER');
}

function binaryType(sign: string, left: Type, right: Type): Type {
  if (sign === '||') return is('TEXT');
  if (/^(AND|OR|[<>=!].*)$/.test(sign)) return is('BOOLEAN');
  if (left.is === 'DATE' && right.is === 'DATE') return is('INTEGER');
  if (left.is === 'DATE' || right.is === 'DATE') return is('DATE');
  if (left.is === 'INTERVAL' || right.is === 'INTERVAL') return is('INTERVAL');
  return is(left.is === 'INTEGER' && right.is === 'INTEGER' && sign !== '/' ? 'INTEGER' : 'NUMBER');
}

function columnType(table: string | null, name: string, scope: Scope): Type {
  for (let at: Scope | null = scope; at; at = at.outer) {
    for (const [alias, columns] of at.sources) {
      if (table !== null && alias !== table) continue;
      const type = columns.get(name);
      if (type) return type;
    }
    const alias = table === null ? at.aliases.get(name) : undefined;
    if (alias) return typeOf(alias, { ...at, aliases: new Map() });
  }
  throw new SqlError(`no column ${table === null ? '' : `${table}.`}${name}`);
}

/** The scope inside a select. */
export function scopeOf({ from, items }: Select, outer: Scope): Scope {
  const sources = new Map<string, Columns>();
  const scope: Scope = { tables: outer.tables, sources, aliases: new Map(), outer };
  for (const source of from?.sources ?? []) {
    const name = source.alias ?? ('name' in source.of ? source.of.name : '');
    sources.set(name, sourceColumns(source, { ...scope, sources: new Map(sources) }));
  }
  const aliases = items.flatMap(({ alias, of }) => (alias === null ? [] : [[alias, of] as const]));
  return { ...scope, aliases: new Map(aliases) };
}

function sourceColumns({ of, alias, columns }: Source, scope: Scope): Columns {
  if ('call' in of) {
    const name = columns?.[0] ?? alias ?? of.call.name;
    return new Map([[name, typeOf(of.call, scope)]]);
  }
  if ('query' in of) return renamed(columnsOf(of.query, scope), columns);
  const known = scope.tables.get(of.name);
  if (!known) throw new SqlError(`no table ${of.name}`);
  return renamed(known, columns);
}

export function renamed(columns: Columns, names: readonly string[] | null): Columns {
  return names ? new Map([...columns.values()].map((type, i) => [names[i] ?? String(i), type])) : columns;
}

/** Tables of a query: those around it and what its WITH brings. */
export function withCtes({ ctes }: Query, outer: Scope): Scope {
  const tables = new Map(outer.tables);
  for (const { name, query, columns } of ctes) tables.set(name, renamed(columnsOf(query, { ...outer, tables: new Map(tables) }), columns));
  return { ...outer, tables };
}

/** The columns that a query gives, in their order. */
export function columnsOf(query: Query, outer: Scope): Columns {
  const inside = withCtes(query, outer);
  const body = query.selects[0]!;
  if (body.kind === 'query') return columnsOf(body, inside);
  if (body.kind === 'values') return new Map(body.rows[0]!.map((cell, i) => [`col${i}`, typeOf(cell, inside)]));
  const scope = scopeOf(body, inside);
  const columns: Columns = new Map();
  for (const [i, { of, alias }] of body.items.entries()) {
    if (of.kind !== 'star')
      columns.set(alias ?? (of.kind === 'column' ? of.name : `col${i}`), typeOf(of, { ...scope, aliases: laterOf(scope, alias) }));
    else
      for (const [name, own] of scope.sources)
        if (of.table === null || of.table === name) for (const [column, type] of own) columns.set(column, type);
  }
  return columns;
}

/** An alias that hides a column of its own name is not what its own expression means. */
function laterOf({ aliases }: Scope, alias: string | null): Scope['aliases'] {
  if (alias === null) return aliases;
  const others = new Map(aliases);
  others.delete(alias);
  return others;
}
