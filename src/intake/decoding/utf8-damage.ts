/** How many multi-byte characters of a sample are whole, and how many bytes fit nowhere; cut characters at both ends are forgiven. */
export function utf8Damage(bytes: Uint8Array): { whole: number; invalid: number } {
  let whole = 0;
  let invalid = 0;
  let i = 0;
  while (i < 3 && i < bytes.length && (bytes[i]! & 0xc0) === 0x80) i++;
  while (i < bytes.length) {
    const length = utf8Length(bytes, i);
    if (length < 0) break;
    if (length === 0) invalid++;
    else if (length > 1) whole++;
    i += length || 1;
  }
  return { whole, invalid };
}

/** Length of the character at i, 0 when there is none, -1 when the sample ends inside it. */
function utf8Length(bytes: Uint8Array, i: number): number {
  const lead = bytes[i]!;
  if (lead < 0x80) return 1;
  const length = lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
  for (let k = 1; k < length; k++) {
    if (i + k >= bytes.length) return -1;
    if ((bytes[i + k]! & 0xc0) !== 0x80) return 0;
  }
  return length;
}
