import { dayFromYmd } from '../../../terms/day';
import { defineMetric, type ScalarMetric } from '../define';
import { absent, shareFigure } from '../figure';
import { promisesOfOrders, promisesOfRecords } from './promises';

type Params = Record<string, never>;

/**
 * Share of promises kept: orders placed in the view that came by the time they were promised for.
 *
 * From the orders where they say both when they were to come and when they came; else from records of feedback. An order that is overdue on
 * the as-of day and has not come is a broken promise; one not yet due is not counted. Where either side has no time of day, or the promise is
 * for midnight, the whole promised day is in time. Absent `no-promises` (no file says so), `no-orders` (nothing was due). Cost: one pass over orders or over feedback.
 */
export const promiseKeptRate = defineMetric<Params, ScalarMetric<Params>>({
  id: 'promise-kept-rate',
  family: 'service',
  unit: 'ratio',
  shape: 'scalar',
  reads: ['feedback'],
  fraction: ['promises-kept', 'promises-due'],
  formula: '|{o : delivered ≤ promised}| / |{o : delivered, or promised ≤ as of}|; o placed in [from, to) with a promise',
  source: {
    title: 'On-time Delivery (OTD)',
    author: 'MetricHQ, Klipfolio',
    year: 2023,
    where: 'https://www.metrichq.org/supply-chain/on-time-delivery/',
  },
  defaults: {},
  sql: `WITH told AS (
  SELECT (SELECT count(*) FROM placed WHERE promised IS NOT NULL) > 0
    AND (SELECT count(*) FROM placed WHERE delivered <= $as_of) > 0 AS by_orders
), promises AS (
  SELECT day, promised, promised_second, delivered, delivered_second FROM placed, told WHERE by_orders
  UNION ALL
  SELECT day, promised, promised_second, delivered, delivered_second FROM feedback, told
  WHERE NOT by_orders AND (SELECT count(*) FROM feedback WHERE delivered <= $as_of) > 0
), known AS (
  SELECT promised, promised_second, CASE WHEN delivered <= $as_of THEN delivered END AS delivered, delivered_second
  FROM promises WHERE promised IS NOT NULL AND day >= $from AND day < $to AND day <= $as_of
), due AS (
  SELECT delivered IS NOT NULL AND (delivered < promised
    OR (delivered = promised AND (coalesce(promised_second, 0) = 0 OR delivered_second IS NULL OR delivered_second <= promised_second))) AS kept
  FROM known WHERE delivered IS NOT NULL OR promised <= $as_of
)
SELECT count(*) FILTER (kept) / nullif(count(*), 0) AS value, count(*) AS n FROM due`,
  compute(tables, view) {
    const promises = promisesOfOrders(tables, view) ?? promisesOfRecords(tables.records('feedback'), view);
    if (!promises) return absent('no-promises');
    const { due, kept, late, missing, open } = promises;
    return due.value === 0 ? absent('no-orders') : shareFigure(kept, due, [late, missing, open]);
  },
  vectors: [
    {
      name: 'promised in 40 minutes and come in 90 is broken; come in 30 is kept',
      orders: [
        { customer: 'a', day: '2024-01-10', net: 100, promised: '2024-01-10T12:40', delivered: '2024-01-10T13:30' },
        { customer: 'b', day: '2024-01-10', net: 100, promised: '2024-01-10T12:40', delivered: '2024-01-10T12:30' },
      ],
      view: {},
      expected: 0.5,
    },
    {
      name: 'without a time of day the whole promised day is in time',
      orders: [
        { customer: 'a', day: '2024-01-10', net: 100, promised: '2024-01-12T00:00', delivered: '2024-01-12T23:59' },
        { customer: 'b', day: '2024-01-10', net: 100, promised: '2024-01-12', delivered: '2024-01-13' },
        { customer: 'c', day: '2024-01-10', net: 100, promised: '2024-01-12T10:00', delivered: '2024-01-12' },
      ],
      view: { asOf: dayFromYmd(2024, 1, 31) },
      expected: 2 / 3,
    },
    {
      name: 'what is overdue and has not come is broken, what is not yet due is not counted',
      orders: [
        { customer: 'a', day: '2024-01-10', net: 100, promised: '2024-01-12', delivered: '2024-01-11' },
        { customer: 'b', day: '2024-01-10', net: 100, promised: '2024-01-12' },
        { customer: 'c', day: '2024-01-10', net: 100, promised: '2024-02-12' },
        { customer: 'd', day: '2024-01-10', net: 100 },
      ],
      view: { asOf: dayFromYmd(2024, 1, 31) },
      expected: 0.5,
    },
    {
      name: 'where orders promise nothing, the records of feedback are read',
      orders: [{ customer: 'a', day: '2024-01-10', net: 100 }],
      records: {
        feedback: [
          { person: 'a', date: '2024-01-10T12:00', promised: '2024-01-10T12:40', delivered: '2024-01-10T13:30' },
          { person: 'a', date: '2024-01-10T12:00', promised: '2024-01-10T12:40', delivered: '2024-01-10T12:40' },
          { person: 'a', date: '2024-01-10T12:00', promised: '2024-01-10T12:40', delivered: '2024-01-10T12:00' },
        ],
      },
      view: {},
      expected: 2 / 3,
    },
    {
      name: 'where no file has a promise there is no rate',
      orders: [{ customer: 'a', day: '2024-01-10', net: 100 }],
      view: {},
      expected: null,
    },
  ],
});
