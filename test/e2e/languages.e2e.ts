import { expect } from 'vitest';
import { LANGUAGES } from '../../src/i18n/format';
import { LANGUAGE_NAMES } from '../../src/ui/frame/language-names';
import { openApp, test } from './harness';
import { answered, button, drop, finding, goTo, keep, keepFile, lookedAt } from './person';
import { pages } from './pages';
import { smallShop } from './shop-files';
import { words } from './words';

const FILE = { name: 'orders.csv', text: smallShop() };
/** Words of each script that every page with a figure is likely to hold, and that the other script writes otherwise. */
const OTHER_SCRIPT: Record<string, RegExp> = { 'zh-Hans': /[數據訂單顧還從沒過]/, 'zh-Hant': /[数据订单顾还从没过]/ };

for (const language of LANGUAGES) {
  test(`a device that speaks ${language} is spoken to in ${language}, from the first page to the answers`, async ({ browser, host }) => {
    const locale = { en: 'en-GB', 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW' }[language];
    const { page, context, watch } = await openApp(browser, host.url, { locale });
    await page.getByRole('heading', { name: words('start.title', {}, language) }).waitFor();
    expect(await page.getAttribute('html', 'lang')).toBe(language);
    await drop(page, FILE);
    await lookedAt(page, language);
    await keep(page, language);
    expect(await finding(page)).toMatch(/90.*50.*55\.6|55\.6.*90/);
    for (const hash of Object.values(pages('C1'))) {
      await goTo(page, hash);
      const other = OTHER_SCRIPT[language];
      // Each language is called by its own name everywhere.
      const text = (await page.locator('main').innerText()).replace(/简体|繁體|有赞|淘宝/g, '');
      if (other) expect(text, hash).not.toMatch(other);
      expect(text, hash).not.toMatch(/\{\w+\}|undefined|NaN|\[object/);
    }
    await context.close();
    expect(watch.faults).toEqual([]);
  });
}

test('a language is changed at once, everywhere, and is there before the first paint of the next visit', async ({ app: { page } }) => {
  await keepFile(page, FILE);
  for (const language of ['zh-Hans', 'zh-Hant', 'en'] as const) {
    await goTo(page, '#/settings');
    await page.getByRole('main').getByRole('button', { name: LANGUAGE_NAMES[language] }).click();
    await page.getByRole('heading', { name: words('settings.finding', {}, language) }).waitFor();
    expect(await page.getAttribute('html', 'lang')).toBe(language);
    // Seen by the first script of the next visit, before any of ours has run.
    await page.reload({ waitUntil: 'commit' });
    expect(await page.getAttribute('html', 'lang')).toBe(language);
    await answered(page);
  }
});

test('a chosen theme is there before the first paint of the next visit', async ({ app: { page } }) => {
  await keepFile(page, FILE);
  await goTo(page, '#/settings');
  await button(page, 'settings.theme.dark').click();
  await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
  await page.reload({ waitUntil: 'commit' });
  await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
  await answered(page);
  await button(page, 'settings.theme.system').click();
  await page.waitForFunction(() => document.documentElement.dataset.theme === undefined);
});
