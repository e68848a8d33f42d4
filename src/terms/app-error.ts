/** Codes of what can fail in us or in the browser. The sentence stands in i18n under `error.<code>`; facts fill its slots. */
export type ErrorCode =
  | 'intake/empty-file'
  | 'intake/header-only'
  | 'intake/header-only-of' // the header of a known export: `facts.system`, `facts.preset`
  | 'intake/not-text' // an archive, a picture, an office file: `facts.looksLike`
  | 'intake/line-too-long'
  | 'intake/unclosed-quote' // `facts.line`
  | 'intake/too-many-columns'
  | 'intake/unreadable' // the browser could not read the file (moved, no permission)
  | 'intake/nothing-staged'
  | 'intake/plan-incomplete' // `facts.missing`
  | 'intake/encrypted' // an archive or a workbook with a password
  | 'intake/archive-damaged'
  | 'intake/archive-empty' // no file in it, or no sheet with a table
  | 'intake/sheet-empty'
  | 'intake/nested-too-deep' // an archive in an archive in an archive
  | 'intake/unpacks-too-large' // `facts.most`, GB
  | 'intake/same-file' // dropped twice; `facts.name` is the one that was read
  | 'intake/too-many-files' // `facts.count` were left unread, `facts.most` is the limit
  | 'storage/quota'
  | 'storage/blocked' // another tab holds an older version open
  | 'storage/newer-data' // written by a newer version of the app
  | 'storage/damaged' // a checksum does not match: `facts.file`
  | 'storage/failed'
  | 'engine/crashed'
  | 'engine/busy' // another tab imports
  | 'engine/unknown-shop'
  | 'engine/unknown-customer'
  | 'engine/unknown-figure' // an address that names no figure, or a table without a cell: `facts.id`
  | 'engine/currency-differs' // `facts.shop`, `facts.file`
  | 'engine/already-kept' // `facts.name`, `facts.at`
  | 'engine/failed';

export type Facts = Record<string, string | number>;

/** A failure with a stable code and the facts a sentence needs; never shown raw. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly facts: Facts;

  constructor(code: ErrorCode, facts: Facts = {}, cause?: unknown) {
    super(`${code} ${JSON.stringify(facts)}`, cause === undefined ? undefined : { cause });
    this.name = 'AppError';
    this.code = code;
    this.facts = facts;
  }
}
