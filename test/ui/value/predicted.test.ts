import { describe, expect, it } from 'vitest';
import type { MetricQuestion } from '../../../src/engine/protocol';
import { parseList, formatList } from '../../../src/ui/reading/list-query';
import { predictedList, predictionParams, readPredicted } from '../../../src/ui/value/predicted-answers';
import { predictedBands } from '../../../src/ui/value/predicted-bands';
import { likelyRange, predictedTerms, rateText } from '../../../src/ui/value/predicted-terms';
import type { Scalar, Table } from '../../../src/terms/answer';
import { DEFAULT_PREDICTION } from '../../../src/terms/prediction';
import type { View } from '../../../src/terms/view';

const columns = ['band', 'customers', 'expected-value', 'expected-value-share', 'expected-orders', 'net-so-far', 'best-so-far']
  .concat('from-well-known', 'from-little-known', 'from-once')
  .map((key) => ({ key, unit: 'number' as const }));
const TABLE: Table = { columns, rows: [['top-10', 2, 900, 0.9, 3.5, 5000, 1, 600, 200, 100]] };
const GUESSES: Table = {
  columns: ['guess', 'rmse'].map((key) => ({ key, unit: 'number' as const })),
  rows: [
    ['model', 0.5],
    ['same-as-before', 0.6],
    ['own-pace', 0.7],
  ],
};
const figure = (value: number, inputs: Scalar['inputs'] = []): Scalar => ({ value, n: 20, inputs });
const params = predictionParams(DEFAULT_PREDICTION);

describe('what a prediction is asked with', () => {
  it('a margin that was not typed is no parameter', () => {
    expect(predictionParams(DEFAULT_PREDICTION)).toEqual({ model: 'mbg-nbd', horizonDays: 365, discountPerYear: 0.1 });
    expect(predictionParams({ ...DEFAULT_PREDICTION, margin: 0 })).toHaveProperty('margin', 0);
  });

  it('the customers of a band have an address that leads back to them, under the same choice', () => {
    const list = { ...predictedList('top-10', params), filter: { slipping: true as const } };
    expect(parseList(formatList(list))).toEqual(list);
  });
});

describe('a row of the bands', () => {
  it('has its parts by evidence, the best known first', () => {
    expect(predictedBands(TABLE)).toEqual([
      {
        name: 'top-10',
        customers: 2,
        expectedMinor: 900,
        share: 0.9,
        expectedOrders: 3.5,
        soFarMinor: 5000,
        bestSoFar: 1,
        parts: [600, 200, 100],
      },
    ]);
    expect(predictedBands({ value: null, why: 'no-orders' })).toEqual([]);
  });
});

describe('the terms of a value', () => {
  const discount = (value: number) => ({ key: 'discount-per-year', value, unit: 'ratio' as const });
  const margin = { key: 'profit-margin', value: 0.3, unit: 'ratio' as const };

  it('are those of its inputs: sales without a margin, not discounted at a rate of nothing', () => {
    expect(predictedTerms(figure(1, [discount(0.1)]), params).code).toBe('sales-discounted');
    expect(predictedTerms(figure(1, [discount(0)]), params).code).toBe('sales');
    expect(predictedTerms(figure(1, [margin, discount(0)]), params)).toMatchObject({ code: 'profit', margin: 0.3, horizonDays: 365 });
    expect(predictedTerms(figure(1, [margin, discount(0.1)]), params).code).toBe('profit-discounted');
  });

  it('a rate is said as it was typed', () => {
    expect([0.1, 0.075, 0.07, 0.0825, 1, null].map(rateText)).toEqual([
      '10\u202f%',
      '7.5\u202f%',
      '7\u202f%',
      '8.25\u202f%',
      '100\u202f%',
      '–',
    ]);
  });

  it('a value without an interval has no range', () => {
    expect(likelyRange(figure(1), String)).toBe('');
    const told = likelyRange({ ...figure(2), interval: { low: 1, high: 3, level: 0.95, method: 'outcome' } }, String);
    expect(told).toBe(' (likely 1–3)');
  });
});

describe('what the page asks for', () => {
  const view = { asOf: 1 } as View;
  function engine(bands: Table) {
    const asked: unknown[] = [];
    return {
      asked,
      verdict: () => Promise.resolve({ basis: 'model', model: 'mbg-nbd', warnings: [], bias: 0 }),
      answer: (questions: MetricQuestion[]) => Promise.resolve(questions.map(({ id }) => ANSWERS[id] ?? bands)),
      lists: (lists: unknown[]) => {
        asked.push(...lists);
        return Promise.resolve([{ customers: 1 }]);
      },
    };
  }
  const ANSWERS: Record<string, unknown> = {
    'expected-value': figure(1000),
    'expected-orders': figure(7),
    'back-test': GUESSES,
  };
  const numbers = { typed: {}, prediction: DEFAULT_PREDICTION };

  it('the nearer of the two plain guesses stands beside the model, and those of the first tenth who slip away are counted', async () => {
    const inside = engine(TABLE);
    const told = await readPredicted(inside as never, view, numbers as never)!;
    expect(told.tested).toEqual({ rmse: 0.5, plain: 'same-as-before', plainRmse: 0.6 });
    expect(inside.asked).toEqual([{ ...predictedList('top-10', params), filter: { slipping: true }, choice: DEFAULT_PREDICTION }]);
    expect(told.slipping!.totals.customers).toBe(1);
  });

  it('nobody is looked for where there is no first tenth, and nothing is asked before the typed numbers are read', async () => {
    const inside = engine({ ...TABLE, rows: [] });
    expect((await readPredicted(inside as never, view, numbers as never)!).slipping).toBeNull();
    expect(inside.asked).toEqual([]);
    expect(readPredicted(inside as never, view, { typed: null } as never)).toBeNull();
  });
});
