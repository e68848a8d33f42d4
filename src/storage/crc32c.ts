/** Reversed Castagnoli polynomial. */
const POLYNOMIAL = 0x82f63b78;

/** Eight tables of 256 end to end: table k holds the remainder of a byte followed by k zero bytes (slicing-by-8). */
const TABLES = makeTables();

function makeTables(): Int32Array {
  const tables = new Int32Array(8 * 256);
  for (let byte = 0; byte < 256; byte++) {
    let remainder = byte;
    for (let bit = 0; bit < 8; bit++) remainder = remainder & 1 ? (remainder >>> 1) ^ POLYNOMIAL : remainder >>> 1;
    tables[byte] = remainder;
  }
  for (let i = 256; i < tables.length; i++) {
    const before = tables[i - 256]!;
    tables[i] = (before >>> 8) ^ tables[before & 0xff]!;
  }
  return tables;
}

/**
 * CRC-32C (Castagnoli) of the bytes of an array, 0 to 2^32 - 1.
 *
 * Pass the result for the bytes before as `seed` to go on with it: crc(a + b) = crc(b, crc(a)).
 * @source RFC 3720, appendix B.4; slicing-by-8 after Kounavis and Berry, "A Systematic Approach to Building High Performance
 *         Software-based CRC Generators", 2005
 */
export function crc32c(data: ArrayBufferView, seed = 0): number {
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  const t = TABLES;
  // Whole words can be read only from an aligned start, which every array of its own has.
  const pairs = data.byteOffset % 4 === 0 ? bytes.length >>> 3 : 0;
  const words = new Int32Array(data.buffer, pairs ? data.byteOffset : 0, pairs * 2);
  let crc = ~seed;
  for (let i = 0; i < words.length; i += 2) {
    const low = words[i]! ^ crc;
    const high = words[i + 1]!;
    crc =
      t[1792 + (low & 0xff)]! ^
      t[1536 + ((low >>> 8) & 0xff)]! ^
      t[1280 + ((low >>> 16) & 0xff)]! ^
      t[1024 + (low >>> 24)]! ^
      t[768 + (high & 0xff)]! ^
      t[512 + ((high >>> 8) & 0xff)]! ^
      t[256 + ((high >>> 16) & 0xff)]! ^
      t[high >>> 24]!;
  }
  for (let i = pairs * 8; i < bytes.length; i++) crc = (crc >>> 8) ^ t[(crc ^ bytes[i]!) & 0xff]!;
  return ~crc >>> 0;
}
