import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { DIST, keptOffline, openApp, serveApp, stop, test } from './harness';
import { answered, button, finding, goTo, keepFile } from './person';
import { nextBuild } from './next-build';
import { smallShop } from './shop-files';

const buildOf = (page: Page) => page.evaluate(() => document.documentElement.dataset.build ?? 'first');
const lookForUpdate = (page: Page) => page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));

test('a new version is offered, waits, and comes only when asked for', async ({ browser }) => {
  const site = await mkdtemp(join(tmpdir(), 'liuke-site-'));
  await cp(DIST, site, { recursive: true });
  const host = await serveApp({ folder: site });
  const { page, context, watch } = await openApp(browser, host.url);
  await keptOffline(page);
  await keepFile(page, { name: 'orders.csv', text: smallShop() });
  const said = await finding(page);

  await rm(site, { recursive: true });
  await nextBuild(DIST, site, 'second');
  await lookForUpdate(page);
  await button(page, 'update.use').waitFor();

  // The old version stays whole: a page that was never opened comes from what is kept, though its file is gone from the host.
  await goTo(page, '#/settings');
  await page.reload();
  await answered(page);
  expect(await buildOf(page)).toBe('first');
  await button(page, 'update.use').waitFor();

  let loads = 0;
  page.on('framenavigated', () => loads++);
  await goTo(page, '#/overview');
  loads = 0;
  await button(page, 'update.use').click();
  await page.waitForFunction(() => document.documentElement.dataset.build === 'second');
  await answered(page);
  expect(loads).toBe(1);
  expect(await finding(page)).toBe(said);
  expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(1);
  await context.close();
  await stop(host);
  await rm(site, { recursive: true, force: true });
  expect(watch.faults).toEqual([]);
});

test('another tab is told, not reloaded, when the new version is let in', async ({ browser }) => {
  const site = await mkdtemp(join(tmpdir(), 'liuke-site-'));
  await cp(DIST, site, { recursive: true });
  const host = await serveApp({ folder: site });
  const { page, context, watch } = await openApp(browser, host.url);
  await keptOffline(page);
  const other = await context.newPage();
  await other.goto(host.url);
  await rm(site, { recursive: true });
  await nextBuild(DIST, site, 'second');
  await lookForUpdate(page);
  await button(page, 'update.use').click();
  await page.waitForFunction(() => document.documentElement.dataset.build === 'second');
  expect(await buildOf(other)).toBe('first');
  await button(other, 'update.use').click();
  await other.waitForFunction(() => document.documentElement.dataset.build === 'second');
  await context.close();
  await stop(host);
  await rm(site, { recursive: true, force: true });
  expect(watch.faults).toEqual([]);
});
