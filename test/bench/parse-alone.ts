import { readFile } from 'node:fs/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import type { RawTable } from '../../src/intake/table/raw-table';
import { readTable } from '../../src/intake/reading/read-table';
import type { Dialect } from '../../src/terms/plan';

/** Both files of the bench are plain: commas, double quotes, names above, UTF-8. */
const PLAIN: Dialect = { delimiter: ',', quote: '"', header: true };

/** What a parse gave, in figures that both sides can tell: rows, and different cells that are not empty by column. */
export interface Parsed {
  rows: number;
  different: number[];
}

/** One parse by one way. */
export interface Parse {
  ms: number;
  /** Asked after the stopwatch has been stopped. */
  parsed: () => Promise<Parsed>;
}

/** From the bytes of a file to columns of codes; `direct` or by the parser. */
export async function parseOurs(path: string, direct: boolean): Promise<Parse> {
  const began = performance.now();
  const blob = new Blob([await readFile(path)]);
  const read = await readTable(blob, { encoding: 'utf-8', dialect: PLAIN, guessed: false, width: 0, direct }, () => undefined);
  const ms = performance.now() - began;
  if ('notUtf8' in read) throw new Error(`${path} is no UTF-8`);
  return { ms, parsed: () => Promise.resolve(parsedOf(read.table)) };
}

function parsedOf({ rows, columns }: RawTable): Parsed {
  return { rows, different: columns.map(({ texts }) => texts.size - (texts.indexOf('') < 0 ? 0 : 1)) };
}

/** DuckDB's `read_csv` of the same file into a table of texts in memory. `threads` 0: all cores. */
export async function parseDuck(path: string, threads: number): Promise<Parse> {
  const began = performance.now();
  const instance = await DuckDBInstance.create(':memory:', threads > 0 ? { threads: String(threads) } : {});
  const duck = await instance.connect();
  await duck.run(`CREATE TABLE lines AS SELECT * FROM read_csv('${path.replaceAll("'", "''")}', header = true, all_varchar = true)`);
  const ms = performance.now() - began;
  const parsed = async (): Promise<Parsed> => {
    const names = (await duck.runAndReadAll('SELECT * FROM lines LIMIT 0')).columnNames();
    const counts = names.map((name) => `count(DISTINCT "${name.replaceAll('"', '""')}")`);
    const [row] = (await duck.runAndReadAll(`SELECT count(*), ${counts.join(', ')} FROM lines`)).getRows();
    duck.closeSync();
    instance.closeSync();
    return { rows: Number(row![0]), different: row!.slice(1).map(Number) };
  };
  return { ms, parsed };
}
