/*
 * Keeps the whole app on the device. It knows the built files by name and answers for these alone;
 * every other request goes its way as if this file were not there.
 */

interface KeptFile {
  url: string;
  /** null where the name itself changes with the content. */
  revision: string | null;
}

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: KeptFile[] };

const FILES = self.__WB_MANIFEST;
const SCOPE = self.registration.scope;
/** Another Liuke under another path of the same host has caches of its own. */
const PREFIX = `liuke ${SCOPE} `;
const CACHE = PREFIX + digest(JSON.stringify(FILES));
const INDEX = new URL('index.html', SCOPE).href;
const KEPT = new Set(FILES.map((file) => new URL(file.url, SCOPE).href));

self.addEventListener('install', (event) => event.waitUntil(keepAll()));
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));
self.addEventListener('message', (event) => {
  if ((event.data as unknown) === 'SKIP_WAITING') void self.skipWaiting();
});
self.addEventListener('fetch', (event) => {
  const address = keptAddress(event.request);
  if (address) event.respondWith(keptResponse(address, event.request));
});

/** Address under which a request is kept, by origin and path; null when it is not ours to answer. */
function keptAddress(request: Request): string | null {
  if (request.method !== 'GET') return null;
  const { origin, pathname } = new URL(request.url);
  const address = origin + pathname;
  if (address === SCOPE) return INDEX;
  return KEPT.has(address) ? address : null;
}

async function keptResponse(address: string, request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  return (await cache.match(address)) ?? fetchOwnFile(request);
}

async function keepAll(): Promise<void> {
  const cache = await caches.open(CACHE);
  await Promise.all(FILES.map((file) => keep(cache, file)));
}

async function keep(cache: Cache, { url, revision }: KeptFile): Promise<void> {
  const address = new URL(url, SCOPE).href;
  // A file whose name changes with its content is taken over from the version before.
  const known = revision === null ? await caches.match(address) : undefined;
  await cache.put(address, known ?? (await fetchWhole(address, revision === null ? 'default' : 'reload')));
}

async function fetchWhole(address: string, cache: RequestCache): Promise<Response> {
  const response = await fetchOwnFile(new Request(address, { cache, credentials: 'same-origin' }));
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  // Some hosts send index.html on to "/"; a browser refuses a redirected answer to a navigation.
  return response.redirected ? new Response(await response.blob(), { headers: response.headers }) : response;
}

/** The only request to a network in this project: a file of the app itself, from where the app came. */
function fetchOwnFile(request: Request): Promise<Response> {
  if (new URL(request.url).origin !== self.location.origin) throw new Error(`not ours: ${request.url}`);
  return fetch(request);
}

async function takeOver(): Promise<void> {
  for (const name of await caches.keys()) {
    if (name.startsWith(PREFIX) && name !== CACHE) await caches.delete(name);
  }
  await self.clients.claim();
}

/** A short name for a text (FNV-1a, 32 bits): it only has to differ from one build to the next. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36);
}

export {};
