// A static file server like the simplest host: files, their headers from `_headers`, 404 for the rest. Used by `npm start` and the tests.
import { createReadStream, readFileSync, existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
};

/**
 * Serves a folder and resolves to `{ server, url, requests }`, where `requests` grows by the path of each request.
 * @param options folder; base ('/' or '/some/path/'); port (0: any); host; sendHeaders (false: a host that knows no `_headers`)
 */
export function serveFolder({ folder, base = '/', port = 0, host = '127.0.0.1', sendHeaders = true }) {
  const rules = sendHeaders ? headerRules(join(folder, '_headers')) : [];
  const requests = [];
  const server = createServer((request, response) => {
    const path = pathOf(request.url ?? '/');
    requests.push(path ?? request.url);
    void answer({ folder, base, rules, path, method: request.method ?? 'GET', response });
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve({ server, url: `http://${host}:${server.address().port}${base}`, requests }));
  });
}

async function answer({ folder, base, rules, path, method, response }) {
  if (method !== 'GET' && method !== 'HEAD') return plain(response, 405, 'Method not allowed');
  if (path === null) return plain(response, 400, 'Bad request');
  if (`${path}/` === base) return response.writeHead(301, { Location: base }).end();
  const name = path.startsWith(base) ? path.slice(base.length) : null;
  const file = name === null || name === '_headers' ? null : await fileOf(folder, name);
  if (!file) return plain(response, 404, 'Not found');
  response.writeHead(200, {
    'Content-Type': TYPES[extname(file.path)] ?? 'application/octet-stream',
    'Content-Length': file.size,
    ...headersFor(rules, `/${name}`),
  });
  if (method === 'HEAD') return response.end();
  createReadStream(file.path)
    .on('error', () => response.destroy())
    .pipe(response);
}

function plain(response, status, text) {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' }).end(`${text}\n`);
}

function pathOf(url) {
  try {
    return decodeURIComponent(url.split(/[?#]/, 1)[0]);
  } catch {
    return null;
  }
}

/** The file that a name means; null when there is none, or when it lies outside the folder. */
async function fileOf(folder, name) {
  const path = normalize(join(folder, name === '' || name.endsWith('/') ? `${name}index.html` : name));
  if (name.includes('\0') || !path.startsWith(normalize(folder + sep))) return null;
  const info = await stat(path).catch(() => null);
  return info?.isFile() ? { path, size: info.size } : null;
}

/** Rules of a `_headers` file: a path (which may end in `*`) and, indented below it, its headers. */
function headerRules(file) {
  if (!existsSync(file)) return [];
  const rules = [];
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (/^\s*(#|$)/.test(line)) continue;
    const header = /^\s+([^:]+):\s*(.*)$/.exec(line);
    if (header) rules.at(-1).headers.push([header[1], header[2]]);
    else rules.push({ path: line.trim(), headers: [] });
  }
  return rules;
}

/** Headers of all rules that match; hosts join those that come twice, and so do we. */
function headersFor(rules, path) {
  const headers = {};
  for (const rule of rules) {
    if (rule.path.endsWith('*') ? !path.startsWith(rule.path.slice(0, -1)) : rule.path !== path) continue;
    for (const [name, value] of rule.headers) headers[name] = name in headers ? `${headers[name]}, ${value}` : value;
  }
  return headers;
}
