import { describe, expect, it } from 'vitest';
import { guessScale } from '../../../src/intake/meaning/score-scale';

const NPS = 'How likely are you to recommend us?';
const CSAT = 'How satisfied are you?';
const counts = (numbers: readonly number[], times = 5): Map<number, number> => new Map(numbers.map((number) => [number, times]));
const to = (high: number, low = 1): number[] => Array.from({ length: high - low + 1 }, (_, i) => i + low);

describe('the scale of a question', () => {
  it.each([
    ['0 to 10 with a 0 is 0 to 10 whatever is asked', 'score', to(10, 0), '0-10', false],
    ['recommending with a 0 is 0 to 10', NPS, to(10, 0), '0-10', false],
    ['recommending from 1 to 10, many of them 1, is asked', NPS, to(10), '0-10', true],
    ['recommending from 3 to 10 is 0 to 10', NPS, to(10, 3), '0-10', false],
    ['satisfaction from 1 to 10 is 1 to 10', CSAT, to(10), '1-10', false],
    ['a score from 1 to 10 without more words is asked', 'score', to(10), '0-10', true],
    ['recommending with nothing above 5 is asked', NPS, to(5), '0-10', true],
    ['0 to 10 by name with nothing above 5 is asked', 'Rate us on a scale of 0 to 10', to(5, 0), '0-10', true],
    ['satisfaction from 1 to 5 is 1 to 5', CSAT, to(5), '1-5', false],
    ['a rating from 1 to 5 is 1 to 5', 'review_score', to(5), '1-5', false],
    ['satisfaction from 1 to 7 is 1 to 7', CSAT, to(7), '1-7', false],
    ['from 1 to 7 without more words is asked', 'score', to(7), '1-7', true],
    ['0 to 5 may be 0 to 10', 'score', to(5, 0), '0-5', true],
    ['the wording names 1 to 7', 'Rate us from 1 to 7', to(5), '1-7', false],
    ['the wording names 1–10 in Chinese', '请打分（1～10分）', to(10), '1-10', false],
    ['推荐 asks for 0 to 10', '您有多大可能推荐我们？', to(10, 2), '0-10', false],
    ['满意 from 1 to 5', '您的满意度', to(5), '1-5', false],
    ['percent of satisfaction', 'Satisfaction in %', [20, 55, 90], '0-100', false],
    ['ages are no scale', 'How old are you?', [23, 41, 67], 'text', false],
  ] as const)('%s', (_, question, numbers, scale, ask) => {
    const guess = guessScale(question, counts(numbers));
    expect([guess.scale, guess.ask]).toEqual([scale, ask]);
    expect(guess.fits[0]).toBe(scale);
    if (ask) expect(guess.fits.length).toBeGreaterThan(1);
  });

  it('one wrong number among a hundred does not change it', () => {
    expect(guessScale(CSAT, new Map([...counts(to(5), 40), [99, 1], [0, 1]])).scale).toBe('1-5');
  });
});
