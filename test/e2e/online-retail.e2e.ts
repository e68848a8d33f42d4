import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { test } from './harness';
import { answered, choose, finding, goTo, keep, lookedAt, mainText } from './person';

const FILE = join(process.env.LIUKE_DATA ?? '../shared/data', 'online-retail', 'online_retail.csv');

test.runIf(existsSync(FILE))('Online Retail, 541,909 lines: from the file to the published figures', async ({ app: { page } }) => {
  await choose(page, FILE);
  await lookedAt(page);
  expect(await finding(page)).toMatch(/^541,909 lines hold .* from 1 December 2010 to 9 December 2011/);
  await keep(page);

  // Refunds ignored, as the published figures have it.
  await goTo(page, '#/overview?refunds=ignore');
  const overview = await mainText(page);
  for (const figure of ['4,338', '18,532', '8,911,40']) expect(overview).toContain(figure);
  expect(overview).toMatch(/65\.6 %|64\.3 %/);

  await goTo(page, '#/retention?from=2010-12-01&refunds=ignore&to=2011-02-01');
  expect(await finding(page)).toMatch(
    /Of the 885 customers who bought in December 2010, 324 came back in January.*: 36\.6 %, likely 33\.5–39\.8 %/,
  );

  await goTo(page, '#/retention?refunds=ignore');
  const cells = await page.locator('main table').last().innerText();
  expect(cells.replace(/[\s\u00a0\u202f]+/g, ' ')).toContain('885');
  await answered(page);
});
