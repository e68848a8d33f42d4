/** A piece of a query: a word, a quoted name, a text, a number, or a sign. Comments and blanks are left out. */
export interface Token {
  kind: 'word' | 'name' | 'text' | 'number' | 'sign' | 'end';
  /** As written, words in capitals; the content of quoted names and texts. */
  value: string;
  start: number;
  end: number;
}

/** A query that the reader does not understand, with the words it stumbled over. */
export class SqlError extends Error {}

const PIECES =
  /\s+|--[^\n]*|("(?:[^"]|"")*")|('(?:[^']|'')*')|(\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+)|([A-Za-z_]\w*)|(<=|>=|<>|!=|\|\||::|\/\/|[-+*/%(),.<>=[\];])/gy;

/** The pieces of a query, with an `end` behind them. Throws `SqlError` at a sign that DuckDB's plain SQL does not have. */
export function tokensOf(sql: string): Token[] {
  const tokens: Token[] = [];
  PIECES.lastIndex = 0;
  for (let at = 0; at < sql.length; at = PIECES.lastIndex) {
    const found = PIECES.exec(sql);
    if (!found) throw new SqlError(`cannot read: ${sql.slice(at, at + 40)}`);
    const [, name, text, number, word, sign] = found;
    const span = { start: at, end: PIECES.lastIndex };
    if (name !== undefined) tokens.push({ kind: 'name', value: name.slice(1, -1).replaceAll('""', '"'), ...span });
    else if (text !== undefined) tokens.push({ kind: 'text', value: text.slice(1, -1).replaceAll("''", "'"), ...span });
    else if (number !== undefined) tokens.push({ kind: 'number', value: number, ...span });
    else if (word !== undefined) tokens.push({ kind: 'word', value: word.toUpperCase(), ...span });
    else if (sign !== undefined) tokens.push({ kind: 'sign', value: sign, ...span });
  }
  return [...tokens, { kind: 'end', value: '', start: sql.length, end: sql.length }];
}
