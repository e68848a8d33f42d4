/** Further decimals are nothing to any currency, and `scale` has to fit in a byte. */
const MOST_DECIMALS = 30;

/**
 * The shortest exact form of digits with so many decimals; decimals beyond 2^53 are rounded off.
 *
 * @returns undefined for a whole number beyond 2^53, which is no amount
 */
export function exactDecimal(digits: string, scale: number): { mantissa: number; scale: number } | undefined {
  let text = digits.replace(/^0+(?=\d)/, '');
  let left = scale;
  if (left < 0) {
    text += '0'.repeat(-left);
    left = 0;
  }
  while (left > 0 && text.length > 1 && text.endsWith('0')) {
    text = text.slice(0, -1);
    left--;
  }
  let up = false;
  while (left > 0 && (left > MOST_DECIMALS || text.length > 16 || Number(text) > Number.MAX_SAFE_INTEGER - 1)) {
    up = text.charCodeAt(text.length - 1) >= 53;
    text = text.slice(0, -1) || '0';
    left--;
  }
  const mantissa = Number(text) + (up ? 1 : 0);
  return mantissa > Number.MAX_SAFE_INTEGER ? undefined : { mantissa, scale: left };
}
