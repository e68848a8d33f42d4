import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { launchProfile } from './browser';
import { keptOffline, openApp, serveApp, stop, test } from './harness';
import { Watch } from './watch';

test('the page asks for nothing that is not there', async ({ app, host }) => {
  await keptOffline(app.page);
  for (const path of new Set(host.requests)) {
    const response = await app.context.request.head(new URL(path, host.url).href);
    expect(response.status(), path).toBe(200);
  }
});

test('a browser finds nothing against installing it', async ({ app }) => {
  await keptOffline(app.page);
  const session = await app.context.newCDPSession(app.page);
  const manifest = await session.send('Page.getAppManifest');
  expect(manifest.errors).toEqual([]);
  expect(manifest.data).toContain('留客');
  // A browser without a profile on disk installs nothing; that is not about us.
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  expect(installabilityErrors.map((e) => e.errorId).filter((id) => id !== 'in-incognito')).toEqual([]);
});

test('each picture that the manifest names exists in the size it says', async ({ app }) => {
  const manifest = (await (await app.context.request.get(`${app.url}manifest.webmanifest`)).json()) as {
    icons: { src: string; sizes: string }[];
    shortcuts: { url: string }[];
  };
  const drawn = await app.page.evaluate(
    (sources) =>
      Promise.all(
        sources.map(async (src) => {
          const image = new Image();
          image.src = src;
          await image.decode();
          return `${image.naturalWidth}x${image.naturalHeight}`;
        }),
      ),
    manifest.icons.map((icon) => new URL(icon.src, app.url).href),
  );
  expect(drawn).toEqual(manifest.icons.map((icon) => (icon.sizes === 'any' ? '512x512' : icon.sizes)));
});

test('a host that sends our headers keeps it offline too', async ({ browser }) => {
  const host = await serveApp({ sendHeaders: true });
  const app = await openApp(browser, host.url);
  const headers = (await app.context.request.get(host.url)).headers();
  expect(headers['content-security-policy']).toContain("connect-src 'none'");
  expect(headers['cache-control']).toBe('no-cache');
  await keptOffline(app.page);
  await app.context.close();
  await stop(host);
  expect(app.watch.faults).toEqual([]);
});

test('a missing file is a plain 404 and never the page', async ({ app }) => {
  const response = await app.context.request.get(`${app.url}assets/gone.js`);
  expect(response.status()).toBe(404);
  expect(response.headers()['content-type']).toContain('text/plain');
});

test('with the server gone and the browser started anew, the app opens', async () => {
  const profile = await mkdtemp(join(tmpdir(), 'liuke-profile-'));
  const host = await serveApp();
  const before = await launchProfile(profile);
  await before.pages()[0]!.goto(host.url);
  await keptOffline(before.pages()[0]!);
  await before.close();
  await stop(host);

  const after = await launchProfile(profile);
  const watch = await Watch.over(after, new URL(host.url).origin);
  const page = await after.newPage();
  await page.goto(host.url);
  expect(await page.title()).toContain('留客');
  await page.reload();
  expect(await page.title()).toContain('留客');
  await after.close();
  await rm(profile, { recursive: true, force: true });
  expect(watch.faults).toEqual([]);
});
