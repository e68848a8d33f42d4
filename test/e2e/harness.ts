import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { expect, test as base } from 'vitest';
import { serveFolder, type Served } from '../../.scripts/serve-folder.mjs';
import { launchBrowser, PATIENCE } from './browser';
import { Watch } from './watch';

/** The built app. */
export const DIST = process.env.LIUKE_DIST ?? fileURLToPath(new URL('../../dist', import.meta.url));
/** Where a shop's web server may put it: never at the root, so that a wrong address shows. */
export const BASE = '/some/shop/';

/** A person's browser with the app open in it, watched from the first moment. */
export interface App {
  context: BrowserContext;
  page: Page;
  url: string;
  watch: Watch;
}

/** Serves the app as the plainest host does: under a path of its own, without headers. */
export function serveApp(options: { folder?: string; port?: number; sendHeaders?: boolean } = {}): Promise<Served> {
  if (!existsSync(DIST)) throw new Error('dist/ is missing: run `npm run build` first');
  return serveFolder({ folder: DIST, base: BASE, sendHeaders: false, ...options });
}

/** Stops a server at once, connections that are still open included. */
export function stop({ server }: Served): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

/** A fresh profile with the app open. */
export async function openApp(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<App> {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/London', ...options });
  context.setDefaultTimeout(PATIENCE);
  const watch = await Watch.over(context, new URL(url).origin);
  const page = await context.newPage();
  await page.goto(url);
  return { context, page, url, watch };
}

/** Waits until the service worker has kept the app and answers for this page. */
export async function keptOffline(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
}

/** A test with a browser and a server of its file and an app of its own; it fails when the watch has seen a fault. */
export const test = base.extend<{ browser: Browser; host: Served; app: App }>({
  browser: [
    async ({}, use) => {
      const browser = await launchBrowser();
      await use(browser);
      await browser.close();
    },
    { scope: 'file' },
  ],
  host: [
    async ({}, use) => {
      const host = await serveApp();
      await use(host);
      await stop(host);
    },
    { scope: 'file' },
  ],
  app: async ({ browser, host }, use) => {
    const app = await openApp(browser, host.url);
    await use(app);
    await app.context.close();
    expect(app.watch.faults).toEqual([]);
  },
});
