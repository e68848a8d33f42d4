import { isolated } from '../kit/isolated';

/**
 * The two items of a pair with a sign between them, each set apart: by their names where these are known, else by its address, 22697 + 22699;
 * the address itself where it names none.
 */
export function pairName(row: string, between: string, names?: readonly string[]): string {
  if (names) return names.map(isolated).join(` ${between} `);
  try {
    const named: unknown = JSON.parse(row);
    return Array.isArray(named) ? named.map((name) => isolated(String(name))).join(` ${between} `) : row;
  } catch {
    return row; // an address may say anything
  }
}
