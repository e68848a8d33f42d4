import type { AnyMetric } from '../core/metrics/define';
import { inDialect, type Dialect } from '../core/sql/dialects/in-dialect';
import { queryParameters } from '../core/sql/query-parameters';
import { withLiterals } from '../core/sql/with-literals';
import type { ShopTables } from '../core/tables/shop-tables';
import { isoFromDay } from '../terms/day';
import type { Currency } from '../terms/money';
import type { View } from '../terms/view';
import type { Provenance } from './protocol';
import { provenanceLine } from './provenance';

/** What a query is about besides the metric: the tables of the view and what stands at its head. */
export interface QueryContext {
  tables: ShopTables;
  view: View;
  currency: Currency;
  provenance: Provenance;
}

const WEEK_DAYS = { 0: 'Sunday', 1: 'Monday', 6: 'Saturday' } as const;

/**
 * The query of a metric with the parameters of a view filled in, ready to run on the tables of "Export data for SQL". null when the metric
 * has none, or none that the dialect has words for.
 *
 * @param params  the metric's own, over its defaults
 */
export function sqlFor(metric: AnyMetric, params: Record<string, unknown>, dialect: Dialect, context: QueryContext): string | null {
  if (typeof metric.sql !== 'string') return null;
  const { tables, view } = context;
  const filled = withLiterals(metric.sql, queryParameters(metric, tables, view, { ...metric.defaults, ...params }));
  try {
    return `${headOf(metric, context)}\n${inDialect(filled, dialect, view.calendar)};\n`;
  } catch {
    // Every query in every dialect is a test; one that a parameter of the user's makes impossible is none.
    return null;
  }
}

function headOf({ id, formula }: AnyMetric, context: QueryContext): string {
  return commented([
    `${id}: ${formula}`,
    ...contextLines(context),
    'tables: those of schema.sql from "Export data for SQL", made for this view',
  ]);
}

/** The program, the definitions, the data and the view, line by line. */
export function contextLines({ view, currency, provenance }: QueryContext): string[] {
  const { weekStart, yearStart } = view.calendar;
  const lapse = view.lapseDays === null ? "the shop's own" : `${view.lapseDays} days`;
  return [
    provenanceLine(provenance),
    `view: from ${isoFromDay(view.from)} to before ${isoFromDay(view.to)}, as of ${isoFromDay(view.asOf)}, by ${view.grain}, refunds: ${view.refunds}`,
    `weeks from ${WEEK_DAYS[weekStart]}, year from month ${yearStart}, lapsed after: ${lapse}; money in 1/${10 ** currency.digits} ${currency.code || 'of the currency'}`,
  ];
}

/** Lines as SQL comments. */
export function commented(lines: readonly string[]): string {
  return lines
    .flatMap((line) => line.split('\n'))
    .map((line) => `-- ${line}`)
    .join('\n');
}
