// Finds a Chromium for the tests, or fetches one.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { npm, root } from './ensure.mjs';

/** Newest version whose package runs on Node 20. */
const PACKAGE = '@sparticuz/chromium@143.0.4';
const FETCHED = join(root, 'node_modules', '.cache', 'browser');

/**
 * A Chromium as `{ path, env }` for playwright's launch; `env` holds what it needs besides ours.
 * In this order: CHROME_PATH, an installed browser, Playwright's cache, the binary of an npm package, apt when we are root.
 * @throws with a sentence that says what to do
 */
export function findBrowser({ installed = installedPaths() } = {}) {
  const chosen = process.env.CHROME_PATH;
  if (chosen && !existsSync(chosen)) throw new Error(`CHROME_PATH is ${chosen}, and there is no such file.`);
  const path = chosen ?? installed.find(existsSync) ?? playwrightPaths().find(existsSync);
  if (path) return { path, env: {} };
  const browser = fetchFromNpm() ?? installWithApt();
  if (browser) return browser;
  throw new Error('No Chromium, Chrome or Edge was found and none could be fetched. Install one, or set CHROME_PATH to its program file.');
}

function installedPaths() {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) =>
      ['/Applications', join(homedir(), 'Applications')].map((folder) => `${folder}/${name}.app/Contents/MacOS/${name}`),
    );
  }
  if (process.platform === 'win32') {
    return [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
      .filter(Boolean)
      .flatMap((folder) => ['Google/Chrome', 'Chromium', 'Microsoft/Edge'].map((name) => `${folder}/${name}/Application/`))
      .flatMap((folder) => [`${folder}chrome.exe`, `${folder}msedge.exe`]);
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  return ['/usr/bin', '/usr/local/bin', '/snap/bin'].flatMap((folder) => names.map((name) => `${folder}/${name}`));
}

function playwrightPaths() {
  const caches = { darwin: 'Library/Caches', win32: 'AppData/Local' };
  const folder = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), caches[process.platform] ?? '.cache', 'ms-playwright');
  if (!existsSync(folder)) return [];
  const programs = [
    'chrome-linux/chrome',
    'chrome-linux64/chrome',
    'chrome-linux/headless_shell',
    'chrome-headless-shell-linux64/chrome-headless-shell',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
    'chrome-win/chrome.exe',
    'chrome-win64/chrome.exe',
  ];
  return readdirSync(folder)
    .filter((name) => name.startsWith('chromium'))
    .flatMap((name) => programs.map((program) => join(folder, name, program)));
}

/** The headless shell inside an npm package, unpacked by ourselves: its own unpacking goes to a fixed place and its flags lower the guard. */
function fetchFromNpm() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const program = join(FETCHED, 'chromium');
  if (!existsSync(program)) {
    console.log(`No browser found; fetching ${PACKAGE} …`);
    mkdirSync(FETCHED, { recursive: true });
    writeFileSync(join(FETCHED, 'package.json'), '{ "private": true }\n');
    if (npm(['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', PACKAGE], FETCHED).status !== 0) return null;
    writeFileSync(program, brotliDecompressSync(readFileSync(packed('chromium.br'))), { mode: 0o755 });
  }
  const plain = { path: program, env: {} };
  if (runs(plain)) return plain;
  const helped = { path: program, env: bundledLibraries() };
  return runs(helped) ? helped : null;
}

function packed(name) {
  return join(FETCHED, 'node_modules', '@sparticuz', 'chromium', 'bin', name);
}

/** The package's own copies of NSS and its like, for bare machines. */
function bundledLibraries() {
  const archive = packed('al2023.tar.br');
  const folder = join(FETCHED, 'libraries');
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true });
    spawnSync('tar', ['-x', '-C', folder], { input: brotliDecompressSync(readFileSync(archive)) });
  }
  return { LD_LIBRARY_PATH: join(folder, 'lib') };
}

function runs({ path, env }) {
  return spawnSync(path, ['--version'], { env: { ...process.env, ...env }, cwd: tmpdir(), timeout: 20_000 }).status === 0;
}

function installWithApt() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null;
  console.log('Installing chromium with apt-get …');
  const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  spawnSync('apt-get', ['update', '-q'], options);
  spawnSync('apt-get', ['install', '-qy', '--no-install-recommends', 'chromium'], options);
  return existsSync('/usr/bin/chromium') ? { path: '/usr/bin/chromium', env: {} } : null;
}
