import { cpus } from 'node:os';
import { comparable } from './aggregates';
import { duckVersion, runDuck, type DuckShape } from './duck-aggregates';
import { ourRun, PHASES } from './our-run';

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
  for (const file of files) await benchFile(file, rounds, print);
}

async function benchFile({ title, path, shape }: BenchFile, rounds: number, print: (line: string) => void): Promise<void> {
  const first = await ourRun(path);
  await checkAgainstDuck(path, shape, comparable(first.aggregates));
  print(`\n${title}: ${first.rows} rows (${first.used} used), ${(first.bytes / 1e6).toFixed(1)} MB; answers checked: the same as DuckDB's`);

  const ours: number[][] = [];
  const ducks: number[][] = THREADS.map(() => []);
  for (let round = 0; round < rounds; round++) {
    ours.push((await ourRun(path)).phases);
    for (const [i, threads] of THREADS.entries()) ducks[i]!.push(await timeDuck(path, shape, threads));
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
}

async function timeDuck(path: string, shape: DuckShape, threads: number): Promise<number> {
  const { ms, close } = await runDuck(path, shape, threads);
  close();
  return ms;
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
