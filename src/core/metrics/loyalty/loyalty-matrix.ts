import type { Cell } from '../../../terms/answer';
import { dayFromYmd } from '../../../terms/day';
import { defineMetric, type TableMetric } from '../define';
import { absent, counted, countFigure, shareFigure } from '../figure';
import { LOYALTY_CELLS, loyaltyKind, loyaltyPeople, type LoyaltyCell, type LoyaltyParams } from './loyalty-kinds';
import { peopleCounted, recordsCounted } from '../record-input';
import { RECOMMEND_SQL } from '../voice/recommend-sql';
import { SURVEY_DEFAULTS } from '../voice/survey-answers';

/**
 * What respondents say against what they do: promoter or not, still buying or lapsed, at full price or mostly on discount.
 *
 * Eight rows, each with its name (loyalty-kinds.ts), its customers and their share of all respondents with a purchase; the eight add up to
 * them. The foot holds who is in none: customers who gave no answer, respondents without a purchase, answers of nobody known. A respondent
 * counts by the latest answer in the view to the question of `net-promoter-score`; lapsed is who has not ordered within the view's lapse
 * window; on discount is who bought half of the orders so, or the share that `discountShare` says. No rows without such respondents. A kind
 * may be asked for as a row is: its cells together. Cost: a pass over orders, n log n in the answers.
 */
export const loyaltyMatrix = defineMetric<LoyaltyParams, TableMetric<LoyaltyParams>>({
  id: 'loyalty-matrix',
  family: 'loyalty',
  unit: 'customers',
  shape: 'table',
  fraction: ['in-cell', 'respondents-bought'],
  reads: ['answers'],
  formula: '(answer ≥ 9) × (asOf − last order < d) × (orders on discount / orders ≥ s)',
  source: {
    title: 'Customer Loyalty: Toward an Integrated Conceptual Framework',
    author: 'A. S. Dick, K. Basu',
    year: 1994,
    where: 'Journal of the Academy of Marketing Science 22 (2), 99–113 (relative attitude × repeat patronage)',
  },
  defaults: { ...SURVEY_DEFAULTS, discountShare: 0.5 },
  sql: `-- $period: first day of the period, NULL for the whole view; $question and $survey: '' for those that are recognised;
-- $wave: 'period' or 'survey', within which a respondent counts once
${RECOMMEND_SQL}, answered AS (
  SELECT person, score >= 9 AS promoter, row_number() OVER (PARTITION BY person ORDER BY day DESC NULLS LAST, second DESC NULLS LAST,
    record DESC) AS nth
  FROM counted WHERE person IS NOT NULL
), bought AS (
  SELECT orders.customer, max(orders.day) AS last_day, count(*) AS orders, count(*) FILTER (WHERE placed.discount > 0) AS off
  FROM orders LEFT JOIN placed ON placed.order_id = orders.order_id
  WHERE orders.day <= $as_of
  GROUP BY orders.customer
), sorted AS (
  SELECT CASE WHEN promoter THEN 'promoter' ELSE 'other' END AS answer,
    CASE WHEN last_day > CAST($as_of AS DATE) - CAST($lapse_days AS INTEGER) THEN 'active' ELSE 'lapsed' END AS standing,
    CASE WHEN off > 0 AND off / orders >= $discount_share THEN 'discount' ELSE 'full' END AS price
  FROM answered JOIN bought ON bought.customer = answered.person
  WHERE nth = 1
), cells AS (
  SELECT answer, standing, price,
    CASE WHEN standing = 'lapsed' THEN CASE WHEN answer = 'promoter' THEN 'at-risk' ELSE 'silent' END
      WHEN price = 'discount' THEN 'price-only' WHEN answer = 'promoter' THEN 'true' ELSE 'forced' END AS kind
  FROM (VALUES ('promoter'), ('other')) AS answers(answer), (VALUES ('active'), ('lapsed')) AS standings(standing),
    (VALUES ('full'), ('discount')) AS prices(price)
)
SELECT cells.answer || '-' || cells.standing || '-' || cells.price AS cell, any_value(kind) AS kind, count(sorted.answer) AS customers,
  count(sorted.answer) / any_value(total.n) AS share
FROM cells LEFT JOIN sorted ON sorted.answer = cells.answer AND sorted.standing = cells.standing AND sorted.price = cells.price,
  (SELECT count(*) AS n FROM sorted) AS total
WHERE total.n > 0
GROUP BY cells.answer, cells.standing, cells.price
ORDER BY cells.answer DESC, cells.standing, cells.price DESC`,
  compute(tables, view, params) {
    const { cells, bought, neverBought, noAnswer, unknown } = loyaltyPeople(tables, view, params);
    const rowOf = (cell: LoyaltyCell): Cell[] => [cell, loyaltyKind(cell), cells[cell].length, cells[cell].length / bought.length];
    return {
      columns: [
        { key: 'cell', unit: 'text' },
        { key: 'kind', unit: 'text' },
        { key: 'customers', unit: 'customers' },
        { key: 'share', unit: 'ratio' },
      ],
      rows: bought.length === 0 ? [] : LOYALTY_CELLS.map(rowOf),
      foot: [
        ['respondents', null, bought.length, null],
        ['no-answer', null, noAnswer.length, null],
        ['never-bought', null, neverBought.length, null],
        ['unknown', null, unknown.length, null],
      ],
    };
  },
  cell(tables, view, params, at) {
    const { cells, bought, neverBought, noAnswer, unknown } = loyaltyPeople(tables, view, params);
    if (at.row === 'no-answer') return countFigure('no-answer', noAnswer);
    if (at.row === 'respondents') return countFigure('respondents-bought', bought);
    if (at.row === 'never-bought') {
      const who = peopleCounted('never-bought', neverBought);
      return { value: who.value, n: who.value, inputs: [who] };
    }
    if (at.row === 'unknown') {
      const answers = recordsCounted('unknown-answers', 'answers', tables.records('answers'), unknown);
      return { value: answers.value, n: answers.value, inputs: [answers] };
    }
    const asked = LOYALTY_CELLS.filter((cell) => cell === at.row || loyaltyKind(cell) === at.row);
    if (asked.length === 0 || bought.length === 0) return absent('no-answers');
    const who = Uint32Array.from(asked.flatMap((cell) => [...cells[cell]])).sort();
    if (at.column === 'customers') return countFigure('in-cell', who);
    if (at.column === 'share') return shareFigure(counted('in-cell', who), counted('respondents-bought', bought));
    return absent('no-answers');
  },
  vectors: [
    {
      // Lapsed after 60 days. a, b: promoters, b half on discount. c: an 8 who still buys. d: a promoter silent since January. e: a 3, silent.
      name: 'true, price-only, forced, at risk and silent: one respondent each',
      orders: [
        { customer: 'a', day: '2024-05-01', net: 100, discount: 0 },
        { customer: 'b', day: '2024-04-01', net: 100 },
        { customer: 'b', day: '2024-05-02', net: 100, discount: 20 },
        { customer: 'c', day: '2024-05-03', net: 100 },
        { customer: 'd', day: '2024-01-04', net: 100 },
        { customer: 'e', day: '2024-01-05', net: 100 },
        { customer: 'f', day: '2024-05-05', net: 100 },
      ],
      records: { answers: asked({ a: 10, b: 9, c: 8, d: 10, e: 3, nobody: 10 }) },
      view: { from: dayFromYmd(2024, 1, 1), asOf: dayFromYmd(2024, 6, 1), lapseDays: 60 },
      expected: [
        ['promoter-active-full', 'true', 1, 1 / 5],
        ['promoter-active-discount', 'price-only', 1, 1 / 5],
        ['promoter-lapsed-full', 'at-risk', 1, 1 / 5],
        ['promoter-lapsed-discount', 'at-risk', 0, 0],
        ['other-active-full', 'forced', 1, 1 / 5],
        ['other-active-discount', 'price-only', 0, 0],
        ['other-lapsed-full', 'silent', 1, 1 / 5],
        ['other-lapsed-discount', 'silent', 0, 0],
      ],
    },
    {
      name: 'the latest answer of a person counts, and an order exactly as old as the window is too old',
      orders: [
        { customer: 'a', day: '2024-05-02', net: 100 },
        { customer: 'b', day: '2024-05-03', net: 100 },
      ],
      records: {
        answers: [
          ...asked({ a: 2, b: 9 }),
          { person: 'a', date: '2024-05-20', score: 9, scale: '0-10', question: 'Would you recommend us?' },
        ],
      },
      view: { from: dayFromYmd(2024, 1, 1), asOf: dayFromYmd(2024, 6, 1), lapseDays: 30 },
      expected: [
        ['promoter-active-full', 'true', 1, 1 / 2],
        ['promoter-active-discount', 'price-only', 0, 0],
        ['promoter-lapsed-full', 'at-risk', 1, 1 / 2],
        ['promoter-lapsed-discount', 'at-risk', 0, 0],
        ['other-active-full', 'forced', 0, 0],
        ['other-active-discount', 'price-only', 0, 0],
        ['other-lapsed-full', 'silent', 0, 0],
        ['other-lapsed-discount', 'silent', 0, 0],
      ],
    },
    { name: 'without answers there are no rows', orders: [{ customer: 'a', day: '2024-05-02', net: 100 }], view: {}, expected: [] },
  ],
});

/** An answer of each person in March 2024. */
function asked(scores: Record<string, number>) {
  return Object.entries(scores).map(([person, score]) => ({
    person,
    date: '2024-03-05',
    score,
    scale: '0-10',
    question: 'Would you recommend us?',
  }));
}
