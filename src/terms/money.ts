/** Money is a whole number of minor units (pence, cents, fen) in a Float64: exact up to 2^53, so sums need no compensation. */
export type Minor = number;

/** The one currency of a shop. */
export interface Currency {
  /** ISO 4217 code, or '' when the file does not say and the user did not choose. */
  code: string;
  /** Digits after the decimal mark: 2 for most, 0 for JPY, 3 for KWD. */
  digits: number;
}

export const NO_CURRENCY: Currency = { code: '', digits: 2 };

/** Currency with the number of digits that Intl knows for it; 2 when the code is empty or unknown. */
export function currencyOf(code: string): Currency {
  if (!/^[A-Z]{3}$/.test(code)) return NO_CURRENCY;
  try {
    const { maximumFractionDigits } = new Intl.NumberFormat('en', { style: 'currency', currency: code }).resolvedOptions();
    return { code, digits: maximumFractionDigits ?? 2 };
  } catch {
    return NO_CURRENCY;
  }
}

/** Amount in major units (pounds) from minor units (pence). */
export function major(amountMinor: Minor, currency: Currency): number {
  return amountMinor / 10 ** currency.digits;
}
