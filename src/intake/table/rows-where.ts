/** Numbers of the rows whose part passes a test, ascending. */
export function rowsWhere(part: Uint8Array, test: (part: number) => boolean): Uint32Array {
  let count = 0;
  for (const p of part) if (test(p)) count++;
  const rows = new Uint32Array(count);
  let at = 0;
  for (let r = 0; r < part.length; r++) if (test(part[r]!)) rows[at++] = r;
  return rows;
}
