import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { test } from './harness';
import { answered, finding } from './person';
import { smallShop } from './shop-files';
import { words } from './words';

/** Presses Tab until the element with focus has this name; fails when it is not reached in a hundred steps. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let step = 0; step < 100; step++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null;
      return (element?.getAttribute('aria-label') ?? element?.innerText ?? '').replace(/\s+/g, ' ').trim();
    });
    if (at === name) return;
  }
  throw new Error(`Tab never reaches “${name}”`);
}

/** Whether the element with focus shows it: an outline that is there and not transparent. */
function focusIsSeen(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const style = getComputedStyle(document.activeElement!);
    return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
  });
}

test('from an empty page to a taken-back file with the keyboard alone', async ({ app: { page } }) => {
  await page.getByRole('heading', { name: words('start.title') }).waitFor();
  await tabTo(page, words('start.paste'));
  expect(await focusIsSeen(page)).toBe(true);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  const field = page.getByRole('textbox', { name: words('paste.field') });
  for (let step = 0; step < 10 && !(await field.evaluate((element) => element === document.activeElement)); step++) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.insertText(smallShop());
  await tabTo(page, words('paste.look'));
  await page.keyboard.press('Enter');

  await page.getByRole('button', { name: words('commit.keep') }).waitFor();
  await tabTo(page, words('commit.keep'));
  expect(await focusIsSeen(page)).toBe(true);
  await page.keyboard.press('Enter');
  await page.waitForURL(/#\/overview/);
  await answered(page);
  expect(await finding(page)).toContain('55.6 %');

  // A number of the finding opens its drawer; Escape closes it and gives the focus back.
  const number = page.locator('main h1 a, main h1 button').first();
  await tabTo(page, (await number.innerText()).replace(/\s+/g, ' ').trim());
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').first().waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').first().waitFor({ state: 'hidden' });
  await expect.poll(() => number.evaluate((element) => element === document.activeElement)).toBe(true);

  await tabTo(page, words('page.data'));
  await page.keyboard.press('Enter');
  await page.waitForURL(/#\/data/);
  await answered(page);
  await tabTo(page, words('data.take-back.of', { name: words('paste.name') }));
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: words('undo.undo') }).waitFor();
});

test('the first Tab of a page leads past the navigation', async ({ app: { page } }) => {
  await page.evaluate(() => (location.hash = '#/settings'));
  await answered(page);
  await page.reload();
  await answered(page);
  await tabTo(page, words('nav.skip'));
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
});
