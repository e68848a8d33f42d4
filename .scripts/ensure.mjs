// Makes sure that Node is new enough and that node_modules is what package-lock.json says. Built-in modules only:
// this runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Installs what is missing; returns when the project can be built. Ends the process with a plain sentence when it cannot. */
export function ensureDependencies() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19) || major === 21) {
    fail(`Liuke needs Node 20.19 or later (22.12 or later of the 22 line); this is ${process.versions.node}.`);
  }
  if (isInstalled()) return;
  console.log('Installing what is missing (npm ci) …');
  const { status } = npm(['ci', '--include=dev', '--no-audit', '--no-fund'], root);
  if (status !== 0) fail('npm ci failed; see above.');
}

/** Runs npm, the one that runs us where there is one. Returns the result of spawnSync. */
export function npm(args, cwd) {
  const cli = process.env.npm_execpath;
  return cli?.endsWith('.js')
    ? spawnSync(process.execPath, [cli, ...args], { cwd, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd, stdio: 'inherit', shell: process.platform === 'win32' });
}

/** Whether each package of the lock file is there in the same version (npm keeps its own list of what it installed). */
function isInstalled() {
  const listed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(listed)) return false;
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const found = packagesOf(listed);
  return Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
    if (path === '' || (optional && !found[path])) return true;
    return found[path]?.version === version && found[path]?.integrity === integrity && existsSync(join(root, path));
  });
}

function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
