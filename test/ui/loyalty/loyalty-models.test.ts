import { describe, expect, it } from 'vitest';
import type { Answer, Scalar, Table } from '../../../src/terms/answer';
import { dayFromYmd, ISO_CALENDAR } from '../../../src/terms/day';
import type { View } from '../../../src/terms/view';
import { FAMILY, familyRows } from '../../../src/ui/loyalty/family-rows';
import { followedQuarter } from '../../../src/ui/loyalty/followed-quarter';
import { ladderRungs, topRung } from '../../../src/ui/loyalty/ladder-model';
import { matrixModel, ofKind } from '../../../src/ui/loyalty/matrix-model';
import type { LoyaltyAnswers } from '../../../src/ui/loyalty/read-loyalty';
import { formatWeights, parseWeights, USUAL_WEIGHTS, weightParams } from '../../../src/ui/loyalty/score-weights';
import { scorecardOf } from '../../../src/ui/loyalty/scorecard-model';

const view: View = {
  from: dayFromYmd(2024, 4, 1),
  to: dayFromYmd(2024, 7, 1),
  asOf: dayFromYmd(2024, 9, 20),
  grain: 'month',
  refunds: 'behaviour',
  lapseDays: null,
  calendar: ISO_CALENDAR,
};

function share(key: string, part: number, whole: number): Scalar {
  return { value: part / whole, n: whole, inputs: [{ key, value: part, unit: 'customers' }] };
}

function table(keys: string[], rows: Table['rows'], foot: Table['rows'] = []): Table {
  return { columns: keys.map((key) => ({ key, unit: 'number' })), rows, foot };
}

const LADDER = ['step', 'at-risk', 'followed', 'again', 'share', 'likely', 'low', 'high', 'median-wait'];
const ladder = table(LADDER, [
  [1, 600, 500, 200, 0.4, 0.41, 0.38, 0.44, 100],
  [2, 200, 150, 100, 0.66, 0.65, 0.6, 0.7, 40],
  [3, 12, 10, 9, 0.9, 0.9, 0.5, 0.98, 20],
]);
const absent: Answer = { value: null, why: 'no-answers' };
const answers: LoyaltyAnswers = {
  lifetime: share('repeat-customers', 5, 9),
  inWindow: share('twice-in-window', 3, 8),
  returning: share('second-or-later', 4, 8),
  orderShare: share('later-orders', 5, 11),
  cohort: { value: null, why: 'file-too-short' },
  ever: share('ordered-again', 3, 6),
  ladder,
  scorecard: absent,
  matrix: absent,
  byAnswer: absent,
  discounts: absent,
  by: 'orders',
  weights: USUAL_WEIGHTS,
  view,
};

describe('the repeat family as rows', () => {
  const rows = familyRows(answers);

  it('has a row for each way to count, with what was divided by what', () => {
    expect(rows.map((row) => row.key)).toEqual([...FAMILY]);
    expect(rows.map((row) => [row.part, row.whole])).toEqual([
      [4, 8],
      [3, 6],
      [3, 8],
      [5, 9],
      [5, 11],
      [null, 0],
      [null, 600],
    ]);
  });
  it('says why a row has no share', () => {
    expect(rows.find((row) => row.key === 'cohort')).toMatchObject({ value: null, why: 'file-too-short' });
    expect(familyRows({ ...answers, ladder: table(LADDER, []) }).at(-1)).toMatchObject({ value: null, why: 'no-customers' });
  });
  it('opens the figure that it shows, counted by the same rule', () => {
    const byDays = familyRows({ ...answers, by: 'order-days' });
    expect(byDays[0]!.how).toEqual({ id: 'returning-customer-rate', params: { by: 'order-days' } });
    expect(byDays.at(-1)!.how).toEqual({ id: 'order-ladder', at: { row: '1', column: 'likely' } });
  });
});

describe('the ladder', () => {
  it('speaks of the highest rung that rests on enough', () => {
    expect(topRung(ladderRungs(ladder), 30)?.step).toBe(2);
    expect(topRung(ladderRungs(ladder).slice(0, 1), 30)).toBeNull();
  });
});

describe('the quarter in which the counts part', () => {
  it('is the last one whose customers have all been followed, and none that begins with the file', () => {
    expect(followedQuarter(view, dayFromYmd(2023, 1, 1), 90)).toEqual({
      start: dayFromYmd(2024, 1, 1),
      query: { from: '2024-01-01', to: '2024-04-01' },
    });
    expect(followedQuarter(view, dayFromYmd(2023, 1, 1), 80)?.query.from).toBe('2024-04-01');
    expect(followedQuarter(view, dayFromYmd(2024, 1, 1), 90)).toBeNull();
  });
});

describe('scorecard and matrix', () => {
  it('are not there without figures', () => {
    expect(scorecardOf(table(['part'], []))).toBeNull();
    expect(matrixModel(table(['cell'], []))).toBeNull();
  });
  it('the scorecard parts axes from the sum', () => {
    const card = scorecardOf(
      table(
        ['part', 'axis', 'value', 'score', 'weight', 'n', 'why'],
        [['retention', 'behaviour', 0.5, 50, 1, 10, null]],
        [
          ['behaviour', 'behaviour', null, 50, 1, 1, null],
          ['feeling', 'feeling', null, null, 0, 0, null],
          ['together', null, null, 50, 1, 1, null],
        ],
      ),
    )!;
    expect(card.axes.map((axis) => axis.key)).toEqual(['behaviour', 'feeling']);
    expect(card.together).toMatchObject({ key: 'together', score: 50, weight: 1 });
  });
  it('cells of one kind are counted together, and those in none stand apart', () => {
    const model = matrixModel(
      table(
        ['cell', 'kind', 'customers', 'share'],
        [
          ['promoter-lapsed-full', 'at-risk', 3, 0.6],
          ['promoter-lapsed-discount', 'at-risk', 2, 0.4],
        ],
        [
          ['respondents', null, 5, null],
          ['no-answer', null, 7, null],
        ],
      ),
    )!;
    expect(ofKind(model, 'at-risk')).toBe(5);
    expect([model.respondents, model.noAnswer, model.neverBought]).toEqual([5, 7, 0]);
  });
});

describe('the weights in the address', () => {
  it('are read back as they were written, the usual ones as nothing', () => {
    const own = { behaviour: 50, feeling: 0, money: 50 };
    expect(parseWeights(formatWeights(own))).toEqual(own);
    expect(formatWeights(USUAL_WEIGHTS)).toBe('');
    expect(weightParams(own)).toEqual({ behaviourWeight: 0.5, feelingWeight: 0, moneyWeight: 0.5 });
    expect(weightParams(USUAL_WEIGHTS)).toBeUndefined();
  });
  it.each(['', '40-30', '0-0-0', '101-0-0', 'a-b-c', '-1-2-3'])('%j makes no sense and gives the usual ones', (text) => {
    expect(parseWeights(text)).toEqual(USUAL_WEIGHTS);
  });
});
