import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Worker } from 'playwright-core';
import { expect } from 'vitest';
import { keptOffline, test, type App } from './harness';

/** A server that would gladly take whatever is sent to it, and counts. */
async function startCanary(): Promise<{ server: Server; url: string; hits: string[] }> {
  const hits: string[] = [];
  const server = createServer((request, response) => {
    hits.push(request.url ?? '');
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'text/javascript' }).end('');
  });
  server.on('upgrade', (request, socket) => {
    hits.push(`upgrade ${request.url ?? ''}`);
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, hits };
}

/** Every way out that a script has, tried one after the other. Runs in the page or in the worker. */
async function tryEveryWayOut(url: string): Promise<string[]> {
  const opened: string[] = [];
  const attempt = async (way: string, run: () => unknown) => {
    try {
      await run();
      opened.push(way);
    } catch {
      // Refused, as it must be.
    }
  };
  const settled = (target: EventTarget, good: string) =>
    new Promise<void>((resolve, reject) => {
      target.addEventListener(good, () => resolve());
      target.addEventListener('error', () => reject(new Error('refused')));
      setTimeout(() => reject(new Error('nothing happened')), 500);
    });
  await attempt('fetch', () => fetch(`${url}fetch`));
  await attempt('fetch, no-cors', () => fetch(`${url}no-cors`, { method: 'POST', mode: 'no-cors', body: 'customers' }));
  await attempt('XMLHttpRequest', () => {
    const request = new XMLHttpRequest();
    request.open('GET', `${url}xhr`);
    request.send();
    return settled(request, 'load');
  });
  await attempt('import()', () => import(/* @vite-ignore */ `${url}module.js`));
  await attempt('WebSocket', () => settled(new WebSocket(`${url.replace('http', 'ws')}socket`), 'open'));
  await attempt('EventSource', () => settled(new EventSource(`${url}events`), 'open'));
  if (typeof document !== 'undefined') {
    await attempt('image', () => {
      const image = new Image();
      image.src = `${url}image.png`;
      return image.decode();
    });
    await attempt('sendBeacon', () => {
      navigator.sendBeacon(`${url}beacon`, 'customers');
      throw new Error('sendBeacon does not say; the canary does');
    });
    await attempt('frame', () => {
      const frame = document.createElement('iframe');
      frame.src = `${url}frame`;
      document.body.append(frame);
      return new Promise((_, reject) => setTimeout(reject, 300));
    });
    await attempt('WebRTC', () => new RTCPeerConnection());
  }
  return opened;
}

/** The attempts as text for the browser. Vitest writes import() in its own way; there it is the plain one. */
function attemptsOn(url: string): string {
  const source = tryEveryWayOut.toString().replace(/__vite_ssr_dynamic_import__|__vi_import\w*__/g, 'import');
  return `(${source})(${JSON.stringify(url)})`;
}

async function engineOf(app: App): Promise<Worker> {
  return app.page.workers()[0] ?? app.page.waitForEvent('worker');
}

test('neither the page nor the worker can send anything to another origin', async ({ app }) => {
  await keptOffline(app.page);
  const canary = await startCanary();
  const attempts = attemptsOn(canary.url);
  expect(await app.page.evaluate(attempts)).toEqual([]);
  const engine = await engineOf(app);
  expect(engine.url()).toMatch(/^blob:/);
  expect(await engine.evaluate(attempts)).toEqual([]);
  await app.page.waitForTimeout(300);
  expect(canary.hits).toEqual([]);
  canary.server.close();
  // Each refusal is told on the console: these faults were wanted, and only these.
  expect(app.watch.take(new RegExp(`policy:|${canary.url.slice(0, -1)}|Content Security Policy|ERR_BLOCKED_BY_CSP`))).toBeGreaterThan(5);
});

test('the canary sings when nothing holds it: the ways out are open without a policy', async ({ browser }) => {
  const canary = await startCanary();
  const page = await browser.newPage();
  await page.goto(`${canary.url}plain`);
  const attempts = attemptsOn(canary.url);
  expect(await page.evaluate(attempts)).toEqual(expect.arrayContaining(['fetch', 'XMLHttpRequest', 'import()', 'WebRTC']));
  expect(canary.hits).toEqual(expect.arrayContaining(['/fetch', '/xhr', '/beacon', '/frame', 'upgrade /socket']));
  await page.close();
  canary.server.close();
});
