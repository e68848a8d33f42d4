import { ISO_CALENDAR, type Day } from '../terms/day';
import type { View } from '../terms/view';
import { countedBatches } from '../core/columns/counted-batches';
import { buildLedger, type Ledger } from '../core/columns/ledger';
import { findPeople } from '../core/people/find-people';
import { ShopBook } from '../core/tables/shop-tables';
import { DEFAULT_PEOPLE_RULES } from '../terms/people';
import { METRICS } from '../core/metrics/registry';
import { answersDocument, type AnswersDocument, type AnswersSource } from '../engine/answers-document';
import { keptBatch } from '../engine/counting-imports';
import { provenanceOf } from '../engine/provenance';
import { HELP } from './help';
import { CommandError, parseOptions, type Options } from './parse-options';
import { readOrders, type OrdersFile } from './read-orders';

/** What the command may use of the world. */
export interface CommandIo {
  /** Opens a file; may throw. */
  open(path: string): Promise<Blob>;
  today: Day;
  out(text: string): void;
  err(text: string): void;
}

/**
 * The command `answers`: reads the files named in `argv` and prints one JSON object. Gives the exit code; see --help.
 * Nothing but the JSON goes to `out`.
 */
export async function run(argv: readonly string[], io: CommandIo): Promise<number> {
  try {
    const options = parseOptions(argv);
    if (options.help) {
      io.out(HELP);
      return 0;
    }
    if (options.files.length === 0) throw new CommandError(2, 'Name at least one file. See --help.');
    io.out(`${JSON.stringify(answersOf(await readOrders(options, io), options), null, 2)}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    io.err(`${error.message}\n`);
    return error.exitCode;
  }
}

/** All answers about the files in the view that the options ask for. */
function answersOf(files: readonly OrdersFile[], options: Options): AnswersDocument {
  const kept = files.map(({ batch, plan, carried }, i) => keptBatch({ mode: 'append', plan, carried }, { ...batch, importId: i + 1 }));
  const { batches, repeats, orders: numbers } = countedBatches(kept);
  const ledger = buildLedger(batches, numbers);
  const view = viewOf(options, ledger);
  const tables = new ShopBook({ ledger, people: findPeople([], DEFAULT_PEOPLE_RULES), records: [] }).tables(view);
  const answers = METRICS.map((metric): AnswersSource['answers'][number] => ({
    id: metric.id,
    unit: metric.unit,
    answer: metric.compute(tables, view, metric.defaults),
  }));
  const counted = files.map(({ card }, i) => ({ ...card, counted: repeats[i]!.counted }));
  const { currency } = batches[0]!;
  const imports = files.map(({ card, plan }) => ({ ...card, plan, mode: 'append' as const }));
  const provenance = provenanceOf(imports, view, DEFAULT_PEOPLE_RULES, currency);
  return answersDocument({ provenance, small: options.small ? 'given' : 'withheld', view, files: counted, currency, answers });
}

/** The whole of the files where the options say nothing; the same defaults as the app's. */
function viewOf({ from, to, asOf, grain, refunds }: Options, ledger: Ledger): View {
  const known = asOf ?? ledger.lastDay;
  const first = from ?? ledger.firstDay;
  const end = to ?? Math.max(known + 1, first + 1);
  if (end <= first) throw new CommandError(2, '--to must be a later day than --from; it is the first day not looked at any more.');
  return { from: first, to: end, asOf: known, grain, refunds, lapseDays: null, calendar: ISO_CALENDAR };
}
