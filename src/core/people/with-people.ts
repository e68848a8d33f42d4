import { NONE, type Batch } from '../columns/batch';
import { Dictionary } from '../columns/dictionary';
import { packedSize, unpack } from '../columns/packed-strings';
import type { People } from './people';

/** A batch whose customers are persons: several keys of one person become one. The batch itself when none of its keys changes. */
export function withPeople(batch: Batch, people: People): Batch {
  if (people.merged.length === 0) return batch;
  const size = packedSize(batch.customers);
  const texts = new Dictionary(size);
  let changed = false;
  const codeOf = Uint32Array.from({ length: size }, (_, code) => {
    const key = unpack(batch.customers, code);
    const person = people.keyOf(key);
    changed ||= person !== key;
    return texts.add(person);
  });
  if (!changed) return batch;
  const customer = batch.lines.customer.map((code) => (code === NONE ? NONE : codeOf[code]!));
  return { ...batch, customers: texts.pack(), lines: { ...batch.lines, customer } };
}
