import { describe, expect, it } from 'vitest';
import type { Cell, Table } from '../../../src/terms/answer';
import { errorModel, lapseRules } from '../../../src/ui/retention/lapse-model';

const columns: Table['columns'] = ['days', 'wrong-share', 'late-share', 'error', 'chosen'].map((key) => ({ key, unit: 'ratio' }));
/** Thirty candidates of which the tenth has the least error. */
const curve = (least: number): Table => ({
  columns,
  rows: Array.from({ length: 30 }, (_, i): Cell[] => [i + 1, 0.5, 0.5, i === 9 ? least : 0.5, i === 9 ? 1 : 0]),
});

describe('the curve of errors', () => {
  it('has the chosen days', () => {
    expect(errorModel(curve(0.2))!.best).toMatchObject({ days: 10, error: 0.2 });
  });
  it('is not drawn where its best is hardly better than a coin, or there are hardly any candidates', () => {
    expect(errorModel(curve(0.45))).toBeNull();
    expect(errorModel({ columns, rows: curve(0.2).rows.slice(5, 15) })).toBeNull();
  });
});

const HEADS: Table['columns'] = [
  'rule',
  'days',
  'silent',
  'share',
  'back-share',
  'customers',
  'lapsed-before',
  'back-in-time',
  'waits-ended',
].map((key) => ({ key, unit: 'text' }));

describe('the rules', () => {
  it('keep what a rule cannot say apart from 0', () => {
    const table: Table = {
      columns: HEADS,
      rows: [
        ['fixed', 90, 0, 0, null, 7, 0, 0, 12],
        ['another', 1, 1, 1, 1, 1, 1, 1, 12],
      ],
    };
    expect(lapseRules(table)).toEqual([
      { rule: 'fixed', days: 90, silent: 0, share: 0, back: null, customers: 7, before: 0, backInTime: 0 },
    ]);
  });
  it('are offered from five ended waits on; the days that were typed need none', () => {
    const rulesAfter = (ended: number) =>
      lapseRules({ columns: HEADS, rows: ['fixed', 'percentile', 'own-gaps'].map((rule) => [rule, 1, 1, 1, 0, 1, 1, 0, ended]) });
    expect(rulesAfter(4).map(({ rule }) => rule)).toEqual(['fixed']);
    expect(rulesAfter(5).map(({ rule }) => rule)).toEqual(['fixed', 'percentile', 'own-gaps']);
  });
});
