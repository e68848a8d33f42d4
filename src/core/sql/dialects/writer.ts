import { SqlError } from '../syntax/tokens';
import { scopeOf, typeOf, withCtes, type Scope, type Type } from '../syntax/types';
import type { Expr, Node, Query, Select } from '../syntax/tree';

/** A piece of the text with what takes its place. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/**
 * How a dialect writes what it writes in another way than DuckDB; null where it writes the same. `edits` of a select are made besides
 * those of its parts.
 */
export interface Rules {
  node(node: Node, scope: Scope, writer: Writer): string | null;
  select?(select: Select, scope: Scope, writer: Writer): Edit[];
}

/** Writes a query anew: what needs no change stays as its author wrote it, blanks and comments too. */
export class Writer {
  readonly #sql: string;
  readonly #rules: Rules;

  constructor(sql: string, rules: Rules) {
    this.#sql = sql;
    this.#rules = rules;
  }

  type(expr: Expr, scope: Scope): Type {
    return typeOf(expr, scope);
  }

  /** The text between two places, as it is. */
  slice(start: number, end: number): string {
    return this.#sql.slice(start, end);
  }

  fail(what: string): never {
    throw new SqlError(what);
  }

  /** A part in the dialect. */
  text(node: Node, scope: Scope): string {
    const written = this.#rules.node(node, scope, this);
    if (written !== null) return written;
    if (node.kind === 'query') return this.#query(node, scope);
    if (node.kind === 'select') return this.#select(node, scope);
    return this.copy(node, scope);
  }

  /** A part as it stands, its own parts in the dialect; `more` goes before these. */
  copy(node: Node, scope: Scope, more: readonly Edit[] = []): string {
    const own = node.parts.map((part) => ({ start: part.start, end: part.end, text: this.text(part, scope) }));
    return this.edited(node, [...more, ...own]);
  }

  /** A part with some of its text replaced. An edit within another one is left out. */
  edited({ start, end }: { start: number; end: number }, edits: readonly Edit[]): string {
    let text = '';
    let at = start;
    for (const edit of [...edits].sort((a, b) => a.start - b.start || b.end - a.end)) {
      if (edit.start < at) continue;
      text += this.#sql.slice(at, edit.start) + edit.text;
      at = edit.end;
    }
    return text + this.#sql.slice(at, end);
  }

  #query(query: Query, outer: Scope): string {
    let scope = outer;
    const edits: Edit[] = [];
    for (const cte of query.ctes) {
      edits.push({ start: cte.start, end: cte.end, text: this.text(cte, scope) });
      scope = withCtes({ ...query, ctes: [cte] }, scope);
    }
    const first = query.selects[0]!;
    const ordered = first.kind === 'select' ? scopeOf(first, scope) : scope;
    for (const part of query.parts) {
      if (part.kind === 'cte') continue;
      const own = (query.selects as Node[]).includes(part) ? scope : ordered;
      edits.push({ start: part.start, end: part.end, text: this.text(part, own) });
    }
    return this.edited(query, edits);
  }

  #select(select: Select, outer: Scope): string {
    const scope = scopeOf(select, outer);
    return this.copy(select, scope, this.#rules.select?.(select, scope, this) ?? []);
  }
}
