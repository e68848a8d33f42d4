import { SqlError, tokensOf, type Token } from './tokens';
import type { Expr, Query } from './tree';

/** How the two parts are read that hold each other: an expression may hold a query, and a query holds expressions. */
export interface Grammar {
  expression(reader: Reader): Expr;
  query(reader: Reader): Query;
}

/** Walks through the pieces of a query. */
export class Reader {
  readonly #tokens: Token[];
  readonly #grammar: Grammar;
  #at = 0;

  constructor(sql: string, grammar: Grammar) {
    this.#tokens = tokensOf(sql);
    this.#grammar = grammar;
  }

  expression(): Expr {
    return this.#grammar.expression(this);
  }

  /** Expressions with commas between them. */
  expressions(): Expr[] {
    const all = [this.expression()];
    while (this.take(',')) all.push(this.expression());
    return all;
  }

  query(): Query {
    return this.#grammar.query(this);
  }

  startsQuery(): boolean {
    return this.is('SELECT') || this.is('WITH') || this.is('VALUES');
  }

  /** `DOUBLE`, `DECIMAL(18, 2)`. */
  type(): string {
    const type = this.name().toUpperCase();
    if (!this.take('(')) return type;
    const sizes = this.expressions().map((size) => (size.kind === 'number' ? size.value : ''));
    this.expect(')');
    return `${type}(${sizes.join(', ')})`;
  }

  /** The piece that comes next, or the one `ahead` of it. */
  peek(ahead = 0): Token {
    return this.#tokens[Math.min(this.#at + ahead, this.#tokens.length - 1)]!;
  }

  next(): Token {
    const token = this.peek();
    this.#at++;
    return token;
  }

  /** Where the piece that was read last ends. */
  get end(): number {
    return this.#tokens[this.#at - 1]?.end ?? 0;
  }

  is(value: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return (token.kind === 'word' || token.kind === 'sign') && token.value === value;
  }

  /** Reads these words if they come next, all or none. */
  take(...values: string[]): boolean {
    if (!values.every((value, ahead) => this.is(value, ahead))) return false;
    this.#at += values.length;
    return true;
  }

  expect(value: string): Token {
    if (!this.is(value)) throw this.stumbles(`${value} expected`);
    return this.next();
  }

  /** A name as written in quotes, or in small letters. */
  name(): string {
    const token = this.next();
    if (token.kind === 'name') return token.value;
    if (token.kind === 'word') return token.value.toLowerCase();
    throw this.stumbles('a name expected', token);
  }

  stumbles(what: string, token = this.peek()): SqlError {
    return new SqlError(`${what} at ${token.start}: ${token.value || 'the end'}`);
  }
}

/** A part that begins at `start` and ends with what was read last. */
export function span<P>(reader: Reader, start: number, parts: P[]): { start: number; end: number; parts: P[] } {
  return { start, end: reader.end, parts };
}
