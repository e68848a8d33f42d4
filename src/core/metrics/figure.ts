import type { Absent, Input, Scalar, Unit, Why } from '../../terms/answer';
import { wilson } from '../stats/wilson';

/** A figure that cannot be given, and why. */
export function absent(why: Why): Absent {
  return { value: null, why };
}

/** Input that counts customers: its value is the length of its list, so that the two cannot differ. */
export function counted(key: string, who: Uint32Array): Input {
  return { key, value: who.length, unit: 'customers', who };
}

/** Input that measures something else than customers. */
export function measured(key: string, value: number, unit: Unit): Input {
  return { key, value, unit };
}

/** The number of customers in a list, as a figure. */
export function countFigure(key: string, who: Uint32Array): Scalar {
  return { value: who.length, n: who.length, inputs: [counted(key, who)] };
}

/** Share `part / whole` of customers with its Wilson interval; `whole` must not be empty. Further inputs follow the two. */
export function shareFigure(part: Input, whole: Input, further: Input[] = []): Scalar {
  return {
    value: part.value / whole.value,
    n: whole.value,
    interval: wilson(part.value, whole.value),
    inputs: [whole, part, ...further],
  };
}
