import { cellKind, type CellKind } from '../cells/cell-kind';
import { headerWords } from '../cells/header-words';
import type { SampleRow } from '../table/sample-rows';
import { SYNONYMS } from './synonyms';

const KNOWN = new Set(Object.values(SYNONYMS).flat());
/** Rows of data that are looked at, and columns: more say nothing new. */
const ROWS = 40;
const COLUMNS = 200;
/** A cell that a program wrote for itself, as in `{"ImportId":"startDate"}`. */
const MACHINE = /^\{[^]*\}$/;
/** Share of a column's filled cells that must be of one kind for the column to be of it. */
const MOSTLY = 0.7;
/** Words that programs put where there is no value; they make no name of a cell. */
const STAND_IN = /^(?:n\/?a|null|none|nan|nil|unknown|missing|pending|tbd|[-–—.?*/]+|\(blank\)|无|無|暂无|暫無)$/i;

/** What speaks for and against a row being names, given the rows below it. */
export interface NameEvidence {
  /** Cells of another kind than that of their column of numbers, dates or addresses: words, or months over sums. */
  contrast: number;
  /** Cells of the very kind that their column has. */
  alike: number;
  /** Names that are known to name something. */
  known: number;
  /** Cells that are numbers, dates or addresses. */
  values: number;
}

/** Kind of each column by the rows below a place; `text` where no kind prevails, `blank` where nothing stands. */
export function columnKinds(rows: readonly SampleRow[], from: number): CellKind[] {
  const body = rows.slice(from).filter(({ cells }) => (cells.length > 1 || cells[0]!.trim() !== '') && !isMachineRow(cells));
  const sample = body.slice(0, ROWS);
  const width = Math.min(COLUMNS, Math.max(0, ...sample.map((row) => row.cells.length)));
  return Array.from({ length: width }, (_, c) => prevailing(sample.map((row) => row.cells[c] ?? '')));
}

/** Whether all cells of a row were written by a program for itself. */
export function isMachineRow(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  return filled.length > 1 && filled.every((cell) => MACHINE.test(cell.trim()));
}

function prevailing(cells: readonly string[]): CellKind {
  const counts = new Map<CellKind, number>();
  for (const cell of cells) counts.set(cellKind(cell), (counts.get(cellKind(cell)) ?? 0) + 1);
  const filled = cells.length - (counts.get('blank') ?? 0);
  if (filled === 0) return 'blank';
  for (const kind of ['number', 'date', 'address'] as const) if ((counts.get(kind) ?? 0) >= MOSTLY * filled) return kind;
  return 'text';
}

/** What a row looks like over columns of these kinds. */
export function nameEvidence(cells: readonly string[], kinds: readonly CellKind[]): NameEvidence {
  const evidence: NameEvidence = { contrast: 0, alike: 0, known: 0, values: 0 };
  for (let c = 0; c < Math.min(cells.length, COLUMNS); c++) {
    const cell = cells[c]!;
    const kind = cellKind(cell);
    if (kind === 'blank') continue;
    if (kind !== 'text') evidence.values++;
    else if (KNOWN.has(headerWords(cell))) evidence.known++;
    const column = kinds[c] ?? 'blank';
    if (column === 'blank' || column === 'text') continue;
    if (kind === column) evidence.alike++;
    else if (!STAND_IN.test(cell.trim())) evidence.contrast++;
  }
  return evidence;
}
