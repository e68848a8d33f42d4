import { Reader, span } from './reader';
import type { Expr, Node, OrderItem, Over } from './tree';

/** What begins with a word of its own: DATE '…', INTERVAL, CASE, CAST, EXTRACT, EXISTS, NULL, TRUE, FALSE; null for anything else. */
export function readSpecial(reader: Reader): Expr | null {
  const { start, value, kind } = reader.peek();
  if (kind !== 'word') return null;
  if (value === 'NULL' || value === 'TRUE' || value === 'FALSE') {
    reader.next();
    return { kind: 'constant', value, ...span(reader, start, []) };
  }
  if (value === 'DATE' && reader.peek(1).kind === 'text') {
    reader.next();
    return { kind: 'date', value: reader.next().value, ...span(reader, start, []) };
  }
  if (value === 'INTERVAL') return interval(reader);
  if (value === 'CASE') return cases(reader);
  if (value === 'CAST' || value === 'TRY_CAST') return cast(reader);
  if (value === 'EXTRACT') return extract(reader);
  if (value === 'EXISTS' || (value === 'NOT' && reader.is('EXISTS', 1))) return exists(reader);
  return null;
}

function interval(reader: Reader): Expr {
  const { start } = reader.next();
  const token = reader.peek();
  if (token.kind !== 'number' && token.kind !== 'text' && !reader.is('(')) throw reader.stumbles('an amount expected');
  let amount: Expr;
  if (reader.take('(')) {
    amount = reader.expression();
    reader.expect(')');
  } else {
    reader.next();
    amount = { kind: 'number', value: token.value, ...span(reader, token.start, []) };
  }
  return { kind: 'interval', amount, unit: reader.next().value.replace(/S$/, ''), ...span(reader, start, [amount]) };
}

function cases(reader: Reader): Expr {
  const { start } = reader.next();
  const subject = reader.is('WHEN') ? null : reader.expression();
  const whens: { when: Expr; then: Expr }[] = [];
  while (reader.take('WHEN')) {
    const when = reader.expression();
    reader.expect('THEN');
    whens.push({ when, then: reader.expression() });
  }
  const otherwise = reader.take('ELSE') ? reader.expression() : null;
  reader.expect('END');
  const parts = [subject, ...whens.flatMap(({ when, then }) => [when, then]), otherwise].filter((part) => part !== null);
  return { kind: 'case', subject, whens, otherwise, ...span(reader, start, parts) };
}

function cast(reader: Reader): Expr {
  const { start } = reader.next();
  reader.expect('(');
  const of = reader.expression();
  reader.expect('AS');
  const type = reader.type();
  reader.expect(')');
  return { kind: 'cast', of, type, ...span(reader, start, [of]) };
}

function extract(reader: Reader): Expr {
  const { start } = reader.next();
  reader.expect('(');
  const unit = reader.next().value;
  reader.expect('FROM');
  const of = reader.expression();
  reader.expect(')');
  return { kind: 'extract', unit, of, ...span(reader, start, [of]) };
}

function exists(reader: Reader): Expr {
  const { start } = reader.peek();
  reader.take('NOT');
  reader.expect('EXISTS');
  reader.expect('(');
  const query = reader.query();
  reader.expect(')');
  return { kind: 'test', sign: 'EXISTS', of: [], ...span(reader, start, [query]) };
}

/** A function with its arguments, its order, its filter and its window. */
export function readCall(reader: Reader): Extract<Expr, { kind: 'call' }> {
  const { start } = reader.peek();
  const name = reader.name();
  reader.expect('(');
  const distinct = reader.take('DISTINCT');
  const args = reader.is(')') ? [] : reader.expressions();
  const orderBy = reader.take('ORDER', 'BY') ? readOrder(reader) : [];
  reader.take('IGNORE', 'NULLS');
  reader.expect(')');
  const filter = readFilter(reader);
  const over = readOver(reader);
  const parts: Node[] = [...args, ...orderBy, ...(filter ? [filter] : []), ...(over ? [over] : [])];
  return { kind: 'call', name, args, distinct, orderBy, filter, over, ...span(reader, start, parts) };
}

function readFilter(reader: Reader): Expr | null {
  if (!reader.take('FILTER')) return null;
  reader.expect('(');
  reader.take('WHERE');
  const filter = reader.expression();
  reader.expect(')');
  return filter;
}

function readOver(reader: Reader): Over | null {
  const { start } = reader.peek();
  if (!reader.take('OVER')) return null;
  if (!reader.is('(')) return { kind: 'over', partitionBy: [], orderBy: [], name: reader.name(), ...span(reader, start, []) };
  return { ...readWindow(reader), start };
}

/** `(PARTITION BY … ORDER BY … ROWS …)`; the frame is left as it is. */
export function readWindow(reader: Reader): Over {
  const { start } = reader.expect('(');
  const partitionBy = reader.take('PARTITION', 'BY') ? reader.expressions() : [];
  const orderBy = reader.take('ORDER', 'BY') ? readOrder(reader) : [];
  while (!reader.is(')')) reader.next();
  reader.expect(')');
  return { kind: 'over', partitionBy, orderBy, name: null, ...span(reader, start, [...partitionBy, ...orderBy]) };
}

export function readOrder(reader: Reader): OrderItem[] {
  const items: OrderItem[] = [];
  do {
    const of = reader.expression();
    if (!reader.take('ASC')) reader.take('DESC');
    if (reader.take('NULLS') && !reader.take('FIRST')) reader.expect('LAST');
    items.push({ kind: 'order-item', of, ...span(reader, of.start, [of]) });
  } while (reader.take(','));
  return items;
}
