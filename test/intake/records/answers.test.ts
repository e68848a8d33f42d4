import { describe, expect, it } from 'vitest';
import type { ImportPlan } from '../../../src/terms/plan';
import { hasData, partsAsRecord, rolesByHeader, stage, stageData, withRoles } from '../helpers';
import { countsOf, recordsOf, texts } from './records-of';

const column = (name: string, cells: readonly (string | number)[]): string =>
  `email,${name}\n${cells.map((cell, i) => `p${i}@x.org,${cell}`).join('\n')}\n`;

describe('answers', () => {
  it('one row per respondent: each column of scores or texts is a question, and 0 is an answer where a blank is none', async () => {
    const file = await stage(
      'email,submitted at,How likely are you to recommend us?,How satisfied are you?,Why?\n' +
        'a@x.org,2025-03-01,10,5,fine\nb@x.org,2025-03-02,0,,\nc@x.org,2025-03-03,,3,\nd@x.org,2025-03-04,,,\n',
    );
    const { preview, records } = recordsOf(file);
    expect(Object.values(rolesByHeader(file.plan))).toEqual(['email', 'date', 'score', 'score', 'comment']);
    expect(partsAsRecord(preview.parts)).toEqual({ record: [3, 0], 'no-answer': [1, 0] });
    expect(texts(records, 'email')).toEqual(['a@x.org', 'a@x.org', 'a@x.org', 'b@x.org', 'c@x.org']);
    expect(texts(records, 'score')).toEqual([10, 5, null, 0, 3]);
    expect(texts(records, 'scale')).toEqual(['0-10', '1-5', null, '0-10', '1-5']);
    expect(texts(records, 'comment')).toEqual([null, null, 'fine', null, null]);
    expect(texts(records, 'question')[4]).toBe('How satisfied are you?');
    expect([...records.line]).toEqual([2, 2, 2, 3, 4]);
    expect(countsOf(preview.counts)).toEqual({ respondents: 3, answers: 5, questions: 3, comments: 1, 'scale-0-10': 2, 'scale-1-5': 2 });
  });

  it('one row per question: score and text of a row are one answer, and each question has a scale of its own', async () => {
    const file = await stage(
      'respondent id,question,answer,comment\n1,How likely to recommend us?,9,great\n1,How satisfied are you?,4,\n2,How likely to recommend us?,0,\n2,How satisfied are you?,9,\n2,What did you buy?,Tea,\n3,,4,\n',
    );
    const { preview, records } = recordsOf(withKind(file), { ...file.plan, scales: { 'How satisfied are you?': '1-5' } });
    expect(texts(records, 'score')).toEqual([9, 4, 0, null]);
    expect(texts(records, 'comment')).toEqual(['great', null, null, 'Tea']);
    expect(texts(records, 'scale')).toEqual(['0-10', '1-5', '0-10', null]);
    expect(partsAsRecord(preview.parts)).toEqual({ record: [4, 0], 'score-out-of-range': [1, 0], 'no-answer': [1, 0] });
    expect(preview.scales.map(({ question, scale, answers, outside }) => [question, scale, answers, outside])).toEqual([
      ['How likely to recommend us?', '0-10', 2, 0],
      ['How satisfied are you?', '1-5', 1, 1],
      ['What did you buy?', 'text', 0, 0],
    ]);
  });

  it('a row with one answer outside its scale and one on it is used, and the first is counted as left out', async () => {
    const file = await stage(
      `email,How satisfied are you? (1-5),Why?\n${Array.from({ length: 60 }, (_, i) => `p${i}@x.org,${(i % 5) + 1},ok`).join('\n')}\nz@x.org,7,bad\ny@x.org,8,\n`,
    );
    const { preview, records } = recordsOf(file);
    expect(partsAsRecord(preview.parts)).toEqual({ record: [61, 0], 'score-out-of-range': [1, 0] });
    expect(countsOf(preview.counts)).toMatchObject({ answers: 121, 'answers-left-out': 1, 'scale-1-5': 60 });
    expect(texts(records, 'comment').filter((text) => text === 'bad')).toHaveLength(1);
    expect(preview.columns[1]!.remark).toMatchObject({ code: 'score-outside', facts: { count: 2, low: 1, high: 5 } });
  });

  it.each([
    ['Strongly disagree,Disagree,Neutral,Agree,Strongly agree', [1, 2, 3, 4, 5], '1-5'],
    [
      'Strongly disagree,Disagree,Somewhat disagree,Neither agree nor disagree,Somewhat agree,Agree,Strongly agree',
      [1, 2, 3, 4, 5, 6, 7],
      '1-7',
    ],
    ['Very dissatisfied,Satisfied,Very satisfied,N/A', [1, 4, 5], '1-5'],
    ['非常满意,满意,一般,不满意,非常不满意', [5, 4, 3, 2, 1], '1-5'],
    ['非常滿意,滿意,普通,不滿意,非常不滿意', [5, 4, 3, 2, 1], '1-5'],
    ['sehr zufrieden,zufrieden,unzufrieden', [5, 4, 2], '1-5'],
    ['Poor,Fair,Good,Very good,Excellent', [1, 2, 3, 4, 5], '1-5'],
    ['Very unlikely,Unlikely,Neutral,Likely,Very likely', [1, 2, 3, 4, 5], '1-5'],
    ['0 - Not at all likely,5,10 - Extremely likely', [0, 5, 10], '0-10'],
    ['1.非常不满意,3.一般,5.非常满意', [1, 3, 5], '1-5'],
    ['4/5,2/5', [4, 2], '1-5'],
    ['★★★★☆,★☆☆☆☆', [4, 1], '1-5'],
    ['5 stars,1 star', [5, 1], '1-5'],
    ['9分,10分,0分', [9, 10, 0], '0-10'],
  ])('words stand for numbers: %s', async (words, numbers, scale) => {
    const file = await stage(column('What do you think of us?', words.split(',')));
    const { records } = recordsOf(file);
    expect(texts(records, 'score')).toEqual(numbers);
    expect(new Set(texts(records, 'scale'))).toEqual(new Set([scale]));
  });

  it('which word stands for which number is shown', async () => {
    const file = await stage(column('The staff was helpful', ['Agree', 'Neutral', 'Strongly agree']));
    const { preview } = recordsOf(file);
    expect(preview.columns[1]!.examples.map(({ raw, read }) => [raw, read])).toEqual([['Agree', 4], ['Neutral', 3], ['Strongly agree', 5]]); // prettier-ignore
    expect(preview.scales[0]!.words).toEqual([{ word: 'Neutral', score: 3 }, { word: 'Agree', score: 4 }, { word: 'Strongly agree', score: 5 }]); // prettier-ignore
    expect(preview.columns[1]!.remark?.code).toBe('scale-words');
  });

  it('a text box in which people write "ok" and "good" among other words stays a text', async () => {
    const file = await stage(column('Any comment?', ['ok', 'good', 'the tea was cold', 'come back soon', 'nice staff']));
    expect(file.plan.roles[1]).toBe('comment');
  });

  it('a survey of nobody is kept: each row is a respondent', async () => {
    const { preview } = recordsOf(await stage('timestamp,nps\n2025-03-01,9\n2025-03-02,3\n'));
    expect(countsOf(preview.counts)).toMatchObject({ respondents: 2, answers: 2 });
    expect(preview.questions).toEqual([]);
  });

  it('the scale that the user chooses decides what is left out, and text makes them texts', async () => {
    const file = await stage(column('Score?', [1, 3, 5, 7, 10]));
    const with1to5: ImportPlan = { ...file.plan, scales: { 'Score?': '1-5' } };
    expect(partsAsRecord(file.preview(with1to5).parts)).toEqual({ record: [3, 0], 'score-out-of-range': [2, 0] });
    expect(file.preview(with1to5).scales[0]).toMatchObject({ scale: '1-5', ask: false, answers: 3, outside: 2 });
    const { records } = recordsOf(file, { ...file.plan, scales: { 'Score?': 'text' } });
    expect(texts(records, 'comment')).toEqual(['1', '3', '5', '7', '10']);
  });

  it('without a question it is asked where the answers stand', async () => {
    const file = await stage('respondent id,collector id,survey\n1,2,A\n');
    const plan = withRoles(file.plan, { 0: 'customer' });
    expect(file.preview({ ...plan, kind: 'answers' }).questions).toContain('role-score');
  });

  it.runIf(hasData('nps/sudzilla_survey_1.csv'))('real surveys: promoters and detractors are those of the printed figures', async () => {
    const shares = async (path: string, question: number, changes: Partial<ImportPlan> = {}): Promise<[number, number, number]> => {
      const file = await stageData(path);
      const { records } = recordsOf(file, { ...file.plan, ...changes });
      const asked = file.preview(file.plan).scales[question]!.question;
      const scores = texts(records, 'score').filter((_, i) => texts(records, 'question')[i] === asked) as number[];
      return [scores.filter((score) => score >= 9).length, scores.filter((score) => score <= 6).length, scores.length];
    };
    expect(await shares('nps/sudzilla_survey_1.csv', 0, { dateOrder: 'mdy' })).toEqual([8, 22, 39]);
    expect(await shares('nps/sudzilla_survey_2.csv', 0)).toEqual([8, 22, 39]);
    expect(await shares('nps/nashville_nps_first20.csv', 0)).toEqual([4, 14, 20]);
    expect(await shares('export-shapes/surveymonkey-two-row-header.csv', 1)).toEqual([4, 2, 10]);
  });

  it.runIf(hasData('olist-sample/olist_order_reviews_dataset.csv'))(
    'real reviews: 3,986 scores with the printed distribution, told apart by their order',
    async () => {
      const { preview, records } = recordsOf(await stageData('olist-sample/olist_order_reviews_dataset.csv'));
      const scores = texts(records, 'score').filter((score) => score !== null);
      expect([1, 2, 3, 4, 5].map((score) => scores.filter((one) => one === score).length)).toEqual([454, 137, 337, 765, 2293]);
      expect(preview.scales.map(({ scale, ask }) => [scale, ask])).toEqual([['1-5', false]]);
      expect(texts(records, 'order')[0]).toBe('cb1d3422684cab64f603f1b70a68e2ef');
    },
  );
});

/** The file itself; its plan names the kind. */
function withKind<T extends { plan: ImportPlan }>(file: T): T {
  expect(file.plan.kind).toBe('answers');
  return file;
}
