import type { Day } from '../../terms/day';
import type { Minor } from '../../terms/money';
import type { RiskReason } from '../models/predictions';

/** Where a customer stands on the as-of day, by the lapse window d. Each customer with an order is in exactly one. */
export type CustomerStage =
  | 'new' // first order within the last d days
  | 'retained' // ordered within the last d days and within the d days before
  | 'reactivated' // ordered within the last d days after more than d days of silence
  | 'lapsed'; // nothing within the last d days
export const CUSTOMER_STAGES: readonly CustomerStage[] = ['new', 'retained', 'reactivated', 'lapsed'];

/** Conditions on customers; all that are given must hold. */
export interface CustomerFilter {
  /** Part of the key, name or country, case-folded. */
  search?: string;
  stage?: CustomerStage;
  minOrders?: number;
  maxOrders?: number;
  /** Silent for more than this many days. */
  silentOver?: number;
  /** Silent for at most this many days. */
  silentUpTo?: number;
  /** Silent for more than this many times the longest gap the customer ever had (needs two order-days). */
  beyondLongestGap?: number;
  /**
   * Slipping away: not lapsed by the shop's rule yet, but silent for too long. Either past their own rhythm (see `riskReason`), or, where a
   * model can be used, silent for longer than the shop's usual gap and by that silence more likely gone than not (see `fallenBySilence`).
   * Somebody new is slipping away only after more than the shop's usual gap, whatever their own rhythm.
   */
  slipping?: true;
}

/** Columns of what customers did, and of what they are likely to do: predictions that are known only where the verdict allows them. */
export type KnownColumn = 'key' | 'country' | 'orders' | 'gross' | 'refunds' | 'net' | 'usualGap' | 'silent' | 'firstDay' | 'lastDay';
export const LIKELY_COLUMNS = ['alive', 'orders90', 'value'] as const;
export type LikelyColumn = (typeof LIKELY_COLUMNS)[number];
export type CustomerColumn = KnownColumn | LikelyColumn;
export interface CustomerSort {
  column: CustomerColumn;
  descending: boolean;
}

export interface CustomerRow {
  key: string;
  name: string;
  country: string;
  stage: CustomerStage;
  orders: number;
  orderDays: number;
  grossMinor: Minor;
  refundMinor: Minor;
  netMinor: Minor;
  /** Middle one of the customer's own gaps between order-days, from three gaps on; else null. */
  usualGap: number | null;
  longestGap: number | null;
  /** Days from the last order to the as-of day. */
  silent: number;
  firstDay: Day;
  lastDay: Day;
  /** How the silence stands to the customer's own rhythm and the shop's rule. */
  reason: RiskReason;
  /** Order-days and what was bought on them, for the order strip. */
  strip: { day: Int32Array; net: Float64Array };
}

export interface CustomerTotals {
  customers: number;
  /** People of the list who have no purchase in the view, refunded ones or people whom records know only: they stand in no row. */
  withoutPurchase: number;
  grossMinor: Minor;
  refundMinor: Minor;
  netMinor: Minor;
  /** What they bought in the 365 days up to the as-of day, less what was given back of those orders. */
  lastYearMinor: Minor;
  /** Silence in days after which the shop counts anybody as lapsed. */
  lapseDays: number;
  /** Middle one of all gaps between order-days in the shop; null where nobody came back. */
  shopGap: number | null;
  /** Median silence in days; null when the list is empty. */
  medianSilent: number | null;
  /** The largest by net value, for a sentence. */
  top: { key: string; orders: number; netMinor: Minor } | null;
}
