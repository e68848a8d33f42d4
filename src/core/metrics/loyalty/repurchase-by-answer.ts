import type { Cell } from '../../../terms/answer';
import { dayFromYmd } from '../../../terms/day';
import type { View } from '../../../terms/view';
import { NO_DAY, NONE } from '../../columns/batch';
import type { OrderTable } from '../../columns/order-table';
import { wilson } from '../../stats/wilson';
import type { ShopTables } from '../../tables/shop-tables';
import { defineMetric, type TableMetric } from '../define';
import { absent, counted, countFigure, shareFigure } from '../figure';
import { recommendAnswers } from '../voice/recommend-answers';
import { RECOMMEND_SQL } from '../voice/recommend-sql';
import { SURVEY_DEFAULTS, type SurveyParams } from '../voice/survey-answers';
import type { Promotion } from '../voice/survey-picks';

interface Params extends SurveyParams {
  /** Days after the answer within which an order counts. */
  withinDays: number;
}

const BANDS: readonly Promotion[] = ['promoter', 'passive', 'detractor'];

/**
 * Of the customers who answered whether they would recommend the shop, by band of their answer: the share who ordered on a later day within
 * h days after it.
 *
 * By the first answer in the view of each customer who had ordered up to that day; counted are those known for h days after it. An answer
 * without a day cannot be followed. `share`, `low` and `high` are null where nobody was followed. The bands differ in more than their
 * answers. No rows where nobody answered. Cost: n log n in the answers and one pass over the orders of who answered.
 */
export const repurchaseByAnswer = defineMetric<Params, TableMetric<Params>>({
  id: 'repurchase-by-answer',
  family: 'loyalty',
  unit: 'ratio',
  shape: 'table',
  fraction: ['ordered-since', 'followed-answer'],
  reads: ['answers'],
  formula:
    '|{c : an order on a day in (t, t + h]}| / |{c : asOf − t ≥ h}|; t = day of the first answer of c, c ordered up to t; by band of the answer',
  source: {
    title: 'The One Number You Need to Grow',
    author: 'F. F. Reichheld, Harvard Business Review 81 (12)',
    year: 2003,
    where: 'https://hbr.org/2003/12/the-one-number-you-need-to-grow',
  },
  defaults: { ...SURVEY_DEFAULTS, withinDays: 90 },
  sql: `-- $period: first day of the period, NULL for the whole view; $question and $survey: '' for those that are recognised;
-- $wave: 'period' or 'survey', within which a respondent counts once
${RECOMMEND_SQL}, answered AS (
  SELECT person, day AS answer_day, score, row_number() OVER (PARTITION BY person ORDER BY day, record) AS nth
  FROM counted WHERE person IS NOT NULL AND day IS NOT NULL
), of_customers AS (
  SELECT CASE WHEN score >= 9 THEN 'promoter' WHEN score >= 7 THEN 'passive' ELSE 'detractor' END AS band,
    CAST($as_of AS DATE) - answer_day >= CAST($within_days AS INTEGER) AS followed,
    coalesce(bool_or(orders.day > answer_day AND orders.day <= answer_day + CAST($within_days AS INTEGER)), false) AS again
  FROM answered JOIN orders ON orders.customer = answered.person AND orders.day <= $as_of
  WHERE nth = 1
  GROUP BY person, answer_day, score
  HAVING min(orders.day) <= answer_day
), bands AS (
  SELECT * FROM (VALUES (1, 'promoter'), (2, 'passive'), (3, 'detractor')) AS bands(place, band)
), counts AS (
  SELECT place, bands.band, count(of_customers.band) AS customers, count(*) FILTER (WHERE followed) AS n,
    count(*) FILTER (WHERE followed AND again) AS k
  FROM bands LEFT JOIN of_customers ON of_customers.band = bands.band
  GROUP BY place, bands.band
), ranges AS (
  SELECT *, k / nullif(n, 0) AS p, 1.959963984540054 * 1.959963984540054 / nullif(n, 0) AS z2 FROM counts
)
SELECT band, customers, n AS followed, k AS again, p AS share,
  CASE WHEN n = 0 THEN NULL WHEN k = 0 THEN 0
    ELSE (p + z2 / 2 - 1.959963984540054 * sqrt((p * (1 - p) + z2 / 4) / n)) / (1 + z2) END AS low,
  CASE WHEN n = 0 THEN NULL WHEN k = n THEN 1
    ELSE (p + z2 / 2 + 1.959963984540054 * sqrt((p * (1 - p) + z2 / 4) / n)) / (1 + z2) END AS high
FROM ranges
WHERE (SELECT sum(customers) FROM counts) > 0
ORDER BY place`,
  compute(tables, view, params) {
    const bands = byBand(tables, view, params);
    const rowOf = (band: Promotion): Cell[] => {
      const { all, followed, again } = bands[band];
      const range = followed.length > 0 ? wilson(again.length, followed.length) : null;
      const share = followed.length > 0 ? again.length / followed.length : null;
      return [band, all.length, followed.length, again.length, share, range?.low ?? null, range?.high ?? null];
    };
    return {
      columns: [
        { key: 'band', unit: 'text' },
        { key: 'customers', unit: 'customers' },
        { key: 'followed', unit: 'customers' },
        { key: 'again', unit: 'customers' },
        { key: 'share', unit: 'ratio' },
        { key: 'low', unit: 'ratio' },
        { key: 'high', unit: 'ratio' },
      ],
      rows: BANDS.some((band) => bands[band].all.length > 0) ? BANDS.map(rowOf) : [],
    };
  },
  cell(tables, view, params, at) {
    const band = BANDS.find((one) => one === at.row);
    if (!band) return absent('no-answers');
    const { all, followed, again } = byBand(tables, view, params)[band];
    if (at.column === 'customers') return countFigure('answered-so', all);
    if (at.column === 'followed') return countFigure('followed-answer', followed);
    if (at.column === 'again') return countFigure('ordered-since', again);
    if (followed.length === 0) return absent('not-followed');
    const answered = counted('answered-so', all);
    const figure = shareFigure(counted('ordered-since', again), counted('followed-answer', followed), [answered]);
    return at.column === 'low' || at.column === 'high' ? { ...figure, value: figure.interval![at.column], inputs: [answered] } : figure;
  },
  vectors: [
    {
      // a orders again 10 days after a 10, b does not; c, a 7, is known for 20 days only; d, a 2, orders again after 31 days.
      name: 'one of two promoters ordered again within 30 days; the passive one is not known for so long',
      orders: [
        { customer: 'a', day: '2024-01-01', net: 100 },
        { customer: 'a', day: '2024-03-15', net: 100 },
        { customer: 'b', day: '2024-01-01', net: 100 },
        { customer: 'b', day: '2024-03-05', net: 100 },
        { customer: 'c', day: '2024-01-01', net: 100 },
        { customer: 'd', day: '2024-01-01', net: 100 },
        { customer: 'd', day: '2024-04-05', net: 100 },
      ],
      records: { answers: [...asked({ a: 10, b: 9, d: 2 }), { ...asked({ c: 7 })[0]!, date: '2024-04-01' }] },
      view: { from: dayFromYmd(2024, 1, 1), asOf: dayFromYmd(2024, 4, 21) },
      params: { withinDays: 30 },
      expected: [
        ['promoter', 2, 2, 1, 1 / 2, wilson(1, 2).low, wilson(1, 2).high],
        ['passive', 1, 0, 0, null, null, null],
        ['detractor', 1, 1, 0, 0, 0, wilson(0, 1).high],
      ],
    },
    {
      name: 'who answered before the first order is not among those who could come back',
      orders: [
        { customer: 'a', day: '2024-03-06', net: 100 },
        { customer: 'b', day: '2024-03-05', net: 100 },
      ],
      records: { answers: asked({ a: 10, b: 10 }) },
      view: { from: dayFromYmd(2024, 1, 1), asOf: dayFromYmd(2024, 6, 21) },
      expected: [
        ['promoter', 1, 1, 0, 0, 0, wilson(0, 1).high],
        ['passive', 0, 0, 0, null, null, null],
        ['detractor', 0, 0, 0, null, null, null],
      ],
    },
    { name: 'without answers there are no rows', orders: [{ customer: 'a', day: '2024-03-06', net: 100 }], view: {}, expected: [] },
  ],
});

/** An answer of each person on 5 March 2024. */
function asked(scores: Record<string, number>) {
  return Object.entries(scores).map(([person, score]) => ({
    person,
    date: '2024-03-05',
    score,
    scale: '0-10',
    question: 'Would you recommend us?',
  }));
}

interface Band {
  all: Uint32Array;
  followed: Uint32Array;
  again: Uint32Array;
}

function byBand(tables: ShopTables, view: View, params: Params): Record<Promotion, Band> {
  const { orders } = tables;
  const table = tables.records('answers');
  const { rows, promotion } = recommendAnswers(table, view, params);
  const first = firstByPerson(table.person, table.day, rows);
  const ordered = [...first].filter(([c, row]) => hasOrderUpTo(orders, c, table.day[row]!)).sort(([a], [b]) => a - b);
  const bandOf = (band: Promotion): Band => {
    const own = ordered.filter(([, row]) => promotion(row) === band);
    const followed = own.filter(([, row]) => view.asOf - table.day[row]! >= params.withinDays);
    const again = followed.filter(([c, row]) => hasOrderWithin(orders, c, table.day[row]!, params.withinDays));
    const who = (list: typeof own): Uint32Array => Uint32Array.from(list, ([c]) => c);
    return { all: who(own), followed: who(followed), again: who(again) };
  };
  return { promoter: bandOf('promoter'), passive: bandOf('passive'), detractor: bandOf('detractor') };
}

/** The first answer with a day of each known person: row by person. */
function firstByPerson(person: Uint32Array, day: Int32Array, rows: Uint32Array): Map<number, number> {
  const first = new Map<number, number>();
  for (const row of rows) {
    if (person[row] === NONE || day[row] === NO_DAY) continue;
    const other = first.get(person[row]!);
    if (other === undefined || day[row]! < day[other]!) first.set(person[row]!, row);
  }
  return first;
}

function hasOrderUpTo({ customers, first, day }: OrderTable, c: number, to: number): boolean {
  return c < customers && first[c]! < first[c + 1]! && day[first[c]!]! <= to;
}

function hasOrderWithin({ first, day }: OrderTable, c: number, from: number, withinDays: number): boolean {
  for (let i = first[c]!; i < first[c + 1]!; i++) if (day[i]! > from && day[i]! <= from + withinDays) return true;
  return false;
}
