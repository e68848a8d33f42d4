import type { AnyMetric } from '../core/metrics/define';
import { METRICS } from '../core/metrics/registry';
import { DIALECTS } from '../core/sql/dialects/in-dialect';
import { sqlTables, type SqlTable } from '../core/sql/sql-tables';
import type { Tell } from '../terms/progress';
import type { AnswersDocument } from './answers-document';
import type { ExportKeys } from './protocol';
import { commented, contextLines, sqlFor, type QueryContext } from './sql-for';

export interface SqlExport {
  context: QueryContext;
  /** Name of the folder in the archive. */
  folder: string;
  keys: ExportKeys;
  keyOf: (person: number) => string;
  answers: AnswersDocument;
  tell: Tell;
}

/**
 * The shop as a ZIP archive of one folder: a Parquet file per table, their schema in three dialects, the query of every metric, and a
 * manifest with the answers. The writers are loaded for it only. Cost: linear in rows; the thread is given up now and then.
 */
export async function sqlExport({ context, folder, keys, keyOf, answers, tell }: SqlExport): Promise<Uint8Array> {
  const [{ parquetOf }, { zipOf }, { pseudonym, pseudonymous }, { schemaFiles }, { readmeText }] = await Promise.all([
    import('../export/parquet-of'),
    import('../export/zip-of'),
    import('../export/pseudonyms'),
    import('../export/schema-files'),
    import('../export/readme-text'),
  ]);
  const plain = sqlTables(context.tables, keys === 'pseudonyms' ? pseudonym : keyOf);
  const tables = keys === 'pseudonyms' ? pseudonymous(plain) : plain;
  const lines = contextLines(context);
  const rest = rests(tables, tell);
  return zipOf(
    (async function* () {
      const path = (name: string): string => `${folder}/${name}`;
      yield { name: path('README.txt'), content: readmeText(lines.join('\n'), keys) };
      yield { name: path('manifest.json'), content: JSON.stringify(manifestOf(answers, tables, keys), null, 2) };
      for (const [name, content] of Object.entries(schemaFiles(commented(lines)))) yield { name: path(name), content };
      for (const dialect of DIALECTS)
        for (const metric of METRICS) {
          const sql = sqlFor(metric, {}, dialect, context);
          if (sql !== null) yield { name: path(`queries/${dialect}/${metric.id}.sql`), content: sql };
        }
      for (const table of tables)
        yield {
          name: path(`${table.name}.parquet`),
          content: await parquetOf(table, `liuke ${context.provenance.version}`, rest),
          packed: true,
        };
    })(),
  );
}

function manifestOf(answers: AnswersDocument, tables: readonly SqlTable[], keys: ExportKeys) {
  return {
    ...answers,
    keys,
    tables: tables.map(({ name, rows }) => ({ name, rows, file: `${name}.parquet` })),
    withoutQuery: METRICS.flatMap((metric) => (typeof metric.sql === 'string' ? [] : [{ id: metric.id, why: whyNone(metric) }])),
  };
}

function whyNone({ sql }: AnyMetric): string {
  return typeof sql === 'string' ? '' : sql.none;
}

/** Tells how many rows are written, and lets others have the thread. */
function rests(tables: readonly SqlTable[], tell: Tell): (rows: number) => Promise<void> {
  const rowsExpected = tables.reduce((sum, { rows }) => sum + rows, 0);
  let written = 0;
  return async (rows) => {
    written += rows;
    tell({ phase: 'store', rows: written, rowsExpected, bytes: 0, bytesTotal: 0 });
    await new Promise((resolve) => setTimeout(resolve));
  };
}
