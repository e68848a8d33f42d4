import type { Currency } from '../../terms/money';
import type { VirtualWindow } from '../reading/virtual-window';
import type { Likely, ListColumn } from './list-columns';
import type { RowWindow } from './row-window.svelte';

/** What the table and the phone's list draw: the rows on screen of all there are. */
export interface DrawnRows {
  rows: RowWindow;
  columns: readonly ListColumn[];
  /** null where the list shows what customers did only. */
  likely: Likely | null;
  indices: readonly number[];
  drawn: VirtualWindow;
  /** The one row that takes the keyboard. */
  tabStop: number;
  currency: Currency;
  /** Days that the strips span, and the money that fills their height. */
  from: number;
  to: number;
  full: number;
  /** Of a row, in pixels. */
  height: number;
  href: (key: string, index: number) => string;
}
