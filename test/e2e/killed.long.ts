import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { browserCommand } from './browser';
import { serveApp, stop } from './harness';
import { answered, button, choose, finding, keepFile, lookedAt } from './person';
import { largeShop, smallShop } from './shop-files';

const TRIALS = Number(process.env.LIUKE_TRIALS ?? 40);
/** Milliseconds after the click at which the last browser is killed. */
const LONGEST = 300;

interface Running {
  child: ChildProcess;
  browser: Browser;
  page: Page;
}

/** Whatever a failed trial left running. */
const alive = new Set<ChildProcess>();
afterAll(() => alive.forEach((child) => process.kill(-child.pid!, 'SIGKILL')));

/** A browser that is a process of ours, so that it can be killed as a crash or a power button does. */
async function start(profile: string, url: string): Promise<Running> {
  const { path, args, env } = browserCommand();
  await rm(join(profile, 'DevToolsActivePort'), { force: true });
  const flags = ['--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`, '--no-first-run', 'about:blank'];
  const child = spawn(path, [...args, ...flags], { env, stdio: 'ignore', detached: true });
  alive.add(child);
  child.once('exit', () => alive.delete(child));
  const portFile = join(profile, 'DevToolsActivePort');
  for (let wait = 0; wait < 200 && !(existsSync(portFile) && readFileSync(portFile, 'utf8').includes('\n')); wait++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${readFileSync(portFile, 'utf8').split('\n')[0]}`);
  const page = browser.contexts()[0]!.pages()[0]!;
  page.setDefaultTimeout(20_000);
  await page.goto(url);
  return { child, browser, page };
}

async function kill(running: Running): Promise<void> {
  // The whole group: the browser and every process of its pages.
  const ended = once(running.child, 'exit');
  process.kill(-running.child.pid!, 'SIGKILL');
  await ended;
  await running.browser.close().catch(() => undefined);
}

/** Ends the browser as a person does, with everything written. */
async function quit(running: Running): Promise<void> {
  const ended = once(running.child, 'exit');
  await (await running.browser.newBrowserCDPSession()).send('Browser.close');
  await ended;
}

interface Stored {
  imports: { name: string; state: string; chunks: number; wanted: number }[];
  orphans: number;
}

/** What is stored, import by import: its chunks, and how many its manifest wants; and chunks of no import at all. */
function audit(page: Page): Promise<Stored> {
  return page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    interface Row {
      id: number;
      name: string;
      state: string;
      manifest: { tables: Record<string, { chunks: unknown[] }> } | null;
    }
    const [first] = await indexedDB.databases();
    const database = await settled(indexedDB.open(first!.name!));
    const rows = (await settled(database.transaction('imports').objectStore('imports').getAll())) as Row[];
    const keys = (await settled(database.transaction('chunks').objectStore('chunks').getAllKeys())) as [number, string, number][];
    database.close();
    const imports = rows.map(({ id, name, state, manifest }) => ({
      name,
      state,
      chunks: keys.filter(([importId]) => importId === id).length,
      wanted: Object.values(manifest?.tables ?? {}).reduce((sum, table) => sum + table.chunks.length, 0),
    }));
    return { imports, orphans: keys.filter(([importId]) => !rows.some((row) => row.id === importId)).length };
  });
}

test(`a browser killed at any moment of ${TRIALS} imports leaves whole imports and nothing else`, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'liuke-killed-'));
  const large = join(folder, 'large.csv');
  await writeFile(large, largeShop(200_000));
  const host = await serveApp();
  const prepared = await start(join(folder, 'prepared'), host.url);
  await keepFile(prepared.page, { name: 'small.csv', text: smallShop() });
  const said = await finding(prepared.page);
  const { imports: before } = await audit(prepared.page);
  await quit(prepared);

  let whole = 0;
  for (let trial = 0; trial < TRIALS; trial++) {
    const profile = join(folder, 'trial');
    await cp(join(folder, 'prepared'), profile, { recursive: true });
    const doomed = await start(profile, `${host.url}#/data`);
    await answered(doomed.page);
    await choose(doomed.page, large);
    await lookedAt(doomed.page);
    await button(doomed.page, 'commit.keep').click();
    // From before the first record to after the last: the moments are spread evenly over the import.
    await doomed.page.waitForTimeout((trial / TRIALS) * LONGEST);
    await kill(doomed);

    const after = await start(profile, `${host.url}#/overview`);
    await answered(after.page);
    expect(await finding(after.page)).toBe(said);
    const { imports, orphans } = await audit(after.page);
    expect({ trial, orphans, first: imports[0] }).toEqual({ trial, orphans: 0, first: before[0] });
    for (const { state, chunks, wanted } of imports)
      expect({ trial, state, chunks }).toEqual({ trial, state: 'committed', chunks: wanted });
    whole += imports.length - 1;
    await kill(after);
    await rm(profile, { recursive: true, force: true });
  }
  console.log(`${TRIALS} kills: ${TRIALS - whole} left the shop as it was, ${whole} had kept the whole file`);
  expect(whole).toBeLessThan(TRIALS);
  await stop(host);
  await rm(folder, { recursive: true, force: true });
});
