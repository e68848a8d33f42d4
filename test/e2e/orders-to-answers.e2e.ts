import { expect } from 'vitest';
import { test } from './harness';
import { answered, button, choose, drop, finding, goTo, keep, keepFile, lookedAt, mainText, storedRecords } from './person';
import { smallShop } from './shop-files';
import { words } from './words';

const FILE = { name: 'orders.csv', text: smallShop() };

test('a dropped file is shown before anything is stored, and its parts add up to the file', async ({ app: { page } }) => {
  await drop(page, FILE);
  await lookedAt(page);
  expect(await finding(page)).toMatch(/240 lines hold 240 orders of 150 customers .* worth .*2,400\.00/);
  expect(await mainText(page)).toMatch(/The whole file 240 /);
  const { shops = 0, imports = 0, chunks = 0 } = await storedRecords(page);
  expect({ shops, imports, chunks }).toEqual({ shops: 0, imports: 0, chunks: 0 });
});

test('walking away leaves nothing behind', async ({ app: { page } }) => {
  await drop(page, FILE);
  await lookedAt(page);
  await button(page, 'commit.leave').click();
  await page.waitForURL(/#\/start/);
  await page.reload();
  await button(page, 'start.choose').waitFor();
  const { shops = 0, imports = 0, chunks = 0 } = await storedRecords(page);
  expect({ shops, imports, chunks }).toEqual({ shops: 0, imports: 0, chunks: 0 });
});

test('a kept file becomes answers, each the figure that was counted by hand', async ({ app: { page } }) => {
  await choose(page, FILE);
  await lookedAt(page);
  await keep(page);
  expect(await finding(page)).toMatch(
    /Of the 90 customers who bought in February 2024, 50 came back in March: 55\.6 %, likely 45\.\d–65\.\d %/,
  );
  expect(await mainText(page)).toContain('46.7 %');

  await goTo(page, '#/retention');
  expect(await finding(page)).toContain('55.6 %');
  // January 2024: 100 customers, 40 of them a month later.
  expect(await mainText(page)).toMatch(/Jan(uary)? 2024 100 .*40/);

  await goTo(page, '#/customers');
  expect(await mainText(page)).toContain('150');
});

test('after a reload the shop is as it was left', async ({ app: { page } }) => {
  await keepFile(page, FILE);
  const said = await finding(page);
  await page.reload();
  await answered(page);
  expect(await finding(page)).toBe(said);
});

test('an import is taken back whole and put back whole', async ({ app: { page } }) => {
  await keepFile(page, FILE);
  const said = await finding(page);
  await goTo(page, '#/data');
  await page.getByRole('button', { name: words('data.take-back.of', { name: FILE.name }) }).click();
  await button(page, 'undo.undo').waitFor();
  await page.evaluate(() => (location.hash = '#/overview'));
  await page.getByText(words('empty.no-orders.say')).waitFor();

  await button(page, 'undo.undo').click();
  await expect.poll(() => finding(page)).toBe(said);
});

test('the sample shop opens with one click, says that it is invented, and goes with one click', async ({ app: { page } }) => {
  const began = performance.now();
  await button(page, 'start.sample').click();
  await page.waitForURL(/#\/overview/);
  await answered(page);
  expect(performance.now() - began).toBeLessThan(3000);
  await page.getByText(words('shop.sample')).first().waitFor();
  expect(await finding(page)).toMatch(/^Of the [\d,]+ customers .* came back/);

  await goTo(page, '#/data');
  await button(page, 'data.clear-sample.act').click();
  await expect.poll(async () => (await storedRecords(page)).shops).toBe(0);
});

test('every number of the finding opens how it was computed', async ({ app: { page } }) => {
  await keepFile(page, FILE);
  const numbers = page.locator('main h1 a, main h1 button');
  expect(await numbers.count()).toBeGreaterThan(1);
  await numbers.first().click();
  const drawer = page.getByRole('dialog').first();
  await drawer.waitFor();
  await expect.poll(() => drawer.innerText()).toMatch(/50\s+90\s+= 55\.6/);
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'hidden' });
});
