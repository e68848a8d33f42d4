import { cellIndex, type EmpiricalRates } from './empirical-rates';
import type { Scores } from '../predictions';
import type { RepeatHistory } from '../lifetime/repeat-history';

/**
 * Scores of a shop with too few repeat customers for a model: each customer has the rate of the cell in which they stand today.
 *
 * Only orders are told, and those only within days for which the file is long enough; the rest is NaN. P(alive) is a thing of models; and
 * spend and value stay untold, because what so few customers spent again says next to nothing of anybody.
 * @param rates  for 30, 90 and 365 days and for the horizon; null where the file is too short
 */
export function empiricalScores(
  history: RepeatHistory,
  rates: Record<'orders30' | 'orders90' | 'orders365' | 'ordersAhead', EmpiricalRates | null>,
): Scores {
  const { count } = history;
  const untold = (): Float64Array => new Float64Array(count).fill(NaN);
  const told = (of: EmpiricalRates | null): Float64Array => {
    const column = untold();
    if (of)
      for (let i = 0; i < count; i++)
        column[i] = of.cells[cellIndex(history.age[i]! - history.recency[i]!, history.x[i]!)]!.perCustomer.value;
    return column;
  };
  return {
    count,
    id: history.id,
    evidence: history.x,
    alive: untold(),
    orders30: told(rates.orders30),
    orders90: told(rates.orders90),
    orders365: told(rates.orders365),
    ordersAhead: told(rates.ordersAhead),
    spend: untold(),
    value: untold(),
  };
}
