import type { Refusal } from '../../src/terms/part';
import type { Question } from '../../src/terms/preview';
import type { FileKind, Role } from '../../src/terms/role';

/** Rows of our own in the shape of a known export, and what is to come of them. */
export interface Fixture {
  preset: string;
  /** What the rows show, as a sentence. */
  law: string;
  rows: readonly string[];
  /** Rows and worth by part. */
  parts?: Record<string, [number, number]>;
  orders?: number;
  customers?: number;
  /** Money given back, by columns and by rows of their own. */
  refund?: number;
  currency?: string;
  kind?: FileKind;
  refusal?: Refusal;
  /** What is left to be decided; nothing where it is not said. */
  questions?: readonly Question[];
  /** Roles by header, for files of records. */
  roles?: Record<string, Role>;
}
