import { expect } from 'vitest';
import { test } from './harness';
import { drop, goTo, keep, lookedAt, mainText } from './person';
import { HOSTILE, hostileShop } from './shop-files';

test('names that look like markup, scripts or formulas are shown as the text they are', async ({ app: { page, watch } }) => {
  await drop(page, { name: '<b onclick=console.error(5)>orders</b>.csv', text: hostileShop() });
  await lookedAt(page);
  expect(await mainText(page)).toContain('<b>__proto__</b>');
  await keep(page);
  await goTo(page, '#/customers');
  const listed = await mainText(page);
  for (const name of HOSTILE) expect(listed).toContain(name.replace(/\s+/g, ' '));
  for (const name of HOSTILE) {
    await goTo(page, `#/customer/${encodeURIComponent(name)}`);
    expect(await mainText(page)).toContain(name.replace(/\s+/g, ' '));
  }
  for (const hash of ['#/overview', '#/retention', '#/data', '#/settings']) await goTo(page, hash);
  expect(await page.locator('main script, main img[src="x"], main svg[onload], main b[onclick]').count()).toBe(0);
  expect(watch.faults).toEqual([]);
});
