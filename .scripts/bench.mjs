// `npm run bench [-- --rounds 5 --lines 1000000]`: our way from the file to six aggregates against DuckDB's, in one run.
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bundled } from './bundle.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' }, lines: { type: 'string', default: '1000000' } } });
const lines = Number(values.lines);
const rounds = Number(values.rounds);
if (!(lines >= 1 && rounds >= 1)) {
  console.error('Usage: npm run bench -- [--rounds N] [--lines N]');
  process.exit(2);
}

const { bench, makeShop, MADE_SHAPE, ONLINE_RETAIL_SHAPE } = await bundled('test/bench/bench.ts');
const folder = join(root, 'node_modules', '.cache', 'liuke');
mkdirSync(folder, { recursive: true });
const made = join(folder, 'bench-shop.csv');
makeShop(made, { lines, seed: 1 });
const files = [{ title: 'Generated shop', path: made, shape: MADE_SHAPE }];

const retail = resolve(root, process.env.LIUKE_DATA ?? '../shared/data', 'online-retail/online_retail.csv');
if (existsSync(retail)) files.push({ title: 'Online Retail', path: retail, shape: ONLINE_RETAIL_SHAPE });
else console.log('Online Retail is not there (LIUKE_DATA): measured on the generated shop alone.');

await bench(files, { rounds, date: new Date().toISOString().slice(0, 10), print: (line) => console.log(line) });
