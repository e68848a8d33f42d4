import type { Minor } from '../../terms/money';

/** A sum in whole minor units and ten-thousandths of one left over, both with the sign of the sum. */
export interface Fine {
  minor: Minor;
  rest: number;
}

/** Ten-thousandths in one minor unit: finer differences are noise of floating point in the program that wrote the file. */
export const FINE = 10_000;

/** Minor units of `mantissa / 10^scale` major units, without floating-point error: 731.9399999999999 is 73194. */
export function fineOf(mantissa: number, scale: number, digits: number): Fine {
  const shift = scale - digits;
  if (shift <= 0) return { minor: mantissa * 10 ** -shift, rest: 0 };
  const unit = 10 ** shift;
  const left = mantissa % unit;
  const minor = (mantissa - left) / unit;
  const rest = Math.round((left / unit) * FINE);
  return Math.abs(rest) === FINE ? { minor: minor + Math.sign(rest), rest: 0 } : { minor, rest };
}

/** Product of two exact decimals in minor units; goes through BigInt where doubles would lose digits. */
export function fineProduct(a: { mantissa: number; scale: number }, b: { mantissa: number; scale: number }, digits: number): Fine {
  const mantissa = a.mantissa * b.mantissa;
  const scale = a.scale + b.scale;
  if (Math.abs(mantissa) <= Number.MAX_SAFE_INTEGER) return fineOf(mantissa, scale, digits);
  const product = BigInt(a.mantissa) * BigInt(b.mantissa);
  if (scale <= digits) return { minor: Number(product) * 10 ** (digits - scale), rest: 0 };
  const unit = 10n ** BigInt(scale - digits);
  return { minor: Number(product / unit), rest: Number(((product % unit) * BigInt(FINE)) / unit) };
}

/** Rounds half away from zero. */
export function roundFine(minor: Minor, rest: number): Minor {
  return Math.abs(rest) * 2 >= FINE ? minor + Math.sign(rest) : minor;
}
