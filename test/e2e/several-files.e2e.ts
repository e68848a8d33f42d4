import { gzipSync } from 'node:zlib';
import { writeXlsx } from 'hucre/xlsx';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { keptOffline, test } from './harness';
import { answered, goTo, lookedAt, mainText } from './person';
import { smallShop } from './shop-files';
import { zipOf } from '../intake/zip-bytes';
import { words } from './words';

/** The small shop in three files, as a marketplace gives it: its order number stands for the customer, the person stands elsewhere. */
function shopInThree(): { name: string; text: string }[] {
  const rows = smallShop()
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
  const lines = (header: string, of: (row: string[], i: number) => string): string => [header, ...rows.map(of)].join('\n') + '\n';
  return [
    { name: 'items.csv', text: lines('order_id,product_id,price', ([order, , , amount]) => `${order},tea,${amount}`) },
    { name: 'orders.csv', text: lines('order_id,customer_id,order_date', ([order, , date], i) => `${order},n${i},${date}`) },
    { name: 'customers.csv', text: lines('customer_id,customer_unique_id', ([, customer], i) => `n${i},${customer}`) },
  ];
}

type Dropped = { name: string; bytes: Uint8Array | string };

/** Drops files on the window together. */
async function dropAll(page: Page, files: readonly Dropped[]): Promise<void> {
  const plain = files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes as string).toString('base64') }));
  const transfer = await page.evaluateHandle((given) => {
    const data = new DataTransfer();
    for (const { name, base64 } of given) data.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name));
    return data;
  }, plain);
  for (const type of ['dragenter', 'dragover', 'drop']) await page.dispatchEvent('body', type, { dataTransfer: transfer });
}

/** Keeps what is shown, whatever its button says, and waits for the first answers. */
async function keepAll(page: Page): Promise<void> {
  await page.locator('.commit .btn.first').click();
  await page.waitForURL(/#\/overview/);
  await answered(page);
}

async function workbook(): Promise<Uint8Array> {
  const rows = smallShop()
    .trim()
    .split('\n')
    .map((line, i) =>
      line.split(',').map((cell, c) => (i === 0 ? cell : c === 2 ? new Date(`${cell}T00:00:00Z`) : c === 3 ? Number(cell) : cell)),
    );
  return (await writeXlsx({ sheets: [{ name: 'Orders', rows }] })) as Uint8Array;
}

const SAYS = /Of the 90 customers who bought in February 2024, 50 came back in March/;

test('a workbook opens in the worker, under the policy of the page and without a network, and gives the figures of the same rows as CSV', async ({
  app: { page, context },
}) => {
  await keptOffline(page);
  await context.setOffline(true);
  await dropAll(page, [{ name: 'shop.xlsx', bytes: await workbook() }]);
  await page.locator('.commit').waitFor();
  await page.locator('#parts').waitFor();
  expect(await mainText(page)).toMatch(/240 lines hold 240 orders of 150 customers/);
  await keepAll(page);
  expect(await page.locator('main h1').first().innerText()).toMatch(SAYS);
});

test('an archive and a gzip file open without a network', async ({ app: { page, context } }) => {
  await keptOffline(page);
  await context.setOffline(true);
  const zip = new Uint8Array(await zipOf([{ name: '订单.csv', data: smallShop() }]).arrayBuffer());
  await dropAll(page, [{ name: 'shop.zip', bytes: zip }]);
  await page.locator('.commit').waitFor();
  await page.locator('#parts').waitFor();
  expect(await mainText(page)).toMatch(/240 lines hold 240 orders of 150 customers/);
  await page.getByRole('button', { name: words('commit.leave'), exact: true }).click();
  // Packed in two parts, of which a browser by itself unpacks one.
  const [head, tail] = [smallShop().slice(0, 3000), smallShop().slice(3000)];
  await dropAll(page, [{ name: 'shop.csv.gz', bytes: Buffer.concat([gzipSync(head), gzipSync(tail)]) }]);
  await lookedAt(page);
  await page.locator('#parts').waitFor();
  expect(await mainText(page)).toMatch(/240 lines hold 240 orders of 150 customers/);
});

test('three files dropped together are one shop of persons, and each says what it is for', async ({ app: { page } }) => {
  await dropAll(
    page,
    shopInThree().map(({ name, text }) => ({ name, bytes: text })),
  );
  await page.locator('.commit').waitFor();
  await page.locator('#files').waitFor();
  const text = await mainText(page);
  for (const name of ['items.csv', 'orders.csv', 'customers.csv']) expect(text).toContain(name);
  expect(text).toMatch(/customer_unique_id/);
  await keepAll(page);
  expect(await page.locator('main h1').first().innerText()).toMatch(SAYS);
  await goTo(page, '#/customers');
  expect(await mainText(page)).toContain('150');
});
