import { expect, it } from 'vitest';
import { Dictionary, type ByteFields } from '../../../src/core/columns/dictionary';
import { hashOf } from '../../../src/core/columns/text-hash';

const IDS = 20_000_000;
const BLOCK = 10_000;
const LENGTH = 12;

/** The i-th id: the digits of a number that jumps about, behind two letters. */
function idOf(i: number): string {
  return `O-${String((i * 7_368_787) % 10_000_000_000).padStart(LENGTH - 2, '0')}`;
}

/** Ids from the i-th on as fields of bytes, as a scanner finds them. */
function fieldsFrom(i: number): ByteFields {
  const fields = {
    bytes: new Uint8Array(BLOCK * LENGTH),
    from: new Int32Array(BLOCK),
    end: new Int32Array(BLOCK),
    hash: new Int32Array(BLOCK),
  };
  for (let k = 0; k < BLOCK; k++) {
    const id = idOf(i + k);
    for (let at = 0; at < LENGTH; at++) fields.bytes[k * LENGTH + at] = id.charCodeAt(at);
    fields.from[k] = k * LENGTH;
    fields.end[k] = (k + 1) * LENGTH;
    fields.hash[k] = hashOf(id);
  }
  return fields;
}

it('twenty million different ids get the codes of their first appearance and are found again, in some 25 bytes each', () => {
  const dictionary = new Dictionary();
  const codes = new Uint32Array(BLOCK);
  const before = process.memoryUsage().arrayBuffers;
  let spent = 0;
  let wrong = 0;
  for (const round of ['new', 'again']) {
    for (let i = 0; i < IDS; i += BLOCK) {
      const fields = fieldsFrom(i);
      const began = performance.now();
      dictionary.addFields(fields, 0, 1, BLOCK, codes, () => -1);
      if (round === 'new') spent += performance.now() - began;
      for (let k = 0; k < BLOCK; k++) if (codes[k] !== i + k) wrong++;
    }
  }
  expect(wrong).toBe(0);
  expect(dictionary.size).toBe(IDS);
  for (let i = 0; i < IDS; i += 99_991) {
    expect(dictionary.get(i)).toBe(idOf(i));
    expect(dictionary.add(idOf(i))).toBe(i);
  }
  const bytes = process.memoryUsage().arrayBuffers - before;
  console.log(`${IDS} ids of ${LENGTH} letters: ${(spent / 1000).toFixed(1)} s, ${(bytes / 1e6).toFixed(0)} MB kept`);
  expect(bytes / IDS).toBeLessThan(40);
}, 300_000);
