import type { Currency } from './money';
import type { FileKind, ImportPlan, Part } from './plan';

/** One shop: its files share a currency and a calendar, and are looked at together. */
export interface ShopCard {
  id: number;
  name: string;
  sample: boolean;
  currency: Currency;
}

/** One file that was kept, as it is listed. */
export interface ImportCard {
  id: number;
  shop: number;
  name: string;
  bytes: number;
  sha256: string;
  kind: FileKind;
  /** ISO date and time when it was kept. */
  keptAt: string;
  rows: number;
  used: number;
  leftOut: number;
  parts: Part[];
  plan: ImportPlan;
  /** A withdrawn import is out of every figure and can be put back until the app is opened again. */
  status: 'kept' | 'withdrawn';
  appVersion: string;
}
