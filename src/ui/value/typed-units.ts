import { major, type Currency, type Minor } from '../../terms/money';

/*
 * What is typed in pounds and per cent, as it is kept in pence and ratios. Blank stays blank.
 */

export function inMajor(amountMinor: Minor | null, currency: Currency): number | null {
  return amountMinor === null ? null : major(amountMinor, currency);
}

/** Whole minor units: a fraction of a penny is rounded. */
export function inMinor(amount: number | null, currency: Currency): Minor | null {
  return amount === null ? null : Math.round(amount * 10 ** currency.digits);
}

/** 30 from 0.3, without the last bits of the product. */
export function inPercent(ratio: number | null): number | null {
  return ratio === null ? null : Number((ratio * 100).toPrecision(12));
}

export function inRatio(percent: number | null): number | null {
  return percent === null ? null : Number((percent / 100).toPrecision(12));
}
