// Measures the built app in a real Chromium: `npm run measure -- FILE...`; without files, a made shop of 1 000 000 order lines.
// FILE may also be a number of lines: then an orders file of so many lines is made (10000000 for the largest that is promised).
// Prints, per file: drop to preview, keep to first answers, both together, the longest task of the page, the renderer's peak memory,
// reopening, changing the view, and how long Cancel takes. Answers are read off the screen, so a wrong page cannot be fast.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { bundled } from './bundle.mjs';
import { findBrowser } from './find-browser.mjs';
import { serveFolder } from './serve-folder.mjs';

/** Longest that is waited for a page, ms. */
const LONGEST = 300_000;
const root = fileURLToPath(new URL('..', import.meta.url));
const cache = join(root, 'node_modules', '.cache', 'liuke');
mkdirSync(cache, { recursive: true });

const files = await Promise.all(process.argv.slice(2).map((file) => (/^\d+$/.test(file) ? manyLines(Number(file)) : file)));
if (files.length === 0) files.push(await madeShop());
if (!existsSync(join(root, 'dist', 'index.html'))) spawnSync('npx', ['vite', 'build'], { cwd: root, stdio: 'inherit' });

const { server, url } = await serveFolder({ folder: join(root, 'dist'), base: '/shop/' });
for (const file of files) await measure(file);
server.close();

async function madeShop() {
  const file = join(cache, 'orders-1000000.csv');
  if (!existsSync(file)) (await bundled('test/fixtures/make-shop.ts')).makeShop(file, { lines: 1_000_000, seed: 1 });
  return file;
}

async function manyLines(lines) {
  const file = join(tmpdir(), `liuke-${lines}-lines.csv`);
  if (!existsSync(file)) await (await bundled('test/e2e/million-lines.ts')).writeManyLines(file, lines);
  return file;
}

async function measure(file) {
  console.log(`\n${basename(file)}, ${(statSync(file).size / 1e6).toFixed(1)} MB`);
  const profile = join(cache, `measure-${process.pid}`);
  const { path, env } = findBrowser();
  const launch = () =>
    chromium.launchPersistentContext(profile, {
      executablePath: path,
      env: { ...process.env, ...env },
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    });
  try {
    let context = await launch();
    let page = await openPage(context);
    await cancelled(page, file);
    const before = rendererMemory();
    const watch = watchMemory();
    const began = performance.now();
    await chooseFile(page, file);
    const keep = page.getByRole('button', { name: 'Keep these orders' });
    await keep.waitFor({ timeout: LONGEST });
    await page.waitForFunction(() => !document.querySelector('main [aria-busy="true"]'));
    const looked = performance.now();
    const toPreview = watch.peak();
    await keep.click();
    await answered(page);
    const read = performance.now();
    const peak = await watch.stop();
    say('drop → preview', looked - began);
    say('keep → first answers', read - looked);
    say('drop → first answers', read - began);
    console.log(`  finding: ${(await page.locator('main h1').first().innerText()).replace(/\s+/g, ' ')}`);
    say('longest task of the page', await page.evaluate(() => Math.max(0, ...globalThis.longTasks)));
    console.log(
      `  renderer memory: ${mb(before)} before, ${mb(toPreview)} at most up to the preview, ${mb(peak)} in all, ${mb(peak - before)} more`,
    );
    for (const [name, change] of [
      ['refunds: behaviour → ignore', { refunds: 'ignore' }],
      ['period: three months shorter', await innerPeriod(page)],
      ['grain: month → week', { grain: 'week' }],
    ]) {
      say(`change of view, ${name}`, await changeView(page, change));
    }
    await context.close();
    context = await launch();
    page = await context.newPage();
    await watchTasks(page);
    const reopening = performance.now();
    await page.goto(`${url}#/overview`);
    await answered(page);
    say('reopening → overview', performance.now() - reopening);
    await context.close();
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}

async function openPage(context) {
  const page = await context.newPage();
  await watchTasks(page);
  await page.goto(url);
  await page.locator('input[type=file]').first().waitFor({ state: 'attached' });
  return page;
}

function watchTasks(page) {
  return page.addInitScript(() => {
    globalThis.longTasks = [];
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => globalThis.longTasks.push(entry.duration))).observe({
      type: 'longtask',
      buffered: true,
    });
  });
}

async function chooseFile(page, file) {
  await page.locator('input[type=file]').first().setInputFiles(file);
  const next = page.getByRole('button', { name: /^(Cancel|Read it|Keep these orders)$/ }).first();
  await next.waitFor({ timeout: LONGEST });
  // Of a very large file the page first says what it takes.
  if ((await next.innerText()) === 'Read it') await next.click();
}

/** Cancel in the middle of reading: from the click until the page is back and nothing is stored. */
async function cancelled(page, file) {
  await chooseFile(page, file);
  const cancel = page.getByRole('button', { name: 'Cancel' });
  await cancel.waitFor();
  // Long enough to be in the middle of it, short enough for a file of half a million lines.
  await page.waitForTimeout(250);
  const spent = await cancel.evaluate(
    (button) =>
      new Promise((resolve) => {
        const began = performance.now();
        const look = () => (button.isConnected ? requestAnimationFrame(look) : resolve(performance.now() - began));
        button.click();
        look();
      }),
  );
  say('Cancel → page is back', spent);
  await page.waitForTimeout(300);
}

async function answered(page) {
  await page.waitForURL(/#\/overview/, { timeout: LONGEST });
  await page.locator('main h1').first().waitFor({ timeout: LONGEST });
  await page.waitForFunction(() => document.querySelector('main figure svg') && !document.querySelector('main [aria-busy="true"]'), null, {
    timeout: LONGEST,
  });
}

/** A period within the file's: without its first two months and its last one, by the dates that the period control shows. */
async function innerPeriod(page) {
  const shown = await page.locator('header button').filter({ hasText: '–' }).first().innerText();
  const [first, last] = shown.split('–').map((text) => Date.parse(`${text.trim()} UTC`));
  const iso = (time) => new Date(time).toISOString().slice(0, 10);
  return { from: iso(first + 60 * 86_400_000), to: iso(last - 30 * 86_400_000) };
}

/** From the change of the address until the page stands still with new answers. */
function changeView(page, change) {
  return page.evaluate(
    (change) =>
      new Promise((resolve, reject) => {
        const [path, search = ''] = location.hash.split('?');
        const query = new URLSearchParams(search);
        for (const [key, value] of Object.entries(change)) query.set(key, value);
        const before = document.querySelector('main').innerText;
        const began = performance.now();
        location.hash = `${path}?${query}`;
        // New words and nothing asked any more; on a fast machine the asking itself may fall between two frames.
        const look = () => {
          const busy = document.querySelector('main [aria-busy="true"]') !== null;
          const spent = performance.now() - began;
          if (!busy && document.querySelector('main').innerText !== before) resolve(spent);
          else if (spent > 10_000) reject(new Error(`the view did not change: ${JSON.stringify(change)}`));
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
    change,
  );
}

/** Private memory of all renderers of this browser, in bytes: what the page and its worker hold. Linux only; NaN elsewhere. */
function rendererMemory() {
  let bytes = 0;
  if (!existsSync('/proc')) return NaN;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      if (!command.includes('--type=renderer') || !isOurs(Number(pid))) continue;
      bytes += Number(/RssAnon:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
    } catch {
      // The process ended while it was looked at.
    }
  }
  return bytes;
}

/** Whether a process descends from this one. */
function isOurs(pid) {
  for (let at = pid; at > 1;) {
    if (at === process.pid) return true;
    at = Number(/PPid:\s+(\d+)/.exec(readFileSync(`/proc/${at}/status`, 'utf8'))?.[1] ?? 0);
  }
  return false;
}

function watchMemory() {
  let peak = 0;
  let watching = true;
  const done = (async () => {
    while (watching) {
      peak = Math.max(peak, rendererMemory());
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  })();
  return {
    peak: () => peak,
    stop: async () => {
      watching = false;
      await done;
      return peak;
    },
  };
}

function say(name, ms) {
  console.log(`  ${name}: ${Math.round(ms)} ms`);
}

function mb(bytes) {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
