import { Reader, span } from './reader';
import { readCall, readSpecial } from './read-call';
import type { Expr } from './tree';

const COMPARISONS = ['=', '<>', '!=', '<', '<=', '>', '>='];

/** OR and AND and all that binds closer. */
export function readExpression(reader: Reader): Expr {
  return chain(reader, ['OR'], () => chain(reader, ['AND'], () => negation(reader)));
}

function chain(reader: Reader, signs: readonly string[], operand: () => Expr): Expr {
  let left = operand();
  for (let sign = signs.find((one) => reader.is(one)); sign; sign = signs.find((one) => reader.is(one))) {
    reader.next();
    const right = operand();
    left = { kind: 'binary', sign, left, right, ...span(reader, left.start, [left, right]) };
  }
  return left;
}

function negation(reader: Reader): Expr {
  const { start } = reader.peek();
  if (!reader.is('NOT') || reader.is('EXISTS', 1)) return comparison(reader);
  reader.next();
  const of = negation(reader);
  return { kind: 'test', sign: 'NOT', of: [of], ...span(reader, start, [of]) };
}

function comparison(reader: Reader): Expr {
  return tested(
    reader,
    chain(reader, COMPARISONS, () => joined(reader)),
  );
}

/** IS NULL, IN, BETWEEN, LIKE behind an operand. */
function tested(reader: Reader, left: Expr): Expr {
  const before = reader.is('NOT') ? 1 : 0;
  const test = (sign: string, ...of: Expr[]): Expr => ({
    kind: 'test',
    sign,
    of: [left, ...of],
    ...span(reader, left.start, [left, ...of]),
  });
  if (reader.take('IS')) {
    reader.take('NOT');
    if (reader.take('DISTINCT', 'FROM')) return test('IS DISTINCT', joined(reader));
    reader.next();
    return test('IS');
  }
  if (reader.is('IN', before)) {
    if (before) reader.next();
    reader.next();
    reader.expect('(');
    const of: Expr[] = reader.startsQuery() ? [scalar(reader)] : reader.expressions();
    reader.expect(')');
    return test('IN', ...of);
  }
  if (reader.is('BETWEEN', before)) {
    if (before) reader.next();
    reader.next();
    const low = joined(reader);
    reader.expect('AND');
    return test('BETWEEN', low, joined(reader));
  }
  if (reader.is('LIKE', before)) {
    if (before) reader.next();
    reader.next();
    return test('LIKE', joined(reader));
  }
  return left;
}

function joined(reader: Reader): Expr {
  const product = (): Expr => chain(reader, ['*', '/', '//', '%'], () => signed(reader));
  return chain(reader, ['||'], () => chain(reader, ['+', '-'], product));
}

function signed(reader: Reader): Expr {
  const { start } = reader.peek();
  if (!reader.take('-')) return typed(reader);
  const of = signed(reader);
  return { kind: 'minus', of, ...span(reader, start, [of]) };
}

/** An operand and `::TYPE` behind it. */
function typed(reader: Reader): Expr {
  let of = operand(reader);
  while (reader.take('::')) of = { kind: 'cast', of, type: reader.type(), ...span(reader, of.start, [of]) };
  return of;
}

function scalar(reader: Reader): Expr {
  const query = reader.query();
  return { kind: 'scalar', query, ...span(reader, query.start, [query]) };
}

function operand(reader: Reader): Expr {
  const token = reader.peek();
  const { start } = token;
  if (token.kind === 'number' || token.kind === 'text') {
    reader.next();
    return { kind: token.kind, value: token.value, ...span(reader, start, []) };
  }
  if (reader.take('(')) {
    const inside = reader.startsQuery() ? scalar(reader) : readExpression(reader);
    reader.expect(')');
    return { kind: 'group', of: inside, ...span(reader, start, [inside]) };
  }
  if (reader.take('[')) {
    const items = reader.is(']') ? [] : reader.expressions();
    reader.expect(']');
    return { kind: 'list', items, ...span(reader, start, items) };
  }
  return readSpecial(reader) ?? (reader.is('(', 1) ? readCall(reader) : column(reader));
}

/** A column, or all columns. */
function column(reader: Reader): Expr {
  const { start, kind } = reader.peek();
  if (reader.take('*')) return { kind: 'star', table: null, ...span(reader, start, []) };
  if (kind !== 'word' && kind !== 'name') throw reader.stumbles('a value expected');
  const name = reader.name();
  if (!reader.take('.')) return { kind: 'column', table: null, name, ...span(reader, start, []) };
  if (reader.take('*')) return { kind: 'star', table: name, ...span(reader, start, []) };
  return { kind: 'column', table: name, name: reader.name(), ...span(reader, start, []) };
}
