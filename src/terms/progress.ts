import type { Part } from './part';

/** Progress of a long job. `total` is 0 while it is not known. */
export interface Progress {
  phase: 'decode' | 'read' | 'group' | 'store';
  rows: number;
  rowsExpected: number;
  bytes: number;
  bytesTotal: number;
  /** Rows so far by part, when known. */
  parts?: Partial<Record<Part['code'], number>>;
}

export type Tell = (progress: Progress) => void;
