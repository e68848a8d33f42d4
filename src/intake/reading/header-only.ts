import { AppError } from '../../terms/app-error';
import type { Dialect } from '../../terms/plan';
import { headerWords } from '../cells/header-words';
import { presetOf } from '../meaning/preset-of';
import type { RawTable } from '../table/raw-table';

/** What is said of a file with a header and no rows: that of a known export is named. */
export function headerOnly(table: RawTable, dialect: Dialect): AppError {
  const preset = dialect.header ? presetOf(table.columns.map((column) => headerWords(column.name))) : null;
  return preset?.system
    ? new AppError('intake/header-only-of', { system: preset.system, preset: preset.name })
    : new AppError('intake/header-only');
}
