import type { ErrorCode, Facts } from './app-error';
import type { Encoding } from './plan';
import type { Preview } from './preview';

/** A file on its way in: its preview, or why it has none. Its number stays the same while it is staged. */
export interface Staged {
  file: number;
  name: string;
  bytes: number;
  preview: Preview | null;
  error: { code: ErrorCode; facts: Facts } | null;
  /** Ways to read it that have not been tried, for one with an error; null when there is none. */
  otherwise: OtherReading | null;
}

/** What could be changed in reading a file that was refused. */
export interface OtherReading {
  /** The one that was tried; null where every one reads the same. */
  encoding: Encoding | null;
  /** Whether quotes that are never closed stand in the way, and could be letters. */
  openQuotes: boolean;
}
