import type { Tell } from '../terms/progress';
import type { View } from '../terms/view';
import { METRICS, metricById } from '../core/metrics/registry';
import type { Dialect } from '../core/sql/dialects/in-dialect';
import { answersDocument, type AnswersDocument } from './answers-document';
import { answerFor } from './figures';
import type { EngineApi, SmallFigures } from './protocol';
import { provenanceOf } from './provenance';
import type { Session } from './session';
import { sqlExport } from './sql-export';
import { sqlFor, type QueryContext } from './sql-for';

/** By which contract and from which data the figures of a view come. */
export function provenanceIn(session: Session, view: View): ReturnType<EngineApi['provenance']> {
  const { rules, shop } = session;
  return provenanceOf(session.counting(), view, rules, shop.currency);
}

function contextOf(session: Session, view: View): QueryContext {
  return { tables: session.tables(view), view, currency: session.shop.currency, provenance: provenanceIn(session, view) };
}

/** The answers of all metrics, to be read by other programs. */
export function allAnswers(session: Session, view: View, small: SmallFigures): AnswersDocument {
  const answers = METRICS.map((metric) => ({ id: metric.id, unit: metric.unit, answer: answerFor(session, { id: metric.id }, view) }));
  const { standing } = session.info();
  const files = session.counting().map((card) => ({ ...card, counted: standing[card.id]!.counted }));
  return answersDocument({ provenance: provenanceIn(session, view), small, view, files, currency: session.shop.currency, answers });
}

/** The query of a figure with its parameters; null where no query says it: a segment is cut out of the tables, of which SQL knows nothing. */
export function queryOf(
  session: Session,
  { id, params, at, among }: Parameters<EngineApi['sqlFor']>[0],
  view: View,
  dialect: Dialect,
): ReturnType<EngineApi['sqlFor']> {
  const metric = metricById(id);
  if (!metric || among) return null;
  const period = at && metric.shape === 'scalar' ? { period: at.row } : {};
  return sqlFor(metric, { ...params, ...period }, dialect, contextOf(session, view));
}

/** The shop as a folder for SQL, packed. */
export function folderForSql(session: Session, view: View, { keys, small }: Parameters<EngineApi['sqlExport']>[1], tell: Tell) {
  const { shop, customerKey } = session;
  const answers = allAnswers(session, view, small);
  return sqlExport({ context: contextOf(session, view), folder: folderName(shop.name), keys, keyOf: customerKey, answers, tell });
}

/** A name for a folder that any system takes. */
function folderName(shop: string): string {
  const plain = shop
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase();
  return `${plain || 'liuke'}-sql`;
}
