import { describe, expect, it } from 'vitest';
import type { QuestionCard } from '../../../src/engine/protocol';
import type { Scalar } from '../../../src/terms/answer';
import { scoreEnds, scoreLine, type ScorePoint } from '../../../src/ui/charts/score-line';
import { tokensWith } from '../../../src/ui/charts/tokens';
import { listedRecords } from '../../../src/ui/reading/figure-words';
import { languageOf } from '../../../src/ui/voice/language-of';
import { isSameQuestion, pickedQuestion, pickedSatisfaction } from '../../../src/ui/voice/picked-question';
import { silentDays } from '../../../src/ui/voice/voice-lists';
import { answerTrend, lastChange } from '../../../src/ui/voice/voice-trend';

const COLUMNS = ['period', 'answers', 'promoters', 'passives', 'detractors', 'score', 'low', 'high', 'complete'];
function score(rows: (string | number | null)[][], inputs: Scalar['inputs'] = []): Scalar {
  return { value: 0, n: 1, inputs, trend: { columns: COLUMNS.map((key) => ({ key, unit: 'number' })), rows } };
}
const card = (text: string, scale: string, asks: QuestionCard['asks'], answers = 10): QuestionCard => ({
  text,
  scale,
  asks,
  answers,
  mean: 5,
});

describe('the trend of a score', () => {
  const rows = [
    ['2024-01-01', 20, 10, 5, 5, 25, 0, 50, 1],
    ['2024-02-01', 0, 0, 0, 0, null, null, null, 1],
    ['2024-03-01', 30, 5, 5, 20, -50, -80, -20, 1],
    ['2024-04-01', 4, 4, 0, 0, 100, null, null, 0],
  ];

  it('leaves out periods in which nobody answered', () => {
    expect(answerTrend(score(rows)).map((point) => [point.iso, point.upper, point.lower, point.value])).toEqual([
      ['2024-01-01', 10, 5, 25],
      ['2024-03-01', 5, 20, -50],
      ['2024-04-01', 4, 0, 100],
    ]);
    expect(answerTrend(null)).toEqual([]);
  });

  it.each([
    [-2.1, 'fell'],
    [2.1, 'rose'],
    [1.9, 'same'],
  ])('with a difference of %f standard errors it %s', (value, direction) => {
    const figure = score(rows, [{ key: 'nps-change-z', value, unit: 'number' }]);
    const change = lastChange(figure, answerTrend(figure));
    expect([change?.earlier.iso, change?.later.iso, change?.direction]).toEqual(['2024-01-01', '2024-03-01', direction]);
  });

  it('says nothing of a change that the metric could not tell', () => {
    expect(lastChange(score(rows), answerTrend(score(rows)))).toBeNull();
  });

  it('is drawn on an axis that holds 0 and every range', () => {
    const point = (value: number | null, low: number | null, high: number | null): ScorePoint => ({
      tick: '',
      value,
      low,
      high,
      complete: true,
      picked: false,
    });
    expect(scoreEnds([point(25, 0, 50), point(-50, -80, -20)])).toEqual({ low: -100, high: 50, step: 50 });
    expect(scoreEnds([point(20, 10, 30)])).toEqual({ low: 0, high: 30, step: 10 });
    const drawn = scoreLine([point(null, null, null), point(20, 10, 30)], { low: 0, high: 30, step: 10 }, String, tokensWith('sans'));
    const series = drawn.series as { name: string; data: unknown[] }[];
    expect(series.find(({ name }) => name === 'range')?.data).toEqual([null, 20]);
  });
});

describe('the question that is spoken of', () => {
  const said = [card('Would you recommend us?', '0-10', 'recommend'), card('How satisfied are you?', '1-5', 'satisfied', 30)];
  const rated = [card('How would you rate us?', '0-10', 'satisfied', 39), card('And the room?', '0-10', 'satisfied', 38)];
  const nps = score([]);
  const chosen = { nps: '', csat: '' };

  it('needs no words when it says itself that it asks for a recommendation', () => {
    expect(pickedQuestion({ nps, chosen, questions: said })).toBe('');
    expect(isSameQuestion({ nps, chosen, questions: said })).toBe(false);
  });

  it('is quoted when it was taken for want of a plainer one, or chosen', () => {
    expect(pickedQuestion({ nps, chosen, questions: rated })).toBe('How would you rate us?');
    expect(pickedQuestion({ nps, chosen: { ...chosen, nps: 'And the room?' }, questions: rated })).toBe('And the room?');
  });

  it('is not read twice: as a score and as satisfaction', () => {
    expect(isSameQuestion({ nps, chosen, questions: rated })).toBe(true);
    expect(isSameQuestion({ nps, chosen: { ...chosen, csat: 'And the room?' }, questions: rated })).toBe(false);
    expect(pickedSatisfaction({ chosen, questions: said })).toBe('How satisfied are you?');
  });
});

describe('the records that a drawer lists', () => {
  const figure: Scalar = {
    value: 1,
    n: 3,
    inputs: [
      { key: 'answers', value: 3, unit: 'answers' },
      { key: 'satisfied', value: 2, unit: 'answers' },
      { key: 'answered-again', value: 0, unit: 'answers' },
      { key: 'customers', value: 3, unit: 'customers' },
    ],
  };

  it('are those that were asked for, else those above the line of a fraction, else the first', () => {
    const plain = { id: 'x' };
    expect(listedRecords(plain, figure, 'satisfied')?.key).toBe('satisfied');
    expect(listedRecords({ id: 'x', fraction: ['satisfied', 'answers'] }, figure, '')?.key).toBe('satisfied');
    expect(listedRecords(plain, figure, 'customers')?.key).toBe('answers');
    expect(listedRecords(plain, { ...figure, inputs: figure.inputs.slice(2) }, 'answered-again')).toBeNull();
  });
});

describe('promoters who have gone silent', () => {
  it('were silent when the orders end: days that no file of orders knows make nobody silent', () => {
    expect([silentDays(89, 20_000, 20_000), silentDays(89, 20_171, 20_000), silentDays(89, 19_900, 20_000)]).toEqual([89, 260, 89]);
  });
});

describe('the language of a text', () => {
  it.each([
    ['送货太慢', 'zh'],
    ['配送が遅い', 'ja'],
    ['배송이 느려요', 'ko'],
    ['late again', ''],
  ])('%s: %s', (text, language) => {
    expect(languageOf(text)).toBe(language);
  });
});
