import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { openApp, test } from './harness';
import { answered, button, drop, goTo, keep, keepAnything, keepFile, lookedAt } from './person';
import { pages } from './pages';
import { words } from './words';
import { shopOfTwoKeys, smallShop, smallSurvey } from './shop-files';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const FILE = { name: 'orders.csv', text: smallShop() };

interface Violation {
  id: string;
  nodes: { target: string[]; failureSummary: string }[];
}

/** What axe finds on the page as it stands, a line for each element. */
async function violations(page: Page): Promise<string[]> {
  // The policy refuses a script element; evaluated code comes in by the debugger.
  await page.evaluate(AXE);
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
    return (await axe.run()).violations;
  });
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} – ${node.failureSummary}`));
}

/** Elements that reach over the right edge of the window, outside of boxes that scroll by themselves. */
function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** What opens over a page, and how. Each is closed with Escape. */
const OPENINGS: Record<string, (page: Page) => Promise<void>> = {
  'customers, the drawer of the list': (page) => opened(page, '#/customers?min=2', page.locator('main h1 a').first()),
  'customer, the drawer of the rank': (page) => opened(page, '#/customer/C1', page.locator('.line a').last()),
  'data, renaming': (page) => opened(page, '#/data', button(page, 'data.rename.act')),
  'data, erasing': (page) => opened(page, '#/data', button(page, 'data.erase-shop.act')),
  'data, pasting': (page) => opened(page, '#/data', button(page, 'data.files.paste')),
  'overview, the period': (page) => opened(page, '#/overview', page.locator('.run .ctl').first()),
};

async function opened(page: Page, hash: string, opener: Locator): Promise<void> {
  await goTo(page, hash);
  await opener.click();
  await page.locator('[role=dialog]:visible, dialog:visible').first().waitFor();
  await answered(page);
}

/** What the intake shows beside a single file of orders: each is looked at and left. */
const INTAKE: Record<string, (page: Page) => Promise<void>> = {
  'preview of records': async (page) => drop(page, { name: 'survey.csv', text: smallSurvey() }),
  'preview of several files': async (page) =>
    drop(page, FILE, { name: 'survey.csv', text: smallSurvey() }, { name: 'empty.csv', text: '' }),
  'preview of a file that overlaps': async (page) => drop(page, { name: 'again.csv', text: FILE.text.replaceAll(',10.00,', ',11.00,') }),
  'preview of a refused file': async (page) => drop(page, { name: 'values.csv', text: 'a\n1\n2\n3\n' }),
};

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any page, ${colorScheme}`, async ({ browser, host }) => {
    const { page, context, watch } = await openApp(browser, host.url, { colorScheme, reducedMotion: 'reduce' });
    const found: Record<string, string[]> = {};
    await answered(page);
    found['start, empty'] = await violations(page);
    await drop(page, FILE);
    await lookedAt(page);
    found.preview = await violations(page);
    await page.locator('.recon td.n button').first().click();
    await button(page, 'preview.not-right').click();
    await page.locator('.rawlines').waitFor();
    found['preview, lines of a part and the way it is written'] = await violations(page);
    await keep(page);
    for (const [name, hash] of Object.entries(pages('C1'))) {
      await goTo(page, hash);
      found[name] = await violations(page);
    }
    await goTo(page, '#/overview');
    await page.locator('main h1 a, main h1 button').first().click();
    await page.getByRole('dialog').first().waitFor();
    found.drawer = await violations(page);
    for (const [name, open] of Object.entries(OPENINGS)) {
      await open(page);
      found[name] = await violations(page);
      await page.keyboard.press('Escape');
      await page.locator('[role=dialog]:visible, dialog:visible').first().waitFor({ state: 'hidden' });
    }
    for (const [name, look] of Object.entries(INTAKE)) {
      await goTo(page, '#/data');
      await look(page);
      await button(page, 'commit.leave').waitFor();
      if (name.endsWith('overlaps')) await page.getByText(words('mode.update'), { exact: true }).waitFor();
      found[name] = await violations(page);
      await button(page, 'commit.leave').click();
      await page.waitForURL(/#\/data/);
    }
    await drop(page, { name: 'keys.csv', text: shopOfTwoKeys() });
    await keepAnything(page);
    await goTo(page, '#/people');
    found['people taken together'] = await violations(page);
    await goTo(page, '#/data');
    await page.locator('.opener').first().click();
    found['data, a file opened'] = await violations(page);
    expect(Object.entries(found).filter(([, list]) => list.length > 0)).toEqual([]);
    await context.close();
    expect(watch.faults).toEqual([]);
  });
}

for (const viewport of [
  { width: 360, height: 740 },
  { width: 768, height: 1024 },
  { width: 1440, height: 900 },
]) {
  test(`no page scrolls sideways at ${viewport.width} pixels`, async ({ browser, host }) => {
    const { page, context, watch } = await openApp(browser, host.url, { viewport, reducedMotion: 'reduce' });
    await answered(page);
    const over: Record<string, number> = { 'start, empty': await sidewaysScroll(page) };
    await drop(page, FILE);
    await lookedAt(page);
    over.preview = await sidewaysScroll(page);
    await keep(page);
    for (const [name, hash] of Object.entries(pages('C1'))) {
      await goTo(page, hash);
      over[name] = await sidewaysScroll(page);
    }
    await page.evaluate(() => (location.hash = '#/data'));
    await page.locator('.opener').first().click();
    over['data, a file opened'] = await sidewaysScroll(page);
    for (const [name, look] of Object.entries(INTAKE)) {
      await goTo(page, '#/data');
      await look(page);
      await button(page, 'commit.leave').waitFor();
      over[name] = await sidewaysScroll(page);
      await button(page, 'commit.leave').click();
      await page.waitForURL(/#\/data/);
    }
    expect(Object.entries(over).filter(([, pixels]) => pixels > 0)).toEqual([]);
    await context.close();
    expect(watch.faults).toEqual([]);
  });
}

test('each page has one first heading, a main part and its name in the title', async ({ app: { page } }) => {
  await keepFile(page, FILE);
  for (const hash of Object.values(pages('C1'))) {
    await goTo(page, hash);
    expect(await page.locator('h1:visible').count(), hash).toBe(1);
    expect(await page.locator('main').count(), hash).toBe(1);
    expect(await page.title(), hash).toMatch(/ · Liuke 留客$/);
  }
});
