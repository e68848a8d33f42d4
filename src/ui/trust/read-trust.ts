import type { Answer, PredictionChoice, Verdict } from '../../engine/protocol';
import type { Workspace } from '../../state/workspace.svelte';
import type { Why } from '../../terms/answer';
import { LIFETIME_MODELS, type LifetimeModelId } from '../../terms/prediction';
import type { View } from '../../terms/view';
import { fitOf, type FitFacts } from './fit-facts';
import { recordsOf, type Rec } from './records-of';

type Engine = Workspace['engine'];

/** What the page says of the model in use. */
export interface TrustAnswers {
  verdict: Verdict;
  model: LifetimeModelId;
  tested: ModelTest | null;
  /** Why nothing was tested; null where something was. */
  why: Why | null;
  weeks: Rec[];
  bins: Rec[];
  tenths: Rec[];
  months: Rec[];
  view: View;
}

/** The back-test of one model. */
export interface ModelTest {
  model: LifetimeModelId;
  guesses: Rec[];
  gate: string;
  fit: FitFacts;
}

export async function readTrust(engine: Engine, view: View, choice: PredictionChoice): Promise<TrustAnswers> {
  const { model } = choice;
  const params = { model };
  const ids = ['back-test', 'lifetime-fit', 'back-test-weeks', 'back-test-by-frequency', 'alive-calibration', 'back-test-by-month'];
  const answers = await engine.answer(
    ids.map((id) => ({ id, params })),
    view,
  );
  const [test, fit, weeks, bins, tenths, months] = answers.map(recordsOf) as [Rec[], ...Rec[][]];
  const [verdict, figure] = await Promise.all([
    engine.verdict(choice, view),
    engine.figure({ id: 'back-test', params, at: { row: 'model', column: 'mae' } }, view),
  ]);
  return {
    verdict,
    model,
    tested: testOf(model, test, fit!),
    why: figure.value === null ? figure.why : null,
    weeks: weeks!,
    bins: bins!,
    tenths: tenths!,
    months: months!,
    view,
  };
}

/** The tests of the models that are not in use; Pareto/NBD takes long, so they are asked for apart. */
export async function readOthers(engine: Engine, view: View, used: LifetimeModelId): Promise<ModelTest[]> {
  const others = LIFETIME_MODELS.filter((model) => model !== used);
  const answers: Answer[] = await engine.answer(
    others.flatMap((model) => ['back-test', 'lifetime-fit'].map((id) => ({ id, params: { model } }))),
    view,
  );
  return others.flatMap((model, i) => testOf(model, recordsOf(answers[2 * i]!), recordsOf(answers[2 * i + 1]!)) ?? []);
}

function testOf(model: LifetimeModelId, guesses: Rec[], fit: Rec[]): ModelTest | null {
  const own = guesses.find((guess) => guess.guess === 'model');
  return own ? { model, guesses, gate: String(own.gate), fit: fitOf(fit) } : null;
}
