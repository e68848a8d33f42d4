import type { Page } from 'playwright-core';
import type { Language } from '../../src/i18n/format';
import { words } from './words';

/** A file as a test makes it. */
export interface PlainFile {
  name: string;
  text: string;
}

/** Drops files on the window together, as far as a page can tell. */
export async function drop(page: Page, ...files: PlainFile[]): Promise<void> {
  const transfer = await page.evaluateHandle((given) => {
    const data = new DataTransfer();
    for (const { name, text } of given) data.items.add(new File([text], name, { type: 'text/csv' }));
    return data;
  }, files);
  for (const type of ['dragenter', 'dragover', 'drop']) await page.dispatchEvent('body', type, { dataTransfer: transfer });
}

/** Chooses a file by the button, as a person without a mouse does. */
export async function choose(page: Page, file: PlainFile | string): Promise<void> {
  const given = typeof file === 'string' ? file : { name: file.name, mimeType: 'text/csv', buffer: Buffer.from(file.text) };
  await page.locator('input[type=file]').first().setInputFiles(given);
}

/** Waits for the preview, with the file read and all its columns there. */
export async function lookedAt(page: Page, language: Language = 'en'): Promise<void> {
  await button(page, 'commit.keep', language).waitFor();
}

/** Keeps what the preview shows and waits for the first answers. */
export async function keep(page: Page, language: Language = 'en'): Promise<void> {
  await button(page, 'commit.keep', language).click();
  await page.waitForURL(/#\/overview/);
  await answered(page);
}

/** Waits for the preview of anything that can be kept, keeps it, and waits for the page that shows it: answers, or files where they hold no orders. */
export async function keepAnything(page: Page): Promise<void> {
  await page.locator('.commit .btn.first:enabled').click();
  await page.waitForURL(/#\/(overview|data)/);
  await answered(page);
}

/** Goes to a page by its address, as a bookmark does, and waits until it has said its finding. */
export async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate(async (to) => {
    location.hash = to;
    // Two frames: the page before has gone by then, and what the new one asks for has been asked.
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  }, hash);
  await answered(page);
}

/** Waits until the page has a heading and asks for nothing any more; fails at once, with its words, when the page says that something failed. */
export async function answered(page: Page): Promise<void> {
  const failure = page.locator('main .errb');
  await page.locator('main h1').first().or(failure).first().waitFor();
  await page.waitForFunction(() => !document.querySelector('main [aria-busy="true"]') && !document.querySelector('main .stale'));
  if (await failure.count()) throw new Error(`the page says: ${await failure.first().innerText()}`);
}

export function button(page: Page, key: Parameters<typeof words>[0], language: Language = 'en') {
  return page.getByRole('button', { name: words(key, {}, language), exact: true }).first();
}

/** The finding: the sentence that the page opens with, blanks made plain. */
export async function finding(page: Page): Promise<string> {
  return plain(await page.locator('main h1').first().innerText());
}

/** All words of the page, blanks made plain. */
export async function mainText(page: Page): Promise<string> {
  return plain(await page.locator('main').innerText());
}

function plain(text: string): string {
  return text.replace(/[\s\u00a0\u202f]+/g, ' ').trim();
}

/** Opens the app's file, keeps it and waits for the answers: where most tests begin. */
export async function keepFile(page: Page, file: PlainFile): Promise<void> {
  await drop(page, file);
  await lookedAt(page);
  await keep(page);
}

/** How many records the app has stored, by store. */
export function storedRecords(page: Page): Promise<Record<string, number>> {
  return page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const counts: Record<string, number> = {};
    for (const { name } of await indexedDB.databases()) {
      const database = await settled(indexedDB.open(name!));
      for (const store of database.objectStoreNames) counts[store] = await settled(database.transaction(store).objectStore(store).count());
      database.close();
    }
    return counts;
  });
}
