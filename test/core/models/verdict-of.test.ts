import { describe, expect, it } from 'vitest';
import type { BackTest } from '../../../src/core/models/back-test/back-test';
import type { EmpiricalRates } from '../../../src/core/models/scores/empirical-rates';
import type { Gate } from '../../../src/core/models/back-test/gate';
import type { Fit, FitStatus } from '../../../src/core/models/lifetime/lifetime-model';
import { verdictOf, type Grounds } from '../../../src/core/models/verdict-of';

const asked = { model: 'mbg-nbd', horizonDays: 365 } as const;

/** A shop of 400 customers of whom 150 came back, of two years, with a model that passes; each test changes one thing. */
function grounds(part: Partial<Grounds> & { status?: FitStatus; gate?: Gate; sum?: number; held?: number } = {}): Grounds {
  const { status = 'fitted', gate = 'open', sum = 100, held = 100, ...own } = part;
  return {
    customers: 400,
    repeaters: 150,
    fileDays: 730,
    isLeftTruncated: false,
    crossesPeak: () => false,
    rates: () => ({ customers: 40 }) as EmpiricalRates,
    fit: () => ({ status }) as Fit,
    backTest: () => ({ gate, errors: { model: { sum } }, actualSum: held }) as BackTest,
    whyNotTested: () => 'not-tested',
    ...own,
  };
}
const none = (why: string) => ({ basis: 'none', why, warnings: [] });

describe('the verdict', () => {
  it('names the model where it was fitted and its back-test let it through', () => {
    expect(verdictOf(grounds(), asked)).toEqual({ basis: 'model', model: 'mbg-nbd', warnings: [], bias: 0 });
  });

  it('is rates below 100 customers who came back, and the model from 100 on', () => {
    expect(verdictOf(grounds({ repeaters: 99 }), asked)).toEqual({ basis: 'empirical', warnings: [] });
    expect(verdictOf(grounds({ repeaters: 100 }), asked).basis).toBe('model');
  });

  it('asks no model of a shop that has too few for one', () => {
    const asks = (): never => {
      throw new Error('a model was asked');
    };
    expect(verdictOf(grounds({ repeaters: 5, fit: asks, backTest: asks }), asked).basis).toBe('empirical');
  });

  it('says nothing of nobody, of customers who never came back, of a file too short for rates, of four customers', () => {
    expect(verdictOf(grounds({ customers: 0, repeaters: 0 }), asked)).toEqual(none('no-orders'));
    expect(verdictOf(grounds({ repeaters: 0 }), asked)).toEqual(none('no-repeats'));
    expect(verdictOf(grounds({ repeaters: 3, rates: () => null }), asked)).toEqual(none('file-too-short'));
    expect(verdictOf(grounds({ repeaters: 9, rates: () => ({ customers: 4 }) as EmpiricalRates }), asked)).toEqual(none('too-few'));
    expect(verdictOf(grounds({ repeaters: 4 }), asked)).toEqual(none('too-few'));
  });

  it.each([
    ['nobody-leaves', 'model-nobody-leaves'],
    ['not-converged', 'model-not-settled'],
  ] as const)('a fit that ends as %s is not shown, whatever the back-test says', (status, why) => {
    expect(verdictOf(grounds({ status }), asked)).toEqual(none(why));
  });

  it.each([
    ['no-better-than-before', 'model-no-better'],
    ['tells-nobody-apart', 'model-no-better'],
    ['not-settled', 'model-not-settled'],
  ] as const)('a gate that is shut by %s hides the scores', (gate, why) => {
    expect(verdictOf(grounds({ gate }), asked)).toEqual(none(why));
  });

  it('is not tested where no part of the file could be held back', () => {
    expect(verdictOf(grounds({ backTest: () => null }), asked)).toEqual(none('not-tested'));
  });

  it('says too few, not too short, of a long file in which fewer than 30 had come back by the cut', () => {
    expect(verdictOf(grounds({ backTest: () => null, whyNotTested: () => 'too-few' }), asked)).toEqual(none('too-few'));
  });

  it('says by how much the test expected more than came, or less', () => {
    expect(verdictOf(grounds({ sum: 141 }), asked)).toMatchObject({ warnings: ['biased'], bias: expect.closeTo(0.41, 12) });
    expect(verdictOf(grounds({ sum: 60 }), asked)).toMatchObject({ warnings: ['biased'], bias: expect.closeTo(-0.4, 12) });
  });

  it('warns of a weak prior, of a sum off by more than a fifth, of a file that begins in the middle, of a season, of too far ahead', () => {
    const warningsOf = (part: Parameters<typeof grounds>[0]) => verdictOf(grounds(part), asked).warnings;
    expect(warningsOf({ status: 'with-prior' })).toEqual(['weak-prior']);
    expect(warningsOf({ sum: 79 })).toEqual(['biased']);
    expect(warningsOf({ sum: 81 })).toEqual([]);
    expect(warningsOf({ isLeftTruncated: true })).toEqual(['left-truncated']);
    expect(warningsOf({ crossesPeak: (days) => days > 300 })).toEqual(['seasonal']);
    expect(warningsOf({ fileDays: 364 })).toEqual(['horizon-beyond-file']);
    expect(warningsOf({ fileDays: 365 })).toEqual([]);
  });

  it('keeps its warnings where nothing is shown', () => {
    const verdict = verdictOf(grounds({ repeaters: 9, isLeftTruncated: true, fileDays: 90 }), asked);
    expect(verdict).toEqual({ basis: 'empirical', warnings: ['left-truncated', 'horizon-beyond-file'] });
  });
});
