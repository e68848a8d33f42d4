import type { Absent, Scalar, Table, Unit } from '../../terms/answer';
import type { View } from '../../terms/view';
import type { OrderTable } from '../columns/order-table';
import type { OrderLiteral } from '../columns/order-literals';

export type Family = 'size' | 'value' | 'repeat' | 'retention' | 'churn';

/** Where a definition comes from: a page, not a site. */
export interface Source {
  title: string;
  author: string;
  year: number;
  where: string;
}

/** A worked example small enough to check by hand; also the dictionary's example and the test. */
export interface Vector<Params> {
  /** The law it shows, as a sentence. */
  name: string;
  orders: readonly OrderLiteral[];
  view: Partial<View>;
  params?: Partial<Params>;
  /** Expected value (compared to 1e-9), or why it is absent, or the rows of the table. */
  expected: number | null | Table['rows'];
}

/** SQL over `orders(customer, order_id, day, net)` with `$from`, `$to`, `$as_of`, `$grain`; or why there is none. */
export type Sql = string | { none: string };

interface MetricBase<Params> {
  id: string;
  family: Family;
  unit: Unit;
  /** Notation, in short. The page has words for it: i18n `metric.<id>.name`, `.definition` and `.formula`, per language. */
  formula: string;
  source: Source;
  /** Parameters with their units in their names. */
  defaults: Params;
  sql: Sql;
  vectors: readonly Vector<Params>[];
}

/** A metric with one number for the view (and, when it has `trend`, the same for each period). */
export interface ScalarMetric<Params> extends MetricBase<Params> {
  shape: 'scalar';
  compute(orders: OrderTable, view: View, params: Params): Scalar | Absent;
}

/** A metric that is a table. Each numeric cell can be asked for by its address and then says who is behind it. */
export interface TableMetric<Params> extends MetricBase<Params> {
  shape: 'table';
  compute(orders: OrderTable, view: View, params: Params): Table;
  /** One cell as a figure of its own: `row` is the row's first cell, `column` a column key. */
  cell(orders: OrderTable, view: View, params: Params, at: CellAddress): Scalar | Absent;
}

export interface CellAddress {
  row: string;
  column: string;
}

export type Metric<Params> = ScalarMetric<Params> | TableMetric<Params>;
/** A metric whose parameters are known to itself only: what lists and loops handle. */
export type AnyMetric = Metric<any>;

/** Checks the shape of a metric at compile time and hands it back. */
export function defineMetric<Params, M extends Metric<Params>>(metric: M & Metric<Params>): M {
  return metric;
}
