import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../../src/engine/protocol';
import type { Answer } from '../../../src/terms/answer';
import { dayFromYmd, ISO_CALENDAR } from '../../../src/terms/day';
import { DEFAULT_PREDICTION, LIFETIME_MODELS } from '../../../src/terms/prediction';
import type { View } from '../../../src/terms/view';
import { fitOf } from '../../../src/ui/trust/fit-facts';
import { readOthers, readTrust, type ModelTest } from '../../../src/ui/trust/read-trust';
import { findingOf } from '../../../src/ui/trust/trust-finding';
import { trackedWeeks } from '../../../src/ui/trust/tracked-weeks';

const asOf = dayFromYmd(2024, 12, 31);
const view: View = { from: asOf - 365, to: asOf + 1, asOf, grain: 'month', refunds: 'behaviour', lapseDays: null, calendar: ISO_CALENDAR };
const tested = (gate: string): ModelTest => ({ model: 'mbg-nbd', guesses: [], gate, fit: fitOf([]) });
const none = (why: Extract<Verdict, { basis: 'none' }>['why']): Verdict => ({ basis: 'none', why, warnings: [] });

describe('the sentence of the page', () => {
  it('says how far the model was off where its scores are shown', () => {
    expect(findingOf({ basis: 'model', model: 'mbg-nbd', warnings: [], bias: 0 }, tested('open'))).toBe('model');
  });

  it('names the reason of a closed gate', () => {
    for (const gate of ['no-better-than-before', 'no-better-than-pace', 'tells-nobody-apart', 'far-off'])
      expect(findingOf(none('model-no-better'), tested(gate))).toBe(gate);
  });

  it('says of a model that is not usable on the whole file that it is not, also where the test went well', () => {
    expect(findingOf(none('model-nobody-leaves'), tested('open'))).toBe('nobody-leaves');
    expect(findingOf(none('model-not-settled'), null)).toBe('not-settled');
  });

  it('speaks of rates in a small shop, whatever became of the test', () => {
    expect(findingOf({ basis: 'empirical', warnings: [] }, tested('far-off'))).toBe('empirical');
    expect(findingOf({ basis: 'empirical', warnings: [] }, null)).toBe('empirical');
  });

  it('says why where nothing was tested', () => {
    expect(findingOf(none('not-tested'), null)).toBe('none');
  });
});

describe('what the page asks', () => {
  const table = (rows: (string | number | null)[][], ...keys: string[]): Answer => ({
    columns: keys.map((key) => ({ key, unit: 'number' as const })),
    rows,
  });
  const asked: { id: string; params?: unknown }[][] = [];
  const answers: Record<string, Answer> = {
    'back-test': table([['model', 0.5, 'open']], 'guess', 'mae', 'gate'),
    'lifetime-fit': table(
      [
        ['r', 0.25, 0.2, 0.3, 'fitted'],
        ['starts-tried', 5, null, null, null],
      ],
      'of-fit',
      'value',
      'low',
      'high',
      'status',
    ),
  };
  const engine = {
    answer: (questions: { id: string; params?: unknown }[]) => {
      asked.push(questions);
      return Promise.resolve(questions.map(({ id }) => answers[id] ?? table([], 'x')));
    },
    verdict: () => Promise.resolve({ basis: 'model', model: 'bg-nbd', warnings: [], bias: 0 } satisfies Verdict),
    figure: () => Promise.resolve({ value: 0.5, n: 10, inputs: [] }),
  } as unknown as Parameters<typeof readTrust>[0];

  it('is asked of the chosen model, in one message for all tables', async () => {
    asked.length = 0;
    const trust = await readTrust(engine, view, { ...DEFAULT_PREDICTION, model: 'bg-nbd' });
    expect(asked).toHaveLength(1);
    for (const { params } of asked[0]!) expect(params).toEqual({ model: 'bg-nbd' });
    expect(trust.tested).toMatchObject({ model: 'bg-nbd', gate: 'open' });
    expect(trust.why).toBeNull();
  });

  it('of the other models is asked only of those, each under its own name', async () => {
    const others = await readOthers(engine, view, 'mbg-nbd');
    expect(others.map(({ model }) => model)).toEqual(LIFETIME_MODELS.filter((model) => model !== 'mbg-nbd'));
  });

  it('parts the parameters of a fit from what it rests on', () => {
    const { status, parameters, of } = fitOf([
      { 'of-fit': 'r', value: 0.25, low: 0.2, high: 0.3, status: 'with-prior' },
      { 'of-fit': 'α', value: 4.4, low: null, high: null, status: null },
      { 'of-fit': 'log-likelihood', value: null, low: null, high: null, status: null },
      { 'of-fit': 'histories', value: 12, low: null, high: null, status: null },
    ]);
    expect(status).toBe('with-prior');
    expect(parameters.map(({ name, high }) => [name, high])).toEqual([
      ['r', 0.3],
      ['α', null],
    ]);
    expect(of).toEqual({ 'log-likelihood': null, histories: 12 });
  });

  it('reads weeks with their days and on which side of the cut they lie', () => {
    const [week] = trackedWeeks([
      { week: '2024-05-01', to: '2024-05-07', actual: 3, expected: 2.5, 'actual-so-far': 10, 'expected-so-far': 9.5, 'held-out': 1 },
    ]);
    expect(week).toMatchObject({ from: dayFromYmd(2024, 5, 1), to: dayFromYmd(2024, 5, 7), expected: 2.5, isHeldOut: true });
  });
});
