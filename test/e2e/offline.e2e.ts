import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { LANGUAGE_NAMES } from '../../src/ui/frame/language-names';
import { launchProfile } from './browser';
import { keptOffline, serveApp, stop, test } from './harness';
import { answered, drop, finding, goTo, keep, keepFile, lookedAt } from './person';
import { pages } from './pages';
import { smallShop } from './shop-files';
import { Watch } from './watch';
import { words } from './words';

test('after one visit everything works without a server: a new browser, each page, a language never opened, a new file', async () => {
  const profile = await mkdtemp(join(tmpdir(), 'liuke-profile-'));
  const host = await serveApp();
  const before = await launchProfile(profile);
  const first = before.pages()[0]!;
  await first.goto(host.url);
  await keptOffline(first);
  await keepFile(first, { name: 'orders.csv', text: smallShop() });
  const said = await finding(first);
  await before.close();
  await stop(host);

  const after = await launchProfile(profile);
  const watch = await Watch.over(after, new URL(host.url).origin);
  const page = await after.newPage();
  await page.goto(`${host.url}#/overview`);
  await answered(page);
  expect(await finding(page)).toBe(said);
  for (const hash of Object.values(pages('C1'))) {
    await goTo(page, hash);
    await page.reload();
    await answered(page);
  }
  await goTo(page, '#/settings');
  await page.getByRole('main').getByRole('button', { name: LANGUAGE_NAMES['zh-Hant'] }).click();
  await page.getByRole('heading', { name: words('settings.finding', {}, 'zh-Hant') }).waitFor();

  await drop(page, { name: 'more.csv', text: smallShop().replaceAll('A1', 'Z1').replaceAll('2024', '2023') });
  await lookedAt(page, 'zh-Hant');
  await keep(page, 'zh-Hant');
  expect(await finding(page)).not.toBe(said);
  await after.close();
  await rm(profile, { recursive: true, force: true });
  expect(watch.faults).toEqual([]);
});
