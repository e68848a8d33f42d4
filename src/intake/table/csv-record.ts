import Papa from 'papaparse';

/** Cells as one CSV record by RFC 4180: commas, quotes where needed, no line end. */
export function csvRecord(cells: readonly string[]): string {
  return cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
}

/** Cells of a record that `csvRecord` wrote. */
export function cellsOfRecord(record: string): string[] {
  return (new Papa.Parser({ delimiter: ',', newline: '\n' }).parse(record, 0, false) as Papa.ParseResult<string[]>).data[0] ?? [''];
}
