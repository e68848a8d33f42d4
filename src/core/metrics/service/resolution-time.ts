import { dayFromYmd } from '../../../terms/day';
import { waitFigure, waitSql } from './case-waits';
import { defineMetric, type ScalarMetric } from '../define';

interface Params {
  /** Hours within which a case is in time, for the share beside the figure. */
  targetHours: number;
}

/**
 * Hours after which half of the cases opened in the view were closed.
 *
 * See `waitFigure`: open cases count for as long as they are known, so it is never the mean of those that are closed.
 */
export const resolutionTime = defineMetric<Params, ScalarMetric<Params>>({
  id: 'resolution-time',
  family: 'service',
  unit: 'hours',
  shape: 'scalar',
  reads: ['feedback'],
  formula: 'min{t : S(t) ≤ ½}; S(t) = Π(1 − dᵢ / nᵢ) over waits from opening to closing, open ones censored',
  source: {
    title: 'Nonparametric Estimation from Incomplete Observations',
    author: 'E. L. Kaplan, P. Meier',
    year: 1958,
    where: 'Journal of the American Statistical Association 53 (282), 457–481',
  },
  defaults: { targetHours: 72 },
  sql: waitSql('closed'),
  compute({ records }, view, { targetHours }) {
    return waitFigure(records('feedback'), view, { end: 'closed', targetHours });
  },
  vectors: [
    {
      // Closed after 1, 3 and 4 days, open for 2 and 5: the toy of the estimate, S = .8, .8, .5333, .2667.
      name: 'of five cases two are still open: half are solved after 4 days, and the three that are closed took 2.7 on average',
      orders: [],
      records: {
        feedback: [
          { date: '2024-01-01', closed: '2024-01-02' },
          { date: '2024-01-01', closed: '2024-01-04' },
          { date: '2024-01-01', closed: '2024-01-05' },
          { date: '2024-01-29', topic: 'late' },
          { date: '2024-01-26', topic: 'late' },
        ],
      },
      view: january(),
      expected: 96,
    },
    {
      name: 'times of day count to the minute',
      orders: [],
      records: { feedback: [{ date: '2024-01-02T09:00', closed: '2024-01-03T10:30' }] },
      view: january(),
      expected: 25.5,
    },
    {
      name: 'what was closed after the last day known is open on it',
      orders: [],
      records: {
        feedback: [
          { date: '2024-01-30', closed: '2024-01-31' },
          { date: '2024-01-30', topic: 'late', closed: '2024-02-03' },
          { date: '2024-01-30', topic: 'late', closed: '2024-02-04' },
        ],
      },
      view: january(),
      expected: null,
    },
    {
      name: 'without cases there is no time',
      orders: [],
      view: january(),
      expected: null,
    },
  ],
});

function january() {
  return { from: dayFromYmd(2024, 1, 1), to: dayFromYmd(2024, 2, 1), asOf: dayFromYmd(2024, 1, 31) };
}
