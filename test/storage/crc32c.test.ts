import fc from 'fast-check';
import { expect, it } from 'vitest';
import { crc32c } from '../../src/storage/crc32c';

/** Bit by bit, straight from the definition. */
function plainCrc(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1;
  }
  return ~crc >>> 0;
}

it('CRC-32C gives the values of RFC 3720 B.4', () => {
  expect(crc32c(new Uint8Array(32))).toBe(0x8a9136aa);
  expect(crc32c(new Uint8Array(32).fill(0xff))).toBe(0x62a8ab43);
  expect(crc32c(Uint8Array.from({ length: 32 }, (_, i) => i))).toBe(0x46dd794e);
  expect(crc32c(new TextEncoder().encode('123456789'))).toBe(0xe3069283);
});

it('CRC-32C of any bytes from any start is what the definition says', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 90 }), fc.nat(9), (bytes, skip) => {
      const part = bytes.subarray(Math.min(skip, bytes.length));
      expect(crc32c(part)).toBe(plainCrc(part));
    }),
  );
});

it('CRC-32C of two pieces in turn is that of both together', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 50 }), fc.uint8Array({ maxLength: 50 }), (a, b) => {
      expect(crc32c(b, crc32c(a))).toBe(crc32c(Uint8Array.of(...a, ...b)));
    }),
  );
});
