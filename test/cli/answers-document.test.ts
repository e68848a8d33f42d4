import { expect, it } from 'vitest';
import { answersDocument, type AnswersSource } from '../../src/engine/answers-document';
import { contractOf } from '../../src/terms/contract';
import { dayFromYmd, ISO_CALENDAR } from '../../src/terms/day';
import { NO_CURRENCY } from '../../src/terms/money';
import { DEFAULT_PEOPLE_RULES } from '../../src/terms/people';
import type { Scalar, Table } from '../../src/terms/answer';

const table: Table = {
  columns: [
    { key: 'cohort', unit: 'period' },
    { key: 'size', unit: 'customers' },
    { key: 'p0', unit: 'money' },
  ],
  rows: [
    ['2024-01-01', 3, 1250],
    ['2024-02-01', 0, null],
  ],
  foot: [
    ['weighted-share', null, 0.5],
    ['weighted-base', null, 700],
  ],
};

const figure: Scalar = {
  value: 1250,
  n: 3,
  interval: { low: 1000, high: 1500, level: 0.95, method: 'wilson' },
  inputs: [
    { key: 'sales', value: 3750, unit: 'money' },
    { key: 'customers', value: 3, unit: 'customers' },
  ],
  variants: { median: { value: 1100, n: 3, inputs: [] }, other: { value: null, why: 'no-orders' } },
  trend: table,
  note: 'lifetime',
};

function documentOf(
  answers: AnswersSource['answers'],
  digits = 2,
  small: AnswersSource['small'] = 'given',
): ReturnType<typeof answersDocument> {
  const view = {
    from: dayFromYmd(2024, 1, 1),
    to: dayFromYmd(2024, 3, 1),
    asOf: dayFromYmd(2024, 2, 29),
    grain: 'month',
    refunds: 'behaviour',
  } as const;
  const contract = contractOf({
    view: { ...view, lapseDays: 90, calendar: ISO_CALENDAR },
    people: DEFAULT_PEOPLE_RULES,
    currency: NO_CURRENCY,
    rules: [],
  });
  const files: AnswersSource['files'] = [
    {
      name: 'a.csv',
      kind: 'orders',
      rows: 10,
      used: 7,
      counted: 7,
      leftOut: 3,
      parts: [
        { code: 'sale', rows: 6, worthMinor: 1 },
        { code: 'refund', rows: 1, worthMinor: -1 },
        { code: 'bad-date', rows: 3, worthMinor: 0 },
        { code: 'cancelled', rows: 0, worthMinor: 0 },
      ],
    },
  ];
  return answersDocument({
    provenance: { version: '1.2.3', contract, contractFingerprint: 'c0ffee', dataFingerprint: 'da7a' },
    small,
    view: { ...view, lapseDays: 90, calendar: ISO_CALENDAR },
    files,
    currency: { code: 'GBP', digits },
    answers,
  });
}

it('money is in major units wherever it stands: value, interval, inputs, variants, trend and foot; counts and shares stay', () => {
  const { answers } = documentOf([{ id: 'spend', unit: 'money', answer: figure }]);
  const trend = {
    ...table,
    rows: [
      ['2024-01-01', 3, 12.5],
      ['2024-02-01', 0, null],
    ],
    foot: [
      ['weighted-share', null, 0.5],
      ['weighted-base', null, 7],
    ],
  };
  expect(answers.spend).toEqual({
    value: 12.5,
    n: 3,
    unit: 'money',
    interval: { low: 10, high: 15, level: 0.95, method: 'wilson' },
    inputs: { sales: 37.5, customers: 3 },
    variants: { median: { value: 11, n: 3, unit: 'money', inputs: {} }, other: { value: null, why: 'no-orders' } },
    trend,
    note: 'lifetime',
  });
});

it('a currency without minor units is written as it is', () => {
  const { answers } = documentOf([{ id: 'spend', unit: 'money', answer: { value: 1250, n: 1, inputs: [] } }], 0);
  expect(answers.spend).toEqual({ value: 1250, n: 1, unit: 'money', inputs: {} });
});

it('an absent answer is a null with its reason', () => {
  expect(documentOf([{ id: 'x', unit: 'ratio', answer: { value: null, why: 'no-customers' } }]).answers.x).toEqual({
    value: null,
    why: 'no-customers',
  });
});

it('files count used and rejected rows by reason, and the view says its days', () => {
  const { app, version, currency, files, view } = documentOf([]);
  expect({ app, version, currency }).toEqual({ app: 'liuke', version: '1.2.3', currency: 'GBP' });
  expect(files).toEqual([{ name: 'a.csv', kind: 'orders', rowsRead: 10, rowsUsed: 7, rowsRejected: 3, rejectedBy: { 'bad-date': 3 } }]);
  expect(view).toEqual({
    from: '2024-01-01',
    to: '2024-03-01',
    asOf: '2024-02-29',
    grain: 'month',
    refunds: 'behaviour',
    lapseDays: 90,
    weekStart: 1,
    yearStart: 1,
  });
});

it('the definitions and the data have their fingerprints on it', () => {
  const { contract, data } = documentOf([]);
  expect({ ...contract, terms: contract.terms.refunds }).toEqual({ version: 1, fingerprint: 'c0ffee', terms: 'lower-their-order' });
  expect(data).toEqual({ fingerprint: 'da7a' });
});

it('what rests on fewer than five is withheld with all that it was made from; counts stay', () => {
  const rate: Scalar = { value: 0.5, n: 4, inputs: [{ key: 'base', value: 4, unit: 'customers' }], trend: table };
  const answers = [
    { id: 'rate', unit: 'ratio', answer: rate },
    { id: 'many', unit: 'ratio', answer: { ...rate, n: 5, variants: { other: { value: 1, n: 2, inputs: [] } } } },
    { id: 'customers', unit: 'customers', answer: { value: 3, n: 3, inputs: [] } },
    { id: 'cohorts', unit: 'ratio', answer: table },
  ] as const satisfies AnswersSource['answers'];
  const told = documentOf(answers, 2, 'withheld').answers;
  expect(told.rate).toEqual({ value: null, why: 'suppressed', n: 4 });
  expect(told.many).toMatchObject({ value: 0.5, variants: { other: { value: null, why: 'suppressed', n: 2 } } });
  expect(told.many).toMatchObject({
    trend: {
      rows: [
        ['2024-01-01', 3, null],
        ['2024-02-01', 0, null],
      ],
    },
  });
  expect(told.customers).toMatchObject({ value: 3 });
  expect(told.cohorts).toMatchObject({
    rows: [
      ['2024-01-01', 3, null],
      ['2024-02-01', 0, null],
    ],
    foot: [
      ['weighted-share', null, 0.5],
      ['weighted-base', null, 7],
    ],
  });
  expect(documentOf(answers).answers.rate).toMatchObject({ value: 0.5 });
});

it('the source is not changed', () => {
  const before = structuredClone(figure);
  documentOf([{ id: 'spend', unit: 'money', answer: figure }]);
  expect(figure).toEqual(before);
});
