import type { AnyMetric } from '../../../src/core/metrics/define';
import type { SqlParams } from './duck';

/** The parameters that a metric's worked examples try, its defaults first, each set once. */
export function paramChoices({ defaults, vectors }: AnyMetric): SqlParams[] {
  const tried = vectors.map(({ params }) => ({ ...defaults, ...(params as object) }) as SqlParams);
  return [...new Map([defaults as SqlParams, ...tried].map((params) => [JSON.stringify(params), params])).values()];
}
