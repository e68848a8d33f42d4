import type { Absent, Scalar } from '../../../terms/answer';
import { dayFromYmd } from '../../../terms/day';
import { buyersBetween, difference, intersection } from '../customer-sets';
import { defineMetric, type ScalarMetric } from '../define';
import { absent, counted, shareFigure } from '../figure';
import { horizon } from '../periods';
import { peopleCounted } from '../record-input';
import { REFERRALS_SQL, referralsBetween } from './referrals';

interface Params {
  /** New customers whom somebody brought, of all new ones; or customers who brought somebody, of all who bought. */
  by: 'referred' | 'referrers';
}

/**
 * Share of customers who came, or who brought somebody, by recommendation.
 *
 * `referred`: of those whose first order is in the view, those whom somebody brought. `referrers`: of those who bought in the view, those who
 * brought one of them. A referral counts when it led to a first order that was not given back in full. Referrers who did not buy in the view
 * themselves are given beside it. Absent `no-referrals` (no file says who brought whom), `no-customers`. Cost: two passes over orders.
 */
export const referralRate = defineMetric<Params, ScalarMetric<Params>>({
  id: 'referral-rate',
  family: 'programme',
  unit: 'ratio',
  shape: 'scalar',
  reads: ['customers'],
  formula:
    '|N ∩ R| / |N|, or |{who brought N ∩ R} ∩ A| / |A|; N = first order in [from, to), R = brought by somebody, A = bought in [from, to)',
  source: {
    title: 'Referral rate calculator',
    author: 'Mailmodo',
    year: 2026,
    where: 'https://www.mailmodo.com/calculators/referral-rate-calculator/ (undated, read in 2026)',
  },
  defaults: { by: 'referred' },
  sql: `-- $by is 'referred' or 'referrers'
WITH ${REFERRALS_SQL}, active AS (
  SELECT DISTINCT customer FROM orders WHERE day >= $from AND day < $to AND day <= $as_of
), referrers AS (
  SELECT DISTINCT referrer_person AS customer FROM brought
  WHERE person IN (SELECT customer FROM converted) AND referrer_person IN (SELECT customer FROM active)
), counts AS (
  SELECT (SELECT count(*) FROM brought) AS named, (SELECT count(*) FROM newcomers) AS newcomers,
    (SELECT count(*) FROM converted) AS converted, (SELECT count(*) FROM active) AS active, (SELECT count(*) FROM referrers) AS referrers
)
SELECT CASE WHEN named > 0 THEN CASE WHEN $by = 'referred' THEN converted / nullif(newcomers, 0) ELSE referrers / nullif(active, 0) END END AS value,
  CASE WHEN $by = 'referred' THEN newcomers ELSE active END AS n
FROM counts`,
  compute(tables, view, { by }) {
    const to = horizon(view);
    const { named, newcomers, converted, undone, referrers } = referralsBetween(tables, view.from, to);
    if (!named) return absent('no-referrals');
    const active = buyersBetween(tables.orders, view.from, to);
    const among = intersection(active, referrers);
    const figures: Record<Params['by'], Scalar | Absent> = {
      referred: share(counted('referred', converted), counted('newcomers', newcomers), [counted('referred-undone', undone)]),
      referrers: share(counted('referrers', among), counted('buyers', active), [
        peopleCounted('referrers-not-active', difference(referrers, among)),
      ]),
    };
    const figure = figures[by];
    if (figure.value === null) return figure;
    return { ...figure, variants: { 'of-new-customers': figures.referred, 'of-active-customers': figures.referrers } };
  },
  vectors: [
    {
      name: 'of three new customers one was brought by another: one third',
      orders: friends(),
      records: { customers: [{ person: 'c', referrer: 'a' }] },
      view: {},
      expected: 1 / 3,
    },
    {
      name: 'one of three customers who bought brought somebody: one third',
      orders: friends(),
      records: {
        customers: [
          { person: 'c', referrer: 'a' },
          { person: 'b', referrer: 'a' },
        ],
      },
      view: {},
      params: { by: 'referrers' },
      expected: 1 / 3,
    },
    {
      name: 'whose first order was given back in full does not count as brought',
      orders: [...friends(), { customer: 'd', day: '2024-01-12', net: 100, refunded: 100 }, { customer: 'd', day: '2024-01-20', net: 100 }],
      records: {
        customers: [
          { person: 'c', referrer: 'a' },
          { person: 'd', referrer: 'a' },
        ],
      },
      view: {},
      expected: 1 / 4,
    },
    {
      name: 'nobody brings themselves, and who was brought and never bought is no new customer',
      orders: friends(),
      records: {
        customers: [
          { person: 'a', referrer: 'a' },
          { person: 'z', referrer: 'a' },
        ],
      },
      view: {},
      expected: 0,
    },
    {
      name: 'only first orders within the view are new',
      orders: friends(),
      records: { customers: [{ person: 'c', referrer: 'somebody unknown' }] },
      view: { from: dayFromYmd(2024, 1, 11) },
      expected: 0.5,
    },
    { name: 'where no file says who brought whom there is no rate', orders: friends(), view: {}, expected: null },
  ],
});

function friends() {
  return [
    { customer: 'a', day: '2024-01-10', net: 100 },
    { customer: 'b', day: '2024-01-11', net: 100 },
    { customer: 'c', day: '2024-01-12', net: 100 },
  ];
}

function share(
  part: ReturnType<typeof counted>,
  whole: ReturnType<typeof counted>,
  further: ReturnType<typeof counted>[],
): Scalar | Absent {
  return whole.value === 0 ? absent('no-customers') : shareFigure(part, whole, further);
}
