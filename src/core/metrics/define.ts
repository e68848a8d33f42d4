import type { Absent, Scalar, Table, Unit } from '../../terms/answer';
import type { Day } from '../../terms/day';
import type { Source } from '../../terms/source';
import type { View } from '../../terms/view';
import type { RecordKind } from '../../terms/fields';
import type { ShopLiterals } from '../tables/shop-literals';
import type { ShopTables } from '../tables/shop-tables';

/** Families in the order of the dictionary. */
export const FAMILIES = [
  'size',
  'value',
  'repeat',
  'retention',
  'churn',
  'cost',
  'voice',
  'programme',
  'service',
  'loyalty',
  'prediction',
] as const;
export type Family = (typeof FAMILIES)[number];

/** A worked example small enough to check by hand; also the dictionary's example and the test. */
export interface Vector<Params> extends ShopLiterals {
  /** The law it shows, as a sentence. */
  name: string;
  view: Partial<View>;
  params?: Partial<Params>;
  /** Expected value (compared to 1e-9), or why it is absent, or the rows of the table. */
  expected: number | null | Table['rows'];
}

/**
 * SQL for DuckDB over the tables of core/sql/sql-schema, as known on `$as_of`, with `$from`, `$to`, `$as_of`, `$grain`, `$period`,
 * `$lapse_days` and the metric's own parameters in snake_case; or why there is none.
 */
export type Sql = string | { none: string };

interface MetricBase<Params> {
  id: string;
  family: Family;
  unit: Unit;
  /** Kinds of records it reads besides orders; without them it is absent. */
  reads?: readonly RecordKind[];
  /** Keys of the two inputs that it divides, where it divides two: the drawer draws them as a fraction. */
  fraction?: readonly [over: string, under: string];
  /** Notation, in short. The page has words for it: i18n `metric.<id>.name`, `.definition` and `.formula`, per language. */
  formula: string;
  source: Source;
  /** Parameters with their units in their names. */
  defaults: Params;
  sql: Sql;
  vectors: readonly Vector<Params>[];
}

/** A metric with one number for the view; when it has a parameter `period` its figure may have a `trend`: the same for each period. */
export interface ScalarMetric<Params> extends MetricBase<Params> {
  shape: 'scalar';
  compute(tables: ShopTables, view: View, params: Params): Scalar | Absent;
}

/** A metric that is a table. Each numeric cell can be asked for by its address and then says who is behind it. */
export interface TableMetric<Params> extends MetricBase<Params> {
  shape: 'table';
  compute(tables: ShopTables, view: View, params: Params): Table;
  /** One cell as a figure of its own: `row` is the row's first cell, `column` a column key. */
  cell(tables: ShopTables, view: View, params: Params, at: CellAddress): Scalar | Absent;
  /** Unit of a cell where its column holds several; undefined where the column's own is right. */
  cellUnit?(at: CellAddress): Unit | undefined;
  /** Days [start, end) that a cell is about, where they are not the period that its row names; null where the cell says nothing of its own. */
  span?(tables: ShopTables, view: View, params: Params, at: CellAddress): { start: Day; end: Day } | null;
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
