import { expect } from 'vitest';
import { drawParameters } from '../../../src/core/models/fitting/drawn-parameters';
import { fitLifetime } from '../../../src/core/models/lifetime/fit-lifetime';
import type { FitStatus, LifetimeModel } from '../../../src/core/models/lifetime/lifetime-model';
import type { HostileShop } from './hostile-shops';

const STATUSES: readonly FitStatus[] = ['fitted', 'with-prior', 'nobody-leaves', 'not-converged', 'no-repeats', 'too-few'];

/** Fits and scores a shop; throws where anything is not a number, a chance not one, or the status none. */
export function surviveShop(model: LifetimeModel, { title, triples }: HostileShop): FitStatus {
  const fit = fitLifetime(model, triples);
  const where = `${model.id}, ${title}: ${fit.status} ${[...fit.theta].join(' ')}`;
  expect(STATUSES, where).toContain(fit.status);
  expect(
    fit.theta.every((value) => value > 0 && Number.isFinite(value)),
    where,
  ).toBe(true);
  expect(Number.isNaN(fit.logLikelihood), where).toBe(false);
  if (fit.status === 'fitted' || fit.status === 'with-prior') {
    expect(Number.isFinite(fit.logLikelihood), where).toBe(true);
    expect(fit.covariance?.every(Number.isFinite), where).toBe(true);
  }
  const { alive, expected } = model.scores(fit.theta, triples, [30, 90, 365]);
  expect(
    alive.every((chance) => chance >= 0 && chance <= 1),
    where,
  ).toBe(true);
  for (const orders of expected)
    expect(
      orders.every((value) => value >= 0 && Number.isFinite(value)),
      where,
    ).toBe(true);
  for (const theta of drawParameters(fit, 3, 1))
    expect(
      theta.every((value) => value > 0 && Number.isFinite(value)),
      where,
    ).toBe(true);
  return fit.status;
}
