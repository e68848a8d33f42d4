import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { METRICS } from '../../src/core/metrics/registry';
import { LANGUAGES } from '../../src/i18n/format';
import { openApp, test } from './harness';
import { finding, goTo, keepFile } from './person';
import { smallShop } from './shop-files';
import { words } from './words';

/** Results of the sheet of retention, top to bottom. */
async function results(page: Page): Promise<string[]> {
  return (await page.locator('.sheet td.val').allInnerTexts()).map(plain);
}

/** With plain blanks, as one types them. */
function plain(text: string): string {
  return text.replace(/\s/g, ' ');
}

test('the formula lab says of 1000, 200 and 1100 what each formula gives, without a shop and without a network', async ({
  app: { page, context },
}) => {
  await goTo(page, '#/lab');
  await context.setOffline(true);
  await page.locator('.sheet td.val').first().waitFor();
  expect(await results(page)).toEqual(['90.0–100.0 %', '90.0 %', '110.0 %', '75.0 %', '91.7 %']);
  expect(await page.locator('.sheet').innerText()).toContain(words('lab.retention.stock.impossible', { fresh: '200' }));
  expect(plain(await page.locator('.sheet').innerText())).toContain('88 %');
  expect(plain(await finding(page))).toContain('110.0 %');
  await page.getByLabel(words('lab.retention.lost')).fill('60');
  await page.getByText(/^94\.0\s%$/).waitFor();
  expect(await page.locator('.sheet').innerText()).toContain(words('lab.retention.count.off', { points: '−4.0 points', count: 40 }));
  await page.getByLabel(words('lab.retention.end')).fill('');
  await page.getByText(words('lab.finding.blank')).waitFor();
});

test('the formula lab takes the numbers of the shop, whose share opens the drawer', async ({ app: { page } }) => {
  await keepFile(page, { name: 'orders.csv', text: smallShop() });
  await goTo(page, '#/lab');
  await page
    .getByRole('button', { name: words('lab.from-shop') })
    .first()
    .click();
  await page.locator('.sheet td.val').first().waitFor();
  await page
    .locator('.sheet td.val', { hasText: /^55\.6\s%$/ })
    .first()
    .waitFor();
  expect((await results(page))[0]).toBe('55.6 %');
  await page.locator('.own a').last().click();
  await page.getByRole('dialog').waitFor();
});

test('the formula lab projects a typed cohort, says that its numbers are an example, and what cannot be', async ({ app: { page } }) => {
  await goTo(page, '#/lab');
  const sheet = page.locator('section', { has: page.getByRole('heading', { name: words('lab.contract'), exact: true }) });
  await sheet.getByText(words('lab.contract.example')).waitFor();
  const shown = async (): Promise<string> => plain(await sheet.innerText());
  await sheet.locator('table').last().waitFor();
  // Fader and Hardie 2007: 37.8 % after twelve periods, from the survivors of seven.
  expect(await shown()).toContain('After 12 periods 37.8 % of the 1,000');
  expect(await sheet.locator('table').last().locator('tbody tr').count()).toBe(13);
  await sheet.getByLabel(words('lab.contract.after', { period: 7 })).fill('600');
  await sheet.getByText(words('lab.contract.fault.rising')).waitFor();
  expect(await sheet.getByText(words('lab.contract.example')).count()).toBe(0);
  await sheet.getByRole('button', { name: words('lab.contract.fewer') }).click();
  await page.waitForFunction(() => [...document.querySelectorAll('section')].some((one) => one.innerText.includes('After 11 periods')));
  await sheet.getByRole('button', { name: words('lab.contract.more') }).click();
  await sheet.getByLabel(words('lab.contract.after', { period: 7 })).fill('517');
  await page.waitForFunction(() => [...document.querySelectorAll('section')].some((one) => one.innerText.includes('After 12 periods')));
});

for (const language of LANGUAGES) {
  test(`every figure stands in the dictionary in ${language}, with an example that works out`, async ({ browser, host }) => {
    const locale = { en: 'en-GB', 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW' }[language];
    const { page, context, watch } = await openApp(browser, host.url, { locale });
    await goTo(page, '#/dictionary');
    await page.locator('details.word').first().waitFor();
    expect(await page.locator('details.word').count()).toBe(METRICS.length);
    for (const entry of await page.locator('details.word > summary').all()) await entry.click();
    await page.waitForFunction((count) => document.querySelectorAll('details.word .given').length === count, METRICS.length);
    const text = await page.locator('main').innerText();
    expect(text.match(/.{0,40}(\{\w+\}|undefined|NaN|\[object).{0,40}/g)).toBeNull();
    await context.close();
    expect(watch.faults).toEqual([]);
  });
}
