// `npm test`: everything, from what is installed to what a person sees. The last line is `N passed, N failed`.
// With --long it runs the long trials instead (browsers killed in the middle of an import, and the like).
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDependencies, root } from './ensure.mjs';
import { findBrowser } from './find-browser.mjs';

ensureDependencies();
const sum = { passed: 0, failed: 0, skipped: 0 };
const reports = join(root, 'node_modules', '.cache', 'test-reports');
mkdirSync(reports, { recursive: true });

if (process.argv.includes('--long')) {
  const built = check('build', 'vite/bin/vite.js', 'build', '--logLevel', 'warn');
  if (built) withBrowser((env) => suite('long trials', ['--config', 'test/e2e/vitest.config.ts', '--mode', 'long'], env));
} else {
  check('types: page, worker and tests', 'svelte-check/bin/svelte-check', '--tsconfig', './tsconfig.json');
  check('types: core without a browser', 'typescript/bin/tsc', '--noEmit', '-p', 'src/core/tsconfig.json');
  suite('unit tests', []);
  if (check('build', 'vite/bin/vite.js', 'build', '--logLevel', 'warn')) {
    run('sizes', [join(root, '.scripts', 'sizes.mjs')]);
    withBrowser((env) => suite('end-to-end tests', ['--config', 'test/e2e/vitest.config.ts'], env));
  }
}

if (sum.skipped) console.log(`${sum.skipped} skipped: their data are not on this machine (LIUKE_DATA)`);
console.log(`${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed ? 1 : 0;

/** One check that either holds or not: the program of a package, run by this Node. */
function check(title, program, ...args) {
  return run(title, [join(root, 'node_modules', program), ...args]);
}

function run(title, args) {
  const good = execute(title, args);
  sum[good ? 'passed' : 'failed']++;
  return good;
}

/** A run of Vitest, counted test by test. A file that does not even load counts as one failure. */
function suite(title, args, env = {}) {
  const file = join(reports, `${title.replaceAll(' ', '-')}.json`);
  rmSync(file, { force: true });
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const good = execute(title, [vitest, 'run', ...args, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`], env);
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
  const unloaded = report?.testResults.filter((f) => f.status === 'failed' && f.assertionResults.length === 0).length ?? 0;
  const failed = (report?.numFailedTests ?? 0) + unloaded;
  sum.passed += report?.numPassedTests ?? 0;
  sum.skipped += report?.numPendingTests ?? 0;
  // An error outside of every test makes Vitest fail without a failed test.
  sum.failed += failed || (good ? 0 : 1);
}

function withBrowser(tests) {
  try {
    const { path, env } = findBrowser();
    tests({ LIUKE_BROWSER: path, LIUKE_BROWSER_ENV: JSON.stringify(env) });
  } catch (error) {
    console.error(error.message);
    sum.failed++;
  }
}

function execute(title, args, env = {}) {
  console.log(`\n── ${title}`);
  const began = performance.now();
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  console.log(`   ${status === 0 ? 'good' : 'FAILED'}, ${((performance.now() - began) / 1000).toFixed(1)} s`);
  return status === 0;
}
