import type { Absent, Input, Scalar } from '../../../terms/answer';
import { absent, counted, measured } from '../figure';
import { evidenceClass } from '../../models/scores/evidence-class';
import { EVIDENCE_BANDS, sumOver, type AheadBand, type ValueAhead } from './value-ahead';

/**
 * One number about a band of customers, by the key of its column in `expected-value-bands`, with the customers it is about.
 * @param asked  what the values were asked with, as inputs
 */
export function aheadFigure(ahead: ValueAhead, { rows, who }: AheadBand, column: string, asked: Input[]): Scalar | Absent {
  const { scores, ranked, soFar, isBestSoFar } = ahead;
  const ids = (some: Uint32Array): Uint32Array => some.map((row) => scores.id[row]!);
  const customers = counted('customers', who);
  const n = customers.value;
  const sums = (key: string, unit: Input['unit'], of: (row: number) => number, further = asked): Scalar => {
    const sum = measured(key, sumOver(rows, of), unit);
    return { value: sum.value, n, inputs: [sum, customers, ...further] };
  };
  if (column === 'customers') return { value: n, n, inputs: [customers, ...asked] };
  if (column === 'expected-orders') return sums('expected-orders', 'number', (row) => scores.ordersAhead[row]!);
  if (column === 'net-so-far') return sums('net-so-far', 'money', (row) => soFar[row]!, []);
  if (column === 'best-so-far') {
    if (!isBestSoFar) return absent('too-few');
    const both = counted('best-so-far', ids(rows.filter((row) => isBestSoFar[row] === 1)));
    return { value: both.value, n, inputs: [both, customers, ...asked] };
  }
  const known = EVIDENCE_BANDS.findIndex((name) => column === `from-${name}`);
  if (known >= 0) return ofClass(ahead, rows, known, asked);
  const value = sums('expected-value', 'money', (row) => scores.value[row]!);
  if (column === 'expected-value') return value;
  if (!(ranked.total > 0)) return absent('too-few');
  const [expected, ...further] = value.inputs;
  return {
    value: value.value / ranked.total,
    n,
    inputs: [expected!, measured('expected-value-of-all', ranked.total, 'money'), ...further],
  };
}

/** What those of some customers who are known so well are expected to bring. */
function ofClass({ scores }: ValueAhead, rows: Uint32Array, known: number, asked: Input[]): Scalar {
  const those = rows.filter((row) => evidenceClass(scores.evidence[row]!) === known);
  const customers = counted(
    'customers',
    those.map((row) => scores.id[row]!),
  );
  const value = measured(
    'expected-value',
    sumOver(those, (row) => scores.value[row]!),
    'money',
  );
  return { value: value.value, n: customers.value, inputs: [value, customers, ...asked] };
}
