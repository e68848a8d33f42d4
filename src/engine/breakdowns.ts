import { isAbsent, type Absent, type Scalar } from '../terms/answer';
import type { View } from '../terms/view';
import { breakdown, type Breakdown } from '../core/breakdown/breakdown';
import type { Against } from '../core/breakdown/compared-period';
import type { SegmentBy } from '../core/breakdown/segment-by';
import { segmentBys } from '../core/breakdown/segments';
import { withoutWho, wholeOf } from './figures';
import type { MetricQuestion } from './protocol';
import type { Session } from './session';

/** A rate split by one attribute, without the customers behind it: those are asked for segment by segment. */
export function breakdownFor(session: Session, question: MetricQuestion, by: SegmentBy, against: Against | null, view: View): Breakdown {
  return session.once('breakdown', JSON.stringify([question, by, against, view]), () => {
    const { total, before, rows, ...rest } = breakdown(wholeOf(session, question, view), by, against);
    const bare = (figure: Scalar | Absent): Scalar | Absent => (isAbsent(figure) ? figure : (withoutWho(figure) as Scalar));
    return {
      ...rest,
      total: bare(total),
      before: before && bare(before),
      rows: rows.map((row) => ({ ...row, figure: bare(row.figure), before: row.before && bare(row.before) })),
    };
  });
}

/** The attributes by which the customers of this shop can be told apart. */
export function segmentsFor(session: Session, view: View): SegmentBy[] {
  return session.once('segments', JSON.stringify(view), () => segmentBys(session.tables(view), view));
}
