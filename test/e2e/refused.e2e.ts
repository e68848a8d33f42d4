import { expect } from 'vitest';
import { test } from './harness';
import { button, drop, keep, lookedAt, mainText } from './person';
import { smallShop } from './shop-files';

/** The small shop with a quote in its last line but one that is never closed. */
const openQuote = (): string =>
  smallShop()
    .trimEnd()
    .replace(/\n(?=[^\n]*\n[^\n]*$)/, '\n"') + '\n';

test('a file with a quote that is never closed is refused with its line, and read and kept with that quote as a letter', async ({
  app: { page },
}) => {
  await drop(page, { name: 'open.csv', text: openQuote() });
  const way = button(page, 'intake.quotes-as-letters');
  await way.waitFor();
  expect(await mainText(page)).toMatch(/line 240 /);
  await way.click();
  await lookedAt(page);
  expect(await mainText(page)).toMatch(/240 lines hold/);
  await keep(page);
});

test('of several files that cannot be read each is named with its reason, and one that can be read otherwise leads to the preview', async ({
  app: { page },
}) => {
  await drop(
    page,
    { name: 'names.csv', text: 'a,b,c\n' },
    { name: 'open.csv', text: openQuote() },
    { name: 'paper.csv', text: '%PDF-1.7' },
  );
  const way = button(page, 'intake.quotes-as-letters');
  await way.waitFor();
  const text = await mainText(page);
  for (const name of ['names.csv', 'open.csv', 'paper.csv']) expect(text).toContain(name);
  await way.click();
  await page.locator('#parts').waitFor();
  expect(await mainText(page)).toMatch(/240 lines hold/);
});
