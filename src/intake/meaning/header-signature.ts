import type { Dialect } from '../../terms/plan';
import { headerWords } from '../cells/header-words';

/**
 * Key under which a plan is remembered: files of the same program have the same one, whatever is in their rows.
 * Without a header only the number of columns and the delimiter are left to tell files apart.
 */
export function headerSignature(header: readonly string[], dialect: Dialect): string {
  const names = dialect.header ? header.map((name) => headerWords(name) || name.trim()) : [`${header.length}`];
  return JSON.stringify([dialect.header ? 'named' : `unnamed ${dialect.delimiter}`, ...names]);
}
