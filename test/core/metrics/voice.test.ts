import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Absent, Scalar } from '../../../src/terms/answer';
import { dayFromIso } from '../../../src/terms/day';
import type { View } from '../../../src/terms/view';
import { customerLoyaltyIndex } from '../../../src/core/metrics/voice/customer-loyalty-index';
import { customerSatisfaction } from '../../../src/core/metrics/voice/customer-satisfaction';
import { netPromoterScore } from '../../../src/core/metrics/voice/net-promoter-score';
import { npsFigure, npsMargin } from '../../../src/core/metrics/voice/nps-figure';
import type { SurveyParams } from '../../../src/core/metrics/voice/survey-answers';
import { asksWhat, type Asks } from '../../../src/core/metrics/voice/survey-questions';
import { shopTablesOf, type RecordLiteral, type ShopLiterals } from '../../../src/core/tables/shop-literals';
import { shopLiterals, shopView } from './random-shop';

const VIEW: View = {
  from: dayFromIso('2024-01-01')!,
  to: dayFromIso('2024-07-01')!,
  asOf: dayFromIso('2024-06-30')!,
  grain: 'month',
  refunds: 'ignore',
  lapseDays: null,
  calendar: { weekStart: 1, yearStart: 1 },
};

/** Answers of different people to one question. */
function answers(scores: readonly number[], more: RecordLiteral = {}): RecordLiteral[] {
  return scores.map((score, i) => ({
    person: `${String(more.date)}${i}`,
    date: '2024-03-05',
    score,
    scale: '0-10',
    question: 'nps',
    ...more,
  }));
}

function nps(records: ShopLiterals['records'], params: Partial<SurveyParams> = {}, orders: ShopLiterals['orders'] = []): Scalar | Absent {
  const tables = shopTablesOf({ orders, records: records ?? {} }, VIEW.asOf);
  return netPromoterScore.compute(tables, VIEW, { ...netPromoterScore.defaults, ...params });
}

function given(answer: Scalar | Absent): Scalar {
  if (answer.value === null) throw new Error(`absent: ${answer.why}`);
  return answer;
}

const input = (answer: Scalar, key: string): number | undefined => answer.inputs.find((one) => one.key === key)?.value;
const times = (n: number, score: number): number[] => Array.from({ length: n }, () => score);

describe('net promoter score', () => {
  it('a half, a third and a sixth of 324 answers give 33.33 ± 8.12 (Cross Validated, margin of error of a net promoter score)', () => {
    const figure = given(nps({ answers: answers([...times(162, 9), ...times(108, 7), ...times(54, 3)]) }));
    expect(figure.value).toBeCloseTo(100 / 3, 9);
    expect(input(figure, 'margin')).toBeCloseTo(8.12, 2);
    expect(figure.interval!.high - figure.value).toBeCloseTo(8.12, 2);
    expect(figure.interval!.method).toBe('normal');
  });

  it.each([
    [30, 27.9],
    [50, 21.6],
    [100, 15.3],
    [200, 10.8],
    [400, 7.7],
    [1000, 4.8],
  ])('with half promoters and a fifth detractors the margin of %i answers is ± %f', (n, margin) => {
    const scores = [...times(n * 0.5, 10), ...times(n * 0.3, 8), ...times(n * 0.2, 0)];
    expect(npsMargin(npsFigure(scores))).toBeCloseTo(margin, 1);
  });

  it('a score of 0 counts and a blank does not', () => {
    const figure = given(nps({ answers: [...answers([0, 9]), { person: 'x', date: '2024-03-05', scale: '0-10', question: 'nps' }] }));
    expect([figure.value, figure.n]).toEqual([0, 2]);
  });

  it('fewer than ten answers, or answers all of one group, have no margin and say so', () => {
    expect(given(nps({ answers: answers([9, 9, 1]) }))).toMatchObject({ note: 'nps-too-few' });
    const same = given(nps({ answers: answers(times(20, 10)) }));
    expect([same.value, same.interval, same.note]).toEqual([100, undefined, 'nps-all-same']);
  });

  it('answers on 1–10 alone are told as such, and never count among those on 0–10', () => {
    const other = answers([10, 6], { scale: '1-10', date: '2024-04-05' });
    expect(given(nps({ answers: other }))).toMatchObject({ value: 0, n: 2, note: 'nps-scale-1-10' });
    const both = given(nps({ answers: [...other, ...answers([9, 10, 3])] }));
    expect([both.n, both.variants!['scale-1-10']!.value]).toEqual([3, 0]);
  });

  it('the latest answer of a customer in a wave counts; the earlier ones are reported', () => {
    const again = answers([3, 10], { person: 'a', date: '2024-03-05T10:00' });
    again[1]!.date = '2024-03-05T11:00';
    const figure = given(nps({ answers: [...again.toReversed(), ...answers([9], { person: 'a', date: '2024-04-01' })] }));
    expect([figure.value, figure.n, input(figure, 'answered-again')]).toEqual([100, 2, 1]);
    const survey = given(nps({ answers: answers([3, 10], { person: 'a', survey: 'Spring' }) }, { wave: 'survey' }));
    expect([survey.n, input(survey, 'answered-again')]).toEqual([1, 1]);
  });

  it('respondents nobody knows are told apart by their number within the survey, else by the row', () => {
    const unknown = (more: RecordLiteral): RecordLiteral => ({ date: '2024-03-05', score: 9, scale: '0-10', question: 'nps', ...more });
    const rows = [
      unknown({ respondent: '1' }),
      unknown({ respondent: '1' }),
      unknown({ respondent: '1', survey: 'B' }),
      unknown({}),
      unknown({}),
    ];
    expect(given(nps({ answers: rows })).n).toBe(4);
  });

  it('the last two complete periods are compared: 60 points more from 100 answers each are beyond chance', () => {
    const april = answers([...times(30, 9), ...times(30, 8), ...times(40, 2)], { date: '2024-04-10' });
    const may = answers([...times(70, 9), ...times(10, 8), ...times(20, 2)], { date: '2024-05-10' });
    const figure = given(nps({ answers: [...april, ...may] }));
    expect(input(figure, 'nps-change')).toBeCloseTo(60, 9);
    // SE: 100 √((0.7 − 0.01) / 100) = 8.307 and 100 √((0.9 − 0.25) / 100) = 8.062; 60 / √(69 + 65) = 5.183
    expect(input(figure, 'nps-change-z')).toBeCloseTo(60 / Math.sqrt(134), 9);
    expect(figure.trend!.rows.map((row) => [row[0], row[1], row[5]])).toEqual([
      ['2024-04-01', 100, -10],
      ['2024-05-01', 100, 50],
    ]);
  });

  it('one period is asked for by a day in it, and answers without a day belong to none', () => {
    const rows = [
      ...answers([9], { date: '2024-04-10' }),
      ...answers([1], { date: '2024-05-10' }),
      { score: 1, scale: '0-10', question: 'nps' },
    ];
    expect(given(nps({ answers: rows }))).toMatchObject({ n: 3 });
    expect(given(nps({ answers: rows }, { period: '2024-04-01' }))).toMatchObject({ n: 1, value: 100 });
    expect(nps({ answers: rows }, { period: '2024-02-01' })).toEqual({ value: null, why: 'no-answers' });
  });

  it('says who answered of those who bought, and of those whom a survey campaign wrote to', () => {
    const orders = ['a', 'b', 'c', 'd'].map((customer, i) => ({ customer, day: '2024-03-01', net: 1000 * (i + 1) }));
    const contacts = ['a', 'z'].map((person) => ({ person, campaign: 'NPS survey spring', date: '2024-03-03' }));
    const figure = given(nps({ answers: answers([9], { person: 'a' }), contacts }, {}, orders));
    expect(['response-rate', 'buyers-response', 'spend-answered', 'spend-silent'].map((key) => input(figure, key))).toEqual([
      0.5, 0.25, 1000, 3000,
    ]);
  });

  it('promoters, passives and detractors are all who answered, and the score lies within its interval', () => {
    fc.assert(
      fc.property(shopLiterals, shopView(), (shop, view) => {
        const figure = netPromoterScore.compute(shopTablesOf(shop, view.asOf), view, netPromoterScore.defaults);
        if (figure.value === null) return;
        const count = (key: string): number => input(figure, key)!;
        expect(count('promoters') + count('passives') + count('detractors')).toBe(figure.n);
        expect(figure.value).toBeCloseTo((100 * (count('promoters') - count('detractors'))) / figure.n, 9);
        const { low, high } = figure.interval ?? { low: -100, high: 100 };
        expect(low <= figure.value && figure.value <= high && low >= -100 && high <= 100).toBe(true);
        const dated = figure.trend!.rows.reduce((sum, row) => sum + Number(row[1]), 0);
        expect(dated).toBeLessThanOrEqual(figure.n);
      }),
      { seed: 4, numRuns: 150 },
    );
  });
});

describe('questions are recognised by their words', () => {
  it.each<[string, Asks]>([
    ['How likely are you to recommend us to a friend?', 'recommend'],
    ['NPS_Score', 'recommend'],
    ['您有多大可能向朋友推荐我们?', 'recommend'],
    ['您願意把我們推薦給朋友嗎？', 'recommend'],
    ['Would you buy from us again?', 'again'],
    ['您会再次购买吗?', 'again'],
    ['您會回購嗎？', 'again'],
    ['Would you try other products of ours?', 'other'],
    ['您会购买我们的其他产品吗?', 'other'],
    ['How easy was it to order?', 'effort'],
    ['How satisfied are you?', 'satisfied'],
    ['您對我們滿意嗎？', 'satisfied'],
    ['review_score', 'satisfied'],
    ['How old are you?', 'else'],
  ])('%s asks: %s', (question, asks) => {
    expect(asksWhat(question)).toBe(asks);
  });
});

describe('customer satisfaction', () => {
  const ask = (records: ShopLiterals['records'], params: Partial<SurveyParams> = {}) =>
    customerSatisfaction.compute(shopTablesOf({ orders: [], records: records ?? {} }, VIEW.asOf), VIEW, {
      ...customerSatisfaction.defaults,
      ...params,
    });
  const satisfied = (scores: readonly number[], scale: string) => answers(scores, { scale, question: 'How satisfied are you?' });

  it('70 of 100 in the two highest boxes are 70 %, likely between 60.4 and 78.1 (Wilson)', () => {
    const figure = given(ask({ answers: satisfied([...times(40, 5), ...times(30, 4), ...times(20, 3), ...times(10, 1)], '1-5') }));
    expect(figure.value).toBeCloseTo(0.7, 12);
    expect([figure.interval!.low, figure.interval!.high].map((end) => Math.round(end * 1000) / 10)).toEqual([60.4, 78.1]);
    expect(input(figure, 'mean-score')).toBeCloseTo(3.9, 12);
  });

  it.each([
    ['1-5', [3, 4, 5], 2],
    ['1-7', [5, 6, 7], 2],
    ['1-10', [8, 9, 10], 2],
    ['0-10', [8, 9, 10], 2],
    ['1-4', [2, 3, 4], 2],
  ] as const)('on %s the two highest boxes are the two highest points', (scale, scores, top) => {
    expect(input(given(ask({ answers: satisfied(scores, scale) })), 'satisfied')).toBe(top);
  });

  it('another question can be asked about by its words', () => {
    const room = answers([5, 1], { scale: '1-5', question: 'How was the room?' });
    const all = { answers: [...satisfied([5, 5, 5], '1-5'), ...room] };
    expect([given(ask(all)).value, given(ask(all, { question: 'How was the room?' })).value]).toEqual([1, 0.5]);
  });
});

describe('customer loyalty index', () => {
  const compute = (records: RecordLiteral[], params = {}) =>
    customerLoyaltyIndex.compute(shopTablesOf({ orders: [], records: { answers: records } }, VIEW.asOf), VIEW, {
      ...customerLoyaltyIndex.defaults,
      ...params,
    });
  const words = ['您愿意推荐我们吗？', '您会再次购买吗？', '您会买其他产品吗？'];
  const filled = (scores: readonly (number | null)[], scale: string, more: RecordLiteral = {}): RecordLiteral[] =>
    scores.flatMap((score, i) => (score === null ? [] : [{ person: 'a', date: '2024-03-05', score, scale, question: words[i]!, ...more }]));

  it('6, 7 and 8 make 7 of 10', () => {
    expect(given(compute(filled([6, 7, 8], '0-10')))).toMatchObject({ value: 7, n: 1 });
  });

  it.each([
    [1, 100],
    [6, 0],
  ])('on 1–6 an answer of %i is worth %i', (score, worth) => {
    expect(given(compute(filled([score, score, score], '1-6'))).value).toBe(worth);
    expect(given(compute(filled([score, score, score], '1-6'), { one: 'worst' })).value).toBe(100 - worth);
  });

  it('two answers are enough, one is not', () => {
    const figure = given(compute([...filled([null, 6, 8], '0-10'), ...filled([0, null, null], '0-10', { person: 'b' })]));
    expect([figure.value, figure.n, input(figure, 'single-answers')]).toEqual([7, 1, 1]);
    expect(compute(filled([9, null, null], '0-10'))).toEqual({ value: null, why: 'no-answers' });
  });

  it('a question that is worded otherwise can be named', () => {
    const odd = filled([6, null, 8], '0-10').concat({ person: 'a', date: '2024-03-05', score: 1, scale: '0-10', question: 'Q7' });
    expect(given(compute(odd, { questionAgain: 'Q7' })).value).toBe(5);
  });
});
