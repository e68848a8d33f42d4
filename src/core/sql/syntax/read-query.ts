import { readCall, readOrder, readWindow } from './read-call';
import { Reader, span } from './reader';
import type { Cte, From, Node, Query, Select, SelectItem, Source, Values } from './tree';

/** Words that end what stands before them, so that they are no alias. */
const NO_ALIAS = new Set(
  'FROM WHERE GROUP HAVING QUALIFY WINDOW ORDER LIMIT UNION EXCEPT INTERSECT ON USING JOIN CROSS INNER LEFT RIGHT FULL SEMI ANTI ASOF POSITIONAL NATURAL AS'.split(
    ' ',
  ),
);

export function readQuery(reader: Reader): Query {
  const { start } = reader.peek();
  const ctes: Cte[] = [];
  if (reader.take('WITH')) {
    do ctes.push(readCte(reader));
    while (reader.take(','));
  }
  const selects = [readBody(reader)];
  while (reader.take('UNION') || reader.take('EXCEPT') || reader.take('INTERSECT')) {
    if (!reader.take('ALL')) reader.take('DISTINCT');
    selects.push(readBody(reader));
  }
  const order = reader.take('ORDER', 'BY') ? readOrder(reader) : [];
  const limit = reader.take('LIMIT') ? [reader.expression()] : [];
  return { kind: 'query', ctes, selects, ...span<Node>(reader, start, [...ctes, ...selects, ...order, ...limit]) };
}

function readCte(reader: Reader): Cte {
  const { start } = reader.peek();
  const name = reader.name();
  const columns = reader.is('(') ? names(reader) : null;
  reader.expect('AS');
  reader.take('MATERIALIZED');
  reader.expect('(');
  const query = reader.query();
  reader.expect(')');
  return { kind: 'cte', name, query, columns, ...span(reader, start, [query]) };
}

function readBody(reader: Reader): Select | Values | Query {
  if (reader.take('(')) {
    const query = reader.query();
    reader.expect(')');
    return query;
  }
  return reader.is('VALUES') ? readValues(reader) : readSelect(reader);
}

function readValues(reader: Reader): Values {
  const { start } = reader.next();
  const rows = [];
  do {
    reader.expect('(');
    rows.push(reader.expressions());
    reader.expect(')');
  } while (reader.take(','));
  return { kind: 'values', rows, ...span<Node>(reader, start, rows.flat()) };
}

function readSelect(reader: Reader): Select {
  const { start } = reader.expect('SELECT');
  reader.take('DISTINCT');
  const items: SelectItem[] = [];
  do items.push(readItem(reader));
  while (reader.take(','));
  const from = reader.is('FROM') ? readFrom(reader) : null;
  const where = reader.take('WHERE') ? reader.expression() : null;
  const groupBy = readGroupBy(reader);
  const having = reader.take('HAVING') ? [reader.expression()] : [];
  const qualify = reader.take('QUALIFY') ? [reader.expression()] : [];
  const windows = reader.take('WINDOW') ? readWindows(reader) : [];
  const parts: (Node | null)[] = [...items, from, where, ...(groupBy?.by ?? []), ...having, ...qualify, ...windows];
  return {
    kind: 'select',
    items,
    from,
    where,
    groupBy,
    ...span(
      reader,
      start,
      parts.filter((part) => part !== null),
    ),
  };
}

function readItem(reader: Reader): SelectItem {
  const of = reader.expression();
  return { kind: 'item', of, alias: readAlias(reader), ...span(reader, of.start, [of]) };
}

function readGroupBy(reader: Reader): Select['groupBy'] {
  const { start } = reader.peek();
  if (!reader.take('GROUP', 'BY')) return null;
  const all = reader.take('ALL');
  const by = all ? [] : reader.expressions();
  return { all, by, start, end: reader.end };
}

function readWindows(reader: Reader): Node[] {
  const windows = [];
  do {
    reader.name();
    reader.expect('AS');
    windows.push(readWindow(reader));
  } while (reader.take(','));
  return windows;
}

function readFrom(reader: Reader): From {
  const { start } = reader.expect('FROM');
  const sources = [readSource(reader)];
  const parts: Node[] = [sources[0]!];
  for (;;) {
    if (!reader.take(',')) {
      const joins = ['NATURAL', 'CROSS', 'INNER', 'LEFT', 'RIGHT', 'FULL', 'OUTER', 'SEMI', 'ANTI'];
      while (joins.some((word) => reader.is(word))) reader.next();
      if (!reader.take('JOIN')) break;
    }
    const source = readSource(reader);
    sources.push(source);
    parts.push(source);
    if (reader.take('ON')) parts.push(reader.expression());
    else if (reader.take('USING')) names(reader);
  }
  return { kind: 'from', sources, ...span(reader, start, parts) };
}

function readSource(reader: Reader): Source {
  reader.take('LATERAL');
  const { start } = reader.peek();
  let of: Source['of'];
  let parts: Node[];
  if (reader.take('(')) {
    const query = reader.query();
    reader.expect(')');
    [of, parts] = [{ query }, [query]];
  } else if (reader.is('(', 1)) {
    const call = readCall(reader);
    [of, parts] = [{ call }, [call]];
  } else [of, parts] = [{ name: reader.name() }, []];
  const alias = readAlias(reader);
  const columns = alias !== null && reader.is('(') ? names(reader) : null;
  return { kind: 'source', of, alias, columns, ...span(reader, start, parts) };
}

function readAlias(reader: Reader): string | null {
  if (reader.take('AS')) return reader.name();
  const { kind, value } = reader.peek();
  return kind === 'name' || (kind === 'word' && !NO_ALIAS.has(value)) ? reader.name() : null;
}

function names(reader: Reader): string[] {
  reader.expect('(');
  const all = [reader.name()];
  while (reader.take(',')) all.push(reader.name());
  reader.expect(')');
  return all;
}
