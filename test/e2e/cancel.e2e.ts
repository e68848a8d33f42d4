import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { test } from './harness';
import { answered, button, choose, finding, goTo, keepFile, lookedAt, storedRecords } from './person';
import { largeShop, smallShop } from './shop-files';

const ROWS = 300_000;
let folder: string;
let large: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'liuke-large-'));
  large = join(folder, 'large.csv');
  await writeFile(large, largeShop(ROWS));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Clicks Cancel from inside the page and returns the milliseconds until the import is no longer shown. */
function cancelTime(page: Page, name: string): Promise<number> {
  return page.evaluate((label) => {
    const cancel = [...document.querySelectorAll('button')].find((b) => b.textContent?.trim() === label);
    const began = performance.now();
    cancel!.click();
    return new Promise<number>((resolve) => {
      const look = () => {
        if (document.contains(cancel!)) requestAnimationFrame(look);
        else resolve(performance.now() - began);
      };
      look();
    });
  }, name);
}

/** Clicks Cancel as soon as it is there: the whole of keeping is over in a moment. */
function cancelAtFirstSight(page: Page): Promise<void> {
  return page.evaluate(() => {
    new MutationObserver((_, observer) => {
      const cancel = [...document.querySelectorAll('button')].find((b) => b.textContent?.trim() === 'Cancel');
      if (!cancel) return;
      observer.disconnect();
      cancel.click();
    }).observe(document.body, { childList: true, subtree: true });
  });
}

test('cancelling while a file is read ends it within 300 ms and leaves nothing', async ({ app: { page } }) => {
  await choose(page, large);
  await button(page, 'progress.cancel').waitFor();
  expect(await cancelTime(page, 'Cancel')).toBeLessThan(300);
  await page.reload();
  await button(page, 'start.choose').waitFor();
  const { shops = 0, imports = 0, chunks = 0 } = await storedRecords(page);
  expect({ shops, imports, chunks }).toEqual({ shops: 0, imports: 0, chunks: 0 });
});

test('cancelling while a file is kept leaves the shop as it was', async ({ app: { page } }) => {
  await keepFile(page, { name: 'small.csv', text: smallShop() });
  const said = await finding(page);
  const before = await storedRecords(page);
  await goTo(page, '#/data');
  await choose(page, large);
  await lookedAt(page);
  await cancelAtFirstSight(page);
  await button(page, 'commit.keep').click();
  await page.waitForURL(/#\/data/);
  await goTo(page, '#/overview');
  await page.reload();
  await answered(page);
  expect(await finding(page)).toBe(said);
  const { shops, imports, chunks } = await storedRecords(page);
  expect({ shops, imports, chunks }).toEqual({ shops: before.shops, imports: before.imports, chunks: before.chunks });
});

test('cancelling while the first file is kept leaves no shop', async ({ app: { page } }) => {
  await choose(page, large);
  await lookedAt(page);
  await cancelAtFirstSight(page);
  await button(page, 'commit.keep').click();
  await button(page, 'start.choose').waitFor();
  await page.reload();
  await button(page, 'start.choose').waitFor();
  const { shops = 0, imports = 0, chunks = 0 } = await storedRecords(page);
  expect({ shops, imports, chunks }).toEqual({ shops: 0, imports: 0, chunks: 0 });
});
