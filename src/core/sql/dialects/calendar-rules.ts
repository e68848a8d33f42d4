import type { Calendar } from '../../../terms/day';
import type { Call } from './common-rules';
import type { Rules } from './writer';

/** By how many days a week begins before Monday, and by how many months a quarter after January. */
export function shiftsOf({ weekStart, yearStart }: Calendar): { week: number; quarter: number } {
  return { week: (8 - weekStart) % 7, quarter: (yearStart - 1) % 3 };
}

/** The unit of `date_trunc('week', …)`; null where it is no text. */
export function truncUnit({ name, args }: Call): string | null {
  return name === 'date_trunc' && args[0]?.kind === 'text' ? args[0].value.toLowerCase() : null;
}

/** DuckDB knows weeks from Monday and quarters from January: others are moved there and back. */
export function duckRules(calendar: Calendar): Rules {
  const shifts = shiftsOf(calendar);
  return {
    node(node, scope, writer) {
      if (node.kind !== 'call') return null;
      const unit = truncUnit(node);
      const shift = unit === 'week' ? shifts.week : unit === 'quarter' ? shifts.quarter : 0;
      if (shift === 0) return null;
      const length = `INTERVAL ${shift} ${unit === 'week' ? 'DAY' : 'MONTH'}`;
      // Weeks are moved forward into the week that begins on Monday, quarters back into the quarter of January.
      const [there, back] = unit === 'week' ? ['+', '-'] : ['-', '+'];
      return `(date_trunc('${unit}', CAST((${writer.text(node.args[1]!, scope)}) ${there} ${length} AS DATE)) ${back} ${length})`;
    },
  };
}
