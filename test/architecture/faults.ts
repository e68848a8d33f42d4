import { posix } from 'node:path';
import { rowOf, type Row } from './dependency-table';
import { readSource, type SourceFile, type Use } from './source-file';

/** Files of src by path below it, with their text. */
export type Tree = Record<string, string>;

/** Rooms that draw or hold runes; the framework is nobody's own. */
const FRAMEWORK = { package: 'svelte', rooms: ['state', 'i18n', 'ui', 'main'] };
/** Rooms that only compute: same input, same result, on any machine. */
const PURE = ['core', 'terms'];

const CLOCK_AND_DICE = ['Date.now', 'new Date()', 'Math.random', 'performance', 'crypto', 'setTimeout', 'setInterval', 'queueMicrotask'];
const SURROUNDINGS = [
  'window',
  'document',
  'navigator',
  'location',
  'localStorage',
  'indexedDB',
  'caches',
  'process',
  'self',
  'globalThis',
  'console',
];
const NETWORK = [
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'sendBeacon',
  'EventSource',
  'WebTransport',
  'RTCPeerConnection',
  'importScripts',
  'import(…)',
];
const EVALUATION = ['eval', 'Function', '{@html', 'innerHTML', 'outerHTML', 'insertAdjacentHTML', 'document.write'];
/** The one way out that no policy closes is to go somewhere else. */
const LEAVING = ['window.open', 'location.assign', 'location.replace', 'location.href'];
/** The service worker's fetch of the app's own files. */
const EXCEPTED = { path: 'sw.ts', within: 'fetchOwnFile', name: 'fetch' };

/** All that breaks the rules of the house, each as one sentence; empty when it stands. */
export function faultsOf(tree: Tree, table: readonly Row[]): string[] {
  const files = Object.entries(tree).map(([path, text]) => readSource(path, text));
  return [
    ...files.flatMap((file) => importFaults(file, tree, table)),
    ...files.flatMap((file) => useFaults(file)),
    ...circles(files, tree),
  ];
}

function importFaults(file: SourceFile, tree: Tree, table: readonly Row[]): string[] {
  const row = rowOf(file.path, table);
  if (!row) return [`${file.path} stands in no room of the table`];
  return file.imports.flatMap((name) => {
    if (!name.startsWith('.')) return packageFault(file.path, row, name, table);
    const target = resolve(file.path, name, tree);
    if (target === null) return name.endsWith('.css') ? [] : [`${file.path} imports ${name}, which is not in src`];
    return mayImport(row, target, table)
      ? []
      : [`${file.path} must not import ${target}: ${row.room} may import ${row.mayImport.join(', ') || 'nothing'}`];
  });
}

function mayImport(row: Row, target: string, table: readonly Row[]): boolean {
  const room = rowOf(target, table)?.room;
  if (room === undefined) return false;
  // A room is at home in its own parts; a part that has a row of its own is not at home in the room.
  return [row.room, ...row.mayImport].some((allowed) => room === allowed || room.startsWith(`${allowed}/`));
}

function packageFault(path: string, row: Row, name: string, table: readonly Row[]): string[] {
  const parts = name.split('/');
  const bare = name.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '');
  if (row.owns.includes(bare)) return [];
  if (bare === FRAMEWORK.package && FRAMEWORK.rooms.includes(row.room)) return [];
  if (bare.startsWith('node:') && row.room === 'cli') return [];
  const owner = table.filter((other) => other.owns.includes(bare)).map((other) => other.room);
  return [`${path} must not import ${name}: ${owner.length ? `only ${owner.join(' and ')} may` : 'it is in no row of the table'}`];
}

/** The file of src that a relative import means; null when there is none. */
function resolve(from: string, name: string, tree: Tree): string | null {
  const path = posix.join(posix.dirname(from), name.replace(/\?.*$/, ''));
  return [path, `${path}.ts`, `${path}/index.ts`].find((candidate) => Object.hasOwn(tree, candidate)) ?? null;
}

function useFaults(file: SourceFile): string[] {
  const pure = PURE.some((room) => file.path.startsWith(`${room}/`));
  const banned = [...NETWORK, ...EVALUATION, ...LEAVING, ...(pure ? [...CLOCK_AND_DICE, ...SURROUNDINGS] : [])];
  return file.uses
    .filter((use) => banned.some((name) => isUseOf(use, name)) && !isExcepted(file.path, use))
    .map((use) => `${file.path}:${use.line} uses ${use.name}`);
}

/** `fetch` is used by `fetch()`, `window.fetch()` and `self['fetch']`; `Date.now` only by itself. */
function isUseOf({ name }: Use, banned: string): boolean {
  if (name === banned || name === `new ${banned}(…)` || name === `new ${banned}()`) return true;
  return /^\w+$/.test(banned) && /^(window|self|globalThis|navigator|\w*)\./.test(name) && name.endsWith(`.${banned}`);
}

function isExcepted(path: string, use: Use): boolean {
  return path === EXCEPTED.path && use.within === EXCEPTED.within && use.name === EXCEPTED.name;
}

/** Circles among files: each is told once, from the file where the search met it. */
function circles(files: readonly SourceFile[], tree: Tree): string[] {
  const next = new Map(
    files.map((f) => [f.path, f.imports.flatMap((name) => (name.startsWith('.') ? (resolve(f.path, name, tree) ?? []) : []))]),
  );
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (path: string, way: string[]): void => {
    const at = way.indexOf(path);
    if (at >= 0) found.push(`a circle: ${[...way.slice(at), path].join(' → ')}`);
    if (at >= 0 || done.has(path)) return;
    for (const target of next.get(path) ?? []) walk(target, [...way, path]);
    done.add(path);
  };
  for (const file of files) walk(file.path, []);
  return found;
}
