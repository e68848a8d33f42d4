// Bundles TypeScript of this project for Node, once per state of the sources, into node_modules/.cache/liuke/.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const CACHE = join(root, 'node_modules', '.cache', 'liuke');

/** The exports of `entry` (a path in the project), built again only when a source, a neighbour of the entry or a package changed. */
export async function bundled(entry) {
  ensureQuietly();
  const name = entry.replace(/[^a-z0-9]+/gi, '-').replace(/-ts$/, '');
  const folder = join(CACHE, `${name}-${stateOfSources(entry)}`);
  const file = join(folder, `${name}.mjs`);
  if (!existsSync(file)) await build(entry, name, folder);
  return import(pathToFileURL(file).href);
}

/** Installs what is missing, in a process of its own: what npm says goes to stderr, because stdout belongs to the JSON. */
function ensureQuietly() {
  const ensure = pathToFileURL(join(root, '.scripts', 'ensure.mjs')).href;
  const code = `import { ensureDependencies } from ${JSON.stringify(ensure)}; ensureDependencies();`;
  const { status } = spawnSync(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
}

async function build(entry, name, folder) {
  // Built aside and moved: another run may be building, or reading, at the same time.
  const aside = join(CACHE, `building-${process.pid}-${name}`);
  const { build: viteBuild } = await import('vite');
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  await viteBuild({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    define: { __APP_VERSION__: JSON.stringify(version) },
    // PapaParse goes into the bundle, so that the command runs what the browser runs; only Node's own and native packages stay out.
    ssr: { noExternal: true, external: ['@duckdb/node-api'] },
    build: {
      ssr: join(root, entry),
      outDir: aside,
      target: 'node20',
      emptyOutDir: true,
      minify: false,
      rollupOptions: { output: { entryFileNames: `${name}.mjs` } },
    },
  });
  const old = readdirSync(CACHE).filter((other) => other.startsWith(`${name}-`) && other !== basename(folder));
  if (existsSync(folder)) rmSync(aside, { recursive: true });
  else renameSync(aside, folder);
  for (const other of old) rmSync(join(CACHE, other), { recursive: true, force: true });
}

function stateOfSources(entry) {
  const hash = createHash('sha256');
  const folders = ['src', dirname(entry), 'test/fixtures'].map((folder) => join(root, folder));
  const files = [
    ...folders.flatMap(sourcesUnder),
    ...['package.json', 'package-lock.json', '.scripts/bundle.mjs'].map((file) => join(root, file)),
  ];
  for (const file of [...new Set(files)].sort()) hash.update(file).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

function sourcesUnder(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}
