import { readTable, type HowToRead } from '../../src/intake/reading/read-table';
import { AppError } from '../../src/terms/app-error';
import type { RawTable } from '../../src/intake/table/raw-table';

/** All that reading a file gave, in a form that can be compared: texts and codes in order, or the refusal. */
export async function readOneWay(blob: Blob, how: HowToRead): Promise<unknown> {
  try {
    const read = await readTable(blob, how, () => undefined);
    if ('notUtf8' in read) return { notUtf8: Array.from(read.notUtf8) };
    const { table, ...rest } = read;
    return { ...rest, ...contents(table) };
  } catch (error) {
    if (error instanceof AppError) return { refused: error.code, facts: error.facts };
    throw error;
  }
}

function contents(table: RawTable) {
  const column = ({ name, texts, codes }: RawTable['columns'][number]) => ({
    name,
    texts: Array.from({ length: texts.size }, (_, code) => texts.get(code)),
    codes: Array.from(codes.view()),
  });
  return {
    rows: table.rows,
    columns: table.columns.map(column),
    extra: column(table.extra),
    widths: Array.from(table.widths.view()),
    lines: Array.from({ length: table.rows }, (_, row) => table.lineOf(row)),
    skipped: table.skipped,
  };
}
