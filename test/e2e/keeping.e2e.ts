import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { test } from './harness';
import { button, drop, finding, goTo, keepAnything, keepFile, mainText, storedRecords } from './person';
import { shopOfTwoKeys, smallShop, smallSurvey } from './shop-files';
import { words } from './words';

const FILE = { name: 'orders.csv', text: smallShop() };

/** The numbers of a file's row on the Data page and its button: lines, used, set aside if the table has that, left out. */
async function rowOf(page: Page, name: string): Promise<string[]> {
  const row = page.locator('table.files tbody tr', {
    has: page.getByRole('button', { name: words('history.open', { name }), exact: true }),
  });
  return (await row.locator('td').allInnerTexts()).slice(2);
}

test('a file of answers is previewed with its counts and scales, kept, and counted on the Data page', async ({ app: { page } }) => {
  await drop(page, { name: 'survey.csv', text: smallSurvey() });
  await button(page, 'commit.keep.file').waitFor();
  expect(await finding(page)).toBe('10 lines hold 10 respondents from 10 March 2024 to 19 March 2024.');
  await page.getByRole('combobox', { name: words('scores.of', { question: 'How likely are you to recommend us?' }) }).waitFor();
  await keepAnything(page);
  expect(page.url()).toMatch(/#\/data/);
  expect(await rowOf(page, 'survey.csv')).toEqual(['10', '10', '0', words('data.take-back')]);
  expect(await mainText(page)).toContain('10 respondents');
});

test('a wrong guess of the kind is mended with one click', async ({ app: { page } }) => {
  await drop(page, { name: 'survey.csv', text: smallSurvey() });
  const kind = (key: 'kind.answers' | 'kind.feedback') => page.getByRole('button', { name: words(key), exact: true });
  await button(page, 'commit.leave').waitFor();
  expect(await kind('kind.answers').getAttribute('aria-pressed')).toBe('true');
  await kind('kind.feedback').click();
  await expect.poll(() => kind('kind.feedback').getAttribute('aria-pressed')).toBe('true');
  await expect.poll(() => finding(page)).toMatch(/^10 lines hold 10 cases/);
});

test('a file that overlaps says in numbers what it would bring, is kept as an update, and every row is accounted for', async ({
  app: { page },
}) => {
  await keepFile(page, FILE);
  await goTo(page, '#/data');
  const [header, ...rows] = FILE.text.trim().split('\n');
  // A hundred rows that are there, ten of them with another sum, and one that is new.
  const again = rows.slice(0, 100).map((row, i) => (i < 10 ? row.replace(',10.00,', ',12.00,') : row));
  await drop(page, { name: 'again.csv', text: [header, ...again, 'A9000,C1,2024-03-31,10.00,tea'].join('\n') });
  await page.getByText('101 lines: 1 new to “Orders”, 10 changed, 90 there already.').waitFor();
  expect(
    await page
      .getByRole('combobox', { name: words('target.label') })
      .locator('option:checked')
      .innerText(),
  ).toBe('Orders');
  expect(await page.getByRole('radio', { checked: true, name: words('mode.update') }).count()).toBe(1);
  await keepAnything(page);
  await page.getByText('“again.csv” is kept: 1 new, 10 changed, 90 there already, 0 left out.').waitFor();

  await goTo(page, '#/data');
  const tail = ['0', words('data.take-back')];
  expect(await rowOf(page, 'again.csv')).toEqual(['101', '11', '90', ...tail]);
  expect(await rowOf(page, 'orders.csv')).toEqual(['240', '230', '10', ...tail]);

  // Taken back, the shop is as it was.
  await page.getByRole('button', { name: words('data.take-back.of', { name: 'again.csv' }), exact: true }).click();
  await expect.poll(() => rowOf(page, 'orders.csv')).toEqual(['240', '240', ...tail]);
});

test('an export of answers that overlaps says in numbers what it would bring, and counts once', async ({ app: { page } }) => {
  const [header, ...rows] = smallSurvey().trim().split('\n');
  const part = (from: number, to: number): string => [header, ...rows.slice(from, to), ''].join('\n');
  await drop(page, { name: 'first.csv', text: part(0, 7) });
  await keepAnything(page);
  await goTo(page, '#/data');
  await drop(page, { name: 'second.csv', text: part(4, 10) });
  await page.getByText('6 lines: 3 new to “First”, 0 changed, 3 there already.').waitFor();
  await keepAnything(page);
  await goTo(page, '#/data');
  const tail = ['0', words('data.take-back')];
  expect(await rowOf(page, 'second.csv')).toEqual(['6', '3', '3', ...tail]);
  expect(await rowOf(page, 'first.csv')).toEqual(['7', '7', '0', ...tail]);
  await page.getByRole('button', { name: words('data.take-back.of', { name: 'first.csv' }), exact: true }).click();
  await expect.poll(() => rowOf(page, 'second.csv')).toEqual(['6', '6', ...tail]);
});

test('orders and a survey that are dropped together are kept in one step and undone in one', async ({ app: { page } }) => {
  await drop(page, FILE, { name: 'survey.csv', text: smallSurvey() });
  await page.getByRole('button', { name: words('commit.keep.files', { count: 2 }), exact: true }).waitFor();
  expect(await finding(page)).toBe('2 files are read: 240 orders of 150 customers and 10 respondents.');
  await keepAnything(page);
  await goTo(page, '#/data');
  expect((await storedRecords(page)).imports).toBe(2);
  await button(page, 'undo.undo').click();
  await page.getByText(words('data.files.none')).waitFor();
  await button(page, 'undo.undo').click();
  await expect.poll(() => page.locator('table.files tbody tr').count()).toBe(2);
});

test('people who were taken together are split and put together again, and the customers follow', async ({ app: { page } }) => {
  await keepFile(page, { name: 'keys.csv', text: shopOfTwoKeys() });
  await goTo(page, '#/people');
  const together = 'Your files hold 5 people under several customer numbers, so the shop has 20 customers and not 25.';
  await expect.poll(() => finding(page)).toBe(together);
  await page.getByRole('button', { name: words('people.split.of', { name: 'K1' }), exact: true }).click();
  await expect
    .poll(() => finding(page))
    .toBe('Your files hold 4 people under several customer numbers, so the shop has 21 customers and not 25.');
  await page.getByRole('button', { name: words('people.join.of', { name: 'k1@example.com' }), exact: true }).click();
  await expect.poll(() => finding(page)).toBe(together);
});

test('more than 300 MB are asked about before anything is read, and leaving them leaves nothing', async ({ app: { page } }) => {
  const transfer = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    const piece = new Uint8Array(1_000_000).fill(0x2c);
    data.items.add(new File(new Array(301).fill(piece), 'years.csv'));
    return data;
  });
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  await button(page, 'heavy.read').waitFor();
  expect(await finding(page)).toBe('This is 301 MB to read.');
  await button(page, 'heavy.leave').click();
  await page.waitForURL(/#\/start/);
  expect((await storedRecords(page)).imports).toBe(0);
});
