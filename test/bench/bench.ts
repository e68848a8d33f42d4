import { cpus } from 'node:os';
import { comparable } from './aggregates';
import { duckVersion, runDuck, type DuckShape } from './duck-aggregates';
import { ourRun, PHASES } from './our-run';
import { metricTimes } from './metric-times';
import { modelTimes } from './model-times';
import { parseDuck, parseOurs, type Parse } from './parse-alone';

/** A file to be measured. */
export interface BenchFile {
  title: string;
  path: string;
  shape: DuckShape;
}

export { MADE_SHAPE, ONLINE_RETAIL_SHAPE } from './duck-aggregates';
export { makeShop } from '../fixtures/make-shop';

/** Threads of DuckDB in the two ways it is run; 0 is all cores. */
const THREADS = [0, 1];

/** Measures each file in rounds of all ways in turn, after checking that they give the same answers; prints medians and ratios. */
export async function bench(
  files: readonly BenchFile[],
  options: { rounds: number; date: string; print: (line: string) => void },
): Promise<void> {
  const { rounds, date, print } = options;
  const cores = cpus();
  print(
    `Node ${process.versions.node}, DuckDB ${await duckVersion()}, ${cores[0]?.model.trim() ?? 'unknown processor'} × ${cores.length}, ${date}, medians of ${rounds} rounds`,
  );
  for (const file of files) {
    await benchFile(file, rounds, print);
    await benchParse(file, rounds, print);
    await benchMetrics(file, rounds, print);
  }
  benchModels(rounds, print);
}

/** Lifetime models on simulated shops, after checking that scores of all at once are those one by one. */
function benchModels(rounds: number, print: (line: string) => void): void {
  print(
    `\nModels, processor time: fit, and P(alive) with orders in 30, 90 and 365 days for everybody, on two simulated years; in brackets the first fit`,
  );
  for (const { customers, histories, mergeMs, models } of modelTimes(rounds)) {
    print(`  ${customers} customers, ${histories} different histories, found in ${Math.round(mergeMs)} ms`);
    for (const { id, firstFitMs, fitMs, scoresMs } of models)
      print(`    ${id.padEnd(12)} fit ${milliseconds(fitMs)} (${Math.round(firstFitMs)} ms)   scores ${milliseconds(scoresMs)}`);
  }
}

async function benchFile({ title, path, shape }: BenchFile, rounds: number, print: (line: string) => void): Promise<void> {
  const first = await ourRun(path);
  await checkAgainstDuck(path, shape, comparable(first.aggregates));
  print(`\n${title}: ${first.rows} rows (${first.used} used), ${(first.bytes / 1e6).toFixed(1)} MB; answers checked: the same as DuckDB's`);

  const ours: number[][] = [];
  const ducks: number[][] = THREADS.map(() => []);
  const answers: number[][] = THREADS.map(() => []);
  for (let round = 0; round < rounds; round++) {
    ours.push((await ourRun(path)).phases);
    for (const [i, threads] of THREADS.entries()) {
      const { ms, answersMs } = await timeDuck(path, shape, threads);
      ducks[i]!.push(ms);
      answers[i]!.push(answersMs);
    }
  }
  const whole = median(ours.map((phases) => phases.reduce((sum, ms) => sum + ms, 0)));
  print(
    `  Liuke, file to six aggregates       ${milliseconds(whole)}   (${PHASES.map((phase, i) => `${phase} ${Math.round(median(ours.map((p) => p[i]!)))}`).join(', ')})`,
  );
  THREADS.forEach((threads, i) => {
    const ms = median(ducks[i]!);
    print(
      `  DuckDB, ${threads === 0 ? 'all cores ' : 'one thread'}                  ${milliseconds(ms)}   Liuke takes ${(whole / ms).toFixed(2)} × as long`,
    );
  });
  const six = median(ours.map((phases) => phases.at(-1)!));
  print(`  The six alone, orders in memory     ${milliseconds(six)}`);
  THREADS.forEach((threads, i) => {
    const ms = median(answers[i]!);
    print(
      `  DuckDB, ${threads === 0 ? 'all cores ' : 'one thread'}                  ${milliseconds(ms)}   Liuke takes ${(six / ms).toFixed(2)} × as long`,
    );
  });
}

/** The ways from the bytes of a file to its cells, each with its name in the table; the first is what the others are compared with. */
const PARSES: readonly { name: string; parse: (path: string) => Promise<Parse> }[] = [
  { name: 'Liuke, bytes to columns', parse: (path) => parseOurs(path, true) },
  { name: 'Liuke, by PapaParse', parse: (path) => parseOurs(path, false) },
  { name: 'DuckDB read_csv, all cores', parse: (path) => parseDuck(path, 0) },
  { name: 'DuckDB read_csv, one thread', parse: (path) => parseDuck(path, 1) },
];

/** The parse alone, after checking that all ways find the same rows and as many different cells in each column. */
async function benchParse({ title, path }: BenchFile, rounds: number, print: (line: string) => void): Promise<void> {
  const found: string[] = [];
  for (const { parse } of PARSES) found.push(JSON.stringify(await (await parse(path)).parsed()));
  const other = found.findIndex((one) => one !== found[0]);
  if (other >= 0)
    throw new Error(`${path}: ${PARSES[other]!.name} finds ${found[other]}, ${PARSES[0]!.name} ${found[0]}; nothing is timed.`);
  print(`  The parse of ${title} alone; all ways find the same rows and different cells`);
  const times: number[][] = PARSES.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [i, { parse }] of PARSES.entries()) {
      const { ms, parsed } = await parse(path);
      times[i]!.push(ms);
      await parsed();
    }
  }
  const direct = median(times[0]!);
  PARSES.forEach(({ name }, i) => {
    const ms = median(times[i]!);
    print(`    ${name.padEnd(30)}   ${milliseconds(ms)}   ${(ms / direct).toFixed(2)} × the direct way`);
  });
}

/** Every metric on the file's orders, the slowest first, and what an overview asks in one go. */
async function benchMetrics({ title, path }: BenchFile, rounds: number, print: (line: string) => void): Promise<void> {
  const { passMs, times, overviewMs, breakdowns } = await metricTimes(path, rounds);
  print(`  Metrics of ${title} in the default view; a pass that reads the day of every order takes ${passMs.toFixed(1)} ms`);
  print(`    all that the Overview asks         ${milliseconds(overviewMs)}`);
  for (const { id, ms } of times) print(`    ${id.padEnd(34)} ${milliseconds(ms)}`);
  print(`  Rates split by attribute, processor time: as a whole, split, and split in two periods`);
  for (const { name, whole, split, compared } of breakdowns.splits)
    print(`    ${name.padEnd(40)} ${milliseconds(whole)} ${milliseconds(split)} ${milliseconds(compared)}`);
  print(
    `    which attributes there are ${milliseconds(breakdowns.attributes)}, ranked by who did not come back ${milliseconds(breakdowns.ranked)}`,
  );
}

async function timeDuck(path: string, shape: DuckShape, threads: number): Promise<{ ms: number; answersMs: number }> {
  const { ms, answersMs, close } = await runDuck(path, shape, threads);
  close();
  return { ms, answersMs };
}

async function checkAgainstDuck(path: string, shape: DuckShape, ours: string): Promise<void> {
  const duck = await runDuck(path, shape, 0);
  const theirs = comparable(await duck.aggregates());
  duck.close();
  if (theirs === ours) return;
  const at = [...ours].findIndex((letter, i) => letter !== theirs[i]);
  throw new Error(
    `${path}: the answers differ, so nothing is timed.\nLiuke  … ${ours.slice(Math.max(0, at - 80), at + 80)}\nDuckDB … ${theirs.slice(Math.max(0, at - 80), at + 80)}`,
  );
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

function milliseconds(ms: number): string {
  return `${Math.round(ms)} ms`.padStart(9);
}
