// Bundles TypeScript of this project for Node, once per state of the sources, into node_modules/.cache/liuke/.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const CACHE = join(root, 'node_modules', '.cache', 'liuke');

/** The exports of `entry` (a path in the project), built again only when something under `src`, the entry or the lock file changed. */
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
  if (existsSync(CACHE))
    for (const old of readdirSync(CACHE)) if (old.startsWith(`${name}-`)) rmSync(join(CACHE, old), { recursive: true });
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
      outDir: folder,
      target: 'node20',
      emptyOutDir: true,
      minify: false,
      rollupOptions: { output: { entryFileNames: `${name}.mjs` } },
    },
  });
}

function stateOfSources(entry) {
  const hash = createHash('sha256');
  const files = [...sourcesUnder(join(root, 'src')), join(root, entry), join(root, 'package.json'), join(root, '.scripts', 'bundle.mjs')];
  for (const file of files.sort()) hash.update(file).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

function sourcesUnder(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}
