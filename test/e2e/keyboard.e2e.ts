import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { test } from './harness';
import { answered, finding, goTo, keepFile } from './person';
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

test('the list of customers and a customer are read with the keyboard alone', async ({ app: { page } }) => {
  await keepFile(page, { name: 'orders.csv', text: smallShop() });
  await goTo(page, '#/customers');
  const row = () => page.evaluate(() => Number((document.activeElement as HTMLElement).dataset.row));
  await page.locator('[data-row="0"]').focus();
  for (const [key, to] of [
    ['ArrowDown', 1],
    ['End', 149],
    ['Home', 0],
    ['ArrowDown', 1],
  ] as const) {
    await page.keyboard.press(key);
    await expect.poll(row).toBe(to);
  }
  await page.keyboard.press('Enter');
  await page.waitForURL(/#\/customer\//);
  await answered(page);

  // Each number of the customer says how it is computed, and gives the focus back.
  const numbers = page.locator('main h1 a, main .line a');
  const count = await numbers.count();
  expect(count).toBeGreaterThan(5);
  for (let i = 0; i < count; i++) {
    await numbers.nth(i).focus();
    await page.keyboard.press('Enter');
    await page.locator('.drawer h2').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.drawer').waitFor({ state: 'detached' });
    await expect.poll(() => numbers.nth(i).evaluate((element) => element === document.activeElement)).toBe(true);
  }
});

test('a question that cannot be undone keeps the focus inside and gives it back', async ({ app: { page } }) => {
  await keepFile(page, { name: 'orders.csv', text: smallShop() });
  await goTo(page, '#/data');
  const opener = page.getByRole('button', { name: words('data.erase-shop.act') });
  await opener.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  for (let step = 0; step < 6; step++) {
    await page.keyboard.press('Tab');
    // A browser may take the keyboard to its own bar; it may not go to what stands behind.
    expect(await page.evaluate(() => document.activeElement === document.body || document.activeElement?.closest('dialog') !== null)).toBe(
      true,
    );
  }
  await page.keyboard.press('Escape');
  await expect.poll(() => opener.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await finding(page)).toContain('1 file');
});
