import { dayFromYmd } from '../../../terms/day';
import { waitFigure, waitSql } from './case-waits';
import { defineMetric, type ScalarMetric } from '../define';

interface Params {
  /** Hours within which an answer is in time, for the share beside the figure. */
  targetHours: number;
}

/**
 * Hours after which half of the cases opened in the view had their first answer.
 *
 * See `waitFigure`: open cases count for as long as they are known, and a case closed without a noted answer waited until then.
 */
export const firstResponseTime = defineMetric<Params, ScalarMetric<Params>>({
  id: 'first-response-time',
  family: 'service',
  unit: 'hours',
  shape: 'scalar',
  reads: ['feedback'],
  formula: 'min{t : S(t) ≤ ½}; S(t) = Π(1 − dᵢ / nᵢ) over waits from opening to first answer, open ones censored',
  source: {
    title: 'First Response Time',
    author: 'Geckoboard',
    year: 2026,
    where: 'https://www.geckoboard.com/learn/kpi-examples/customer-support-kpis/first-response-time/ (undated, read in 2026)',
  },
  defaults: { targetHours: 24 },
  sql: waitSql('answered'),
  compute({ records }, view, { targetHours }) {
    return waitFigure(records('feedback'), view, { end: 'answered', targetHours });
  },
  vectors: [
    {
      name: 'of three cases two were answered, after 2 and after 5 hours: half had an answer within 5',
      orders: [],
      records: {
        feedback: [
          { date: '2024-01-02T09:00', answered: '2024-01-02T11:00' },
          { date: '2024-01-03T09:00', answered: '2024-01-03T14:00' },
          { date: '2024-01-04T09:00', topic: 'late' },
        ],
      },
      view: january(),
      expected: 5,
    },
    {
      // Answered after 1 and 2 hours, two open since long: S = 3/4, 1/2. The mean of those answered would be 1.5.
      name: 'cases without an answer are not dropped: the median is 2 hours, not 1.5',
      orders: [],
      records: {
        feedback: [
          { date: '2024-01-02T09:00', answered: '2024-01-02T10:00' },
          { date: '2024-01-03T09:00', answered: '2024-01-03T11:00' },
          { date: '2024-01-04T09:00', topic: 'late' },
          { date: '2024-01-05T09:00', topic: 'late' },
        ],
      },
      view: january(),
      expected: 2,
    },
    {
      name: 'without a time of day the whole days count, and a case closed without an answer waited until then',
      orders: [],
      records: {
        feedback: [
          { date: '2024-01-02', answered: '2024-01-04' },
          { date: '2024-01-03T18:00', answered: '2024-01-06' },
          { date: '2024-01-04', closed: '2024-01-05' },
        ],
      },
      view: january(),
      expected: 48,
    },
    {
      name: 'an answer before the question is a mistake of the file and is left out',
      orders: [],
      records: {
        feedback: [
          { date: '2024-01-05', answered: '2024-01-04' },
          { date: '2024-01-05', answered: '2024-01-06' },
        ],
      },
      view: january(),
      expected: 24,
    },
    {
      name: 'where fewer than half were answered the median is not known',
      orders: [],
      records: {
        feedback: [
          { date: '2024-01-05', answered: '2024-01-06' },
          { date: '2024-01-05', topic: 'late' },
          { date: '2024-01-05', topic: 'late' },
        ],
      },
      view: january(),
      expected: null,
    },
  ],
});

function january() {
  return { from: dayFromYmd(2024, 1, 1), to: dayFromYmd(2024, 2, 1), asOf: dayFromYmd(2024, 1, 31) };
}
