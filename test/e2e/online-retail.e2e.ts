import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { test } from './harness';
import { choose, finding, goTo, keep, lookedAt, mainText } from './person';

const FILE = join(process.env.LIUKE_DATA ?? '../shared/data', 'online-retail', 'online_retail.csv');
// Published for this file with refunds ignored and lines without a customer left out.
// The last group, 41 customers of the unfinished December 2011, has no month after it and no row.
const COHORTS = [885, 417, 380, 452, 300, 284, 242, 188, 169, 299, 358, 323];
const CAME_BACK = [324, 286, 340, 321, 352, 321, 309, 313, 350, 331, 445, 235];

test.runIf(existsSync(FILE))('Online Retail, 541,909 lines: from the file to the published figures', async ({ app: { page } }) => {
  const began = performance.now();
  await choose(page, FILE);
  await lookedAt(page);
  const previewed = performance.now();
  expect(await finding(page)).toMatch(/^541,909 lines hold .* from 1 December 2010 to 9 December 2011/);
  const keeping = performance.now();
  await keep(page);
  const seconds = (previewed - began + performance.now() - keeping) / 1000;
  console.log(
    `Online Retail: chosen file to preview ${((previewed - began) / 1000).toFixed(2)} s, to first answers ${seconds.toFixed(2)} s`,
  );
  // The goal is 6 s on the machine it was set on; a slower one is given twice that.
  expect(seconds).toBeLessThan(12);

  // Every line of the file is accounted for.
  const [, used = '', leftOut = ''] = /([\d,]+) lines used, ([\d,]+) lines left out/.exec(await mainText(page)) ?? [];
  expect(Number(used.replaceAll(',', '')) + Number(leftOut.replaceAll(',', ''))).toBe(541_909);

  await goTo(page, '#/overview?refunds=ignore');
  const overview = await mainText(page);
  for (const figure of ['4,338', '18,532', '8,911,407.90', '65.6 %']) expect(overview).toContain(figure);

  await goTo(page, '#/retention?from=2010-12-01&refunds=ignore&to=2011-02-01');
  expect(await mainText(page)).toMatch(
    /Of the 885 customers who (first )?bought in December 2010, 324 came back in January.*: 36\.6 %, likely 33\.5–39\.8 %/,
  );

  await goTo(page, '#/retention?refunds=ignore');
  const table = page.locator('main table', { hasText: 'Dec 2010' }).last();
  const rows = (await table.locator('tbody tr').allInnerTexts()).map((row) => row.split(/\s+/));
  const groups = rows.filter(([, year]) => /^201[01]$/.test(year ?? ''));
  expect(groups.map(([, , size]) => Number(size))).toEqual(COHORTS);
  const december = rows.find(([name, year]) => name === 'Dec' && year === '2010') ?? [];
  expect(december.slice(3).filter(Boolean)).toEqual(CAME_BACK.map((count) => ((count / 885) * 100).toFixed(1)));
});
