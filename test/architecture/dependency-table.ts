/** A row of the table in src/README.md: a room, or one file or folder in it, which then goes by its own row. */
export interface Row {
  room: string;
  mayImport: string[];
  /** Packages that nobody else may import. */
  owns: string[];
}

/** The dependency table of a README: the first table whose head names room, may import and owns. */
export function dependencyTable(readme: string): Row[] {
  const lines = readme.split('\n');
  const head = lines.findIndex((line) => /^\|\s*room\s*\|\s*may import\s*\|\s*owns\s*\|/.test(line));
  if (head < 0) throw new Error('no table with the head | room | may import | owns |');
  const rows: Row[] = [];
  for (const line of lines.slice(head + 2)) {
    const [, room = '', mayImport = '', owns = ''] = line.split('|');
    if (!line.startsWith('|')) break;
    rows.push({ room: room.trim(), mayImport: names(mayImport), owns: names(owns) });
  }
  return rows;
}

/** The row that a file of src goes by: the longest room that its path begins with. */
export function rowOf(path: string, table: readonly Row[]): Row | undefined {
  const place = path.replace(/(\.svelte)?\.ts$|\.svelte$/, '');
  return table.filter(({ room }) => place === room || place.startsWith(`${room}/`)).sort((a, b) => b.room.length - a.room.length)[0];
}

function names(cell: string): string[] {
  return cell
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
}
