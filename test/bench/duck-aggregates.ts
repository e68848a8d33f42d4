import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { LADDER, type Aggregates } from './aggregates';

/** How a file names what is needed: SQL expressions over its columns. */
export interface DuckShape {
  order: string;
  customer: string;
  day: string;
  quantity: string;
  price: string;
  /** Rows that are no purchase for another reason than a missing customer or a sum of 0 or less. */
  leaveOut?: string;
}

export const MADE_SHAPE: DuckShape = {
  order: 'order_id',
  customer: 'customer_id',
  day: 'order_date',
  quantity: 'quantity',
  price: 'unit_price',
};
export const ONLINE_RETAIL_SHAPE: DuckShape = {
  order: 'InvoiceNo',
  customer: 'CustomerID',
  day: 'InvoiceDate',
  quantity: 'Quantity',
  price: 'UnitPrice',
  leaveOut: "starts_with(InvoiceNo, 'C')",
};

/**
 * Statements from the file to the six tables. All columns of the file are kept, as we keep them; sums are whole minor units per line,
 * rounded as written.
 */
function statements(path: string, shape: DuckShape): string[] {
  const minor = `CAST(round(CAST(${shape.quantity} AS DECIMAL(18, 0)) * CAST(${shape.price} AS DECIMAL(18, 4)) * 100) AS BIGINT)`;
  return [
    `CREATE TABLE lines AS SELECT * FROM read_csv('${path.replaceAll("'", "''")}', header = true)`,
    `CREATE TABLE orders AS SELECT ${shape.customer} AS customer, ${shape.order} AS order_id, min(CAST(${shape.day} AS DATE)) AS day, sum(${minor}) AS net
     FROM lines WHERE ${shape.customer} IS NOT NULL AND ${shape.quantity} * ${shape.price} > 0 ${shape.leaveOut ? `AND NOT ${shape.leaveOut}` : ''}
     GROUP BY ALL`,
    `CREATE TABLE order_days AS SELECT DISTINCT customer, day FROM orders`,
    `CREATE TABLE rfm AS SELECT customer, max(day) AS last, count(*) AS frequency, sum(net) AS monetary FROM orders GROUP BY customer`,
    `CREATE TABLE cohorts AS
     WITH firsts AS (SELECT customer, min(day) AS first FROM order_days GROUP BY customer)
     SELECT datediff('month', (SELECT min(day) FROM order_days), first) AS cohort, datediff('month', first, day) AS k, count(DISTINCT customer) AS active
     FROM order_days JOIN firsts USING (customer) GROUP BY ALL ORDER BY cohort, k`,
    `CREATE TABLE ladder AS SELECT n, count(*) FILTER (frequency >= n) AS customers FROM rfm, range(1, ${LADDER + 1}) AS steps(n) GROUP BY n ORDER BY n`,
    `CREATE TABLE gaps AS
     WITH waits AS (SELECT day - lag(day) OVER (PARTITION BY customer ORDER BY day) AS gap FROM order_days)
     SELECT unnest(quantile_cont(gap, [0.25, 0.5, 0.75])) AS gap FROM waits WHERE gap IS NOT NULL`,
  ];
}

/** Statements that make the tables that the six are asked of: the lines and the orders. */
const TABLES = 2;

/**
 * Runs DuckDB from the file to the six tables in a new database in memory. `threads` 0: all cores. `answersMs` is what the six took once the
 * orders were a table.
 */
export async function runDuck(
  path: string,
  shape: DuckShape,
  threads: number,
): Promise<{ ms: number; answersMs: number; aggregates: () => Promise<Aggregates>; close: () => void }> {
  const started = performance.now();
  const instance = await DuckDBInstance.create(':memory:', threads > 0 ? { threads: String(threads) } : {});
  const duck = await instance.connect();
  const laps: number[] = [];
  for (const sql of statements(path, shape)) {
    await duck.run(sql);
    laps.push(performance.now() - started);
  }
  const ms = laps.at(-1)!;
  const close = (): void => {
    duck.closeSync();
    instance.closeSync();
  };
  return { ms, answersMs: ms - laps[TABLES - 1]!, aggregates: () => read(duck), close };
}

/** What DuckDB says it is. */
export async function duckVersion(): Promise<string> {
  const duck = await (await DuckDBInstance.create(':memory:')).connect();
  return String((await rows(duck, 'SELECT version()'))[0]![0]);
}

async function read(duck: DuckDBConnection): Promise<Aggregates> {
  const rfm = await rows(duck, `SELECT datediff('day', DATE '1970-01-01', last), frequency, monetary FROM rfm`);
  return {
    customers: rfm.length,
    orderDays: Number((await rows(duck, 'SELECT count(*) FROM order_days'))[0]![0]),
    cohorts: (await rows(duck, 'SELECT cohort, k, active FROM cohorts ORDER BY cohort, k')).map(([a, b, c]) => [
      Number(a),
      Number(b),
      Number(c),
    ]),
    ladder: (await rows(duck, 'SELECT customers FROM ladder ORDER BY n')).map(([n]) => Number(n)),
    gaps: (await rows(duck, 'SELECT gap FROM gaps ORDER BY gap')).map(([gap]) => Number(gap)),
    rfm: {
      recency: Int32Array.from(rfm, ([last]) => Number(last)),
      frequency: Uint32Array.from(rfm, ([, frequency]) => Number(frequency)),
      monetary: Float64Array.from(rfm, ([, , monetary]) => Number(monetary)),
    },
  };
}

async function rows(duck: DuckDBConnection, sql: string): Promise<unknown[][]> {
  return (await duck.runAndReadAll(sql)).getRows();
}
