import { AppError } from '../terms/app-error';
import type { Day } from '../terms/day';
import type { PredictionChoice } from '../terms/prediction';
import type { View } from '../terms/view';
import { reasonOf } from '../core/customers/select-customers';
import { aliveCurve } from '../core/models/scores/alive-curve';
import { customerPredictions } from '../core/models/scores/customer-prediction';
import type { CustomerOutlook, CustomerPrediction, Predictions, Scores, Verdict } from '../core/models/predictions';
import { modelsOf, type ShopModels } from '../core/models/shop-models';
import { soundChoice } from '../core/models/scores/sound-choice';
import type { Session } from './session';

/** The models of the open shop as a view knows it. */
export function modelsFor(session: Session, view: Pick<View, 'refunds' | 'asOf'>): ShopModels {
  return modelsOf(session.table(view), view.asOf);
}

/** On what ground predictions are given in a view, or why none are. */
export function verdictFor(session: Session, choice: PredictionChoice, view: View): Verdict {
  return modelsFor(session, view).verdict(choice);
}

/** Scores of every customer of a view, row i about row i of its book; null where none are given. */
export function scoresFor(session: Session, choice: PredictionChoice, view: View): Scores | null {
  return modelsFor(session, view).scores(choice);
}

/** Predictions for the customers of some keys, in their order. Cost: grows with the keys; meant for a page of them. */
export function predictionsFor(session: Session, keys: readonly string[], asked: PredictionChoice, view: View): Predictions {
  const choice = soundChoice(asked);
  const models = modelsFor(session, view);
  const verdict = models.verdict(choice);
  if (verdict.basis === 'none') return { verdict, choice, rows: [] };
  const at = rowsOf(session, keys, view);
  const found = at.filter((row) => row >= 0);
  const told = customerPredictions(models, Uint32Array.from(found), choice) ?? [];
  const rows: (CustomerPrediction | null)[] = [];
  let next = 0;
  for (const [i, row] of at.entries()) rows.push(row < 0 ? null : { key: keys[i]!, ...told[next++]! });
  return { verdict, choice, rows };
}

/** What the page of one customer shows of what is likely to come. Throws 'engine/unknown-customer'. */
export function outlookFor(session: Session, key: string, asked: PredictionChoice, view: View): CustomerOutlook {
  const choice = soundChoice(asked);
  const models = modelsFor(session, view);
  const verdict = models.verdict(choice);
  const [row] = rowsOf(session, [key], view);
  if (row === undefined || row < 0) throw new AppError('engine/unknown-customer', { key });
  const { columns } = session.book(view);
  const prediction = customerPredictions(models, Uint32Array.of(row), choice)?.[0];
  return {
    verdict,
    choice,
    prediction: prediction ? { key, ...prediction } : null,
    reason: reasonOf(columns, row),
    lapseDays: columns.lapseDays,
    curve: verdict.basis === 'model' ? curveOf(models, row, verdict.model) : [],
  };
}

/** Rows of the book, by any key of a person; -1 for one without a purchase. */
function rowsOf(session: Session, keys: readonly string[], view: View): number[] {
  const { columns, key } = session.book(view);
  const wanted = new Map(keys.map((one) => [session.people.keyOf(one), -1]));
  let left = wanted.size;
  for (let row = 0; row < columns.count && left > 0; row++) {
    const own = key(columns.id[row]!);
    if (wanted.get(own) !== -1) continue;
    wanted.set(own, row);
    left--;
  }
  return keys.map((one) => wanted.get(session.people.keyOf(one))!);
}

function curveOf(models: ShopModels, row: number, model: PredictionChoice['model']): { day: Day; alive: number }[] {
  return aliveCurve(models.orders, models.history.id[row]!, models.fit(model), models.asOf);
}
