// How much a visitor loads, gzipped: `npm run sizes`, after a build. Fails when a goal is missed.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './ensure.mjs';

const GOALS = { 'first load': 120_000, precache: 1_100_000 };
const dist = join(root, 'dist');
if (!existsSync(join(dist, 'index.html'))) {
  console.error('dist/ is missing: run `npm run build` first');
  process.exit(1);
}

const text = (file) => readFileSync(join(dist, file), 'utf8');
const gzipped = (file) => gzipSync(readFileSync(join(dist, file))).length;
const assets = readdirSync(join(dist, 'assets'));
const scripts = assets.filter((name) => name.endsWith('.js')).map((name) => `assets/${name}`);

/** A script and all that it imports at once; what comes by import() is loaded later. */
function closureOf(file, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, name] of text(file).matchAll(/(?:\bfrom|\bimport)\s*["'`]\.\/([\w.-]+\.js)["'`]/g)) closureOf(`assets/${name}`, seen);
  return seen;
}

/** Every file that the service worker keeps: its list has each name once. */
const kept = [...new Set([...text('sw.js').matchAll(/["'`]?url["'`]?:\s*["'`]([^"'`]+)["'`]/g)].map(([, url]) => url))];
const first = closureOf(/<script type="module"[^>]*src="\.\/([^"]+)"/.exec(text('index.html'))[1]);
const worker = new Set(scripts.filter((name) => /^worker[.-]/.test(basename(name))).flatMap((name) => [...closureOf(name)]));
const later = scripts.filter((name) => !first.has(name) && !worker.has(name));

const sums = [
  ['first load', 'script before a chart is drawn', [...first, 'first-paint.js']],
  ['worker', 'script of the engine', [...worker]],
  ['later', 'charts, languages, pages', later],
  ['style', '', assets.filter((name) => name.endsWith('.css')).map((name) => `assets/${name}`)],
  ['precache', 'everything kept offline, icons too', kept],
];

let missed = false;
for (const [name, what, files] of sums) {
  const total = files.reduce((sum, file) => sum + gzipped(file), 0);
  const goal = GOALS[name];
  missed ||= goal !== undefined && total > goal;
  const verdict = goal === undefined ? '' : total > goal ? `  OVER the goal of ${kilo(goal)}` : `  (goal: ${kilo(goal)})`;
  console.log(`${name.padEnd(11)}${kilo(total).padStart(10)} gz  ${String(files.length).padStart(3)} files  ${what}${verdict}`);
  if (process.argv.includes('--files'))
    for (const file of files) console.log(`    ${kilo(gzipped(file)).padStart(9)} of ${kilo(statSync(join(dist, file)).size)}  ${file}`);
}
process.exitCode = missed ? 1 : 0;

function kilo(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
