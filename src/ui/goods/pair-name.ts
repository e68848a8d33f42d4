/** The two items of a pair's address, with a sign between them: 22697 + 22699; the address itself where it names none. */
export function pairName(row: string, between: string): string {
  try {
    const named: unknown = JSON.parse(row);
    return Array.isArray(named) ? named.map(String).join(` ${between} `) : row;
  } catch {
    return row; // an address may say anything
  }
}
