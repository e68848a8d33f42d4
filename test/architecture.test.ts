import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { dependencyTable } from './architecture/dependency-table';
import { faultsOf, type Tree } from './architecture/faults';

const SRC = fileURLToPath(new URL('../src', import.meta.url));
const README = readFileSync(join(SRC, 'README.md'), 'utf8');

function treeOf(folder: string): Tree {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((e) => e.isFile() && /\.(ts|svelte)$/.test(e.name));
  return Object.fromEntries(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [relative(folder, path).split(sep).join('/'), readFileSync(path, 'utf8')];
    }),
  );
}

describe('the house', () => {
  const tree = treeOf(SRC);
  const table = dependencyTable(README);

  it('has a table of rooms, and each row but the gates names rooms of the table', () => {
    const rooms = table.map((row) => row.room);
    expect(rooms).toContain('core');
    for (const { mayImport } of table) for (const room of mayImport) expect(rooms).toContain(room);
  });

  it('stands: imports follow the table, there is no circle, core is pure, nothing opens a way out', () => {
    expect(Object.keys(tree).length).toBeGreaterThan(20);
    expect(faultsOf(tree, table)).toEqual([]);
  });
});

describe('the guard', () => {
  const table = dependencyTable(README);
  const faults = (tree: Tree) => faultsOf(tree, table);

  it('is content with a small house that keeps the rules', () => {
    const tree = {
      'terms/day.ts': 'export const day = 1; // Date.now() is only spoken of here',
      'core/count.ts': "import { day } from '../terms/day';\nexport const count = (window: number) => window + day;",
      'engine/client.ts':
        "import url from './worker.ts?worker&url';\nimport * as Comlink from 'comlink';\nexport const engine = [url, Comlink];",
      'engine/worker.ts': "import { count } from '../core/count';\nexport const job = count;",
      'sw.ts': 'function fetchOwnFile(request: Request) { return fetch(request); }',
      'ui/App.svelte': '<script lang="ts">import { mount } from \'svelte\';</script>\n<!-- fetch( -->\n<p class="fetched">{mount.name}</p>',
    };
    expect(faults(tree)).toEqual([]);
  });

  const day = { 'terms/day.ts': 'export type Day = number;' };
  const offences: [string, Tree, string][] = [
    [
      'an import that the table does not have',
      { 'ui/a.ts': "import { b } from '../storage/b';", 'storage/b.ts': 'export const b = 1;' },
      'ui/a.ts must not import storage/b.ts',
    ],
    [
      'an import of a type upwards',
      { ...day, 'core/a.ts': "import type { E } from '../engine/e';", 'engine/e.ts': 'export type E = 1;' },
      'core/a.ts must not import engine/e.ts',
    ],
    [
      'a type that is imported in the middle of a line',
      { 'core/a.ts': "export type A = import('../ui/b').B;", 'ui/b.ts': 'export type B = 1;' },
      'core/a.ts must not import ui/b.ts',
    ],
    [
      'a re-export',
      { 'core/a.ts': "export { b } from '../intake/b';", 'intake/b.ts': 'export const b = 1;' },
      'core/a.ts must not import intake/b.ts',
    ],
    [
      'an import in a component',
      { 'ui/A.svelte': '<script lang="ts">\nimport { b } from \'../core/b\';\n</script>', 'core/b.ts': 'export const b = 1;' },
      'ui/A.svelte must not import core/b.ts',
    ],
    [
      'the client that reaches into the worker',
      { 'engine/client.ts': "import { w } from './session';", 'engine/session.ts': 'export const w = 1;' },
      'engine/client.ts must not import engine/session.ts',
    ],
    [
      'the page that reaches past the client',
      { 'state/a.ts': "import { w } from '../engine/session';", 'engine/session.ts': 'export const w = 1;' },
      'state/a.ts must not import engine/session.ts',
    ],
    [
      'a package in a room that does not own it',
      { 'core/a.ts': "import Dexie from 'dexie';" },
      'core/a.ts must not import dexie: only storage may',
    ],
    [
      'a part of a package in the wrong room',
      { 'state/a.ts': "import { use } from 'echarts/core';" },
      'state/a.ts must not import echarts/core: only ui may',
    ],
    ['a package that is in no row', { 'ui/a.ts': "import x from 'left-pad';" }, 'ui/a.ts must not import left-pad: it is in no row'],
    ['a room that is not in the table', { 'helpers/a.ts': 'export const a = 1;' }, 'helpers/a.ts stands in no room'],
    ['an import of a file that is not there', { 'ui/a.ts': "import { b } from './b';" }, 'ui/a.ts imports ./b, which is not in src'],
    [
      'a circle of two files',
      { 'core/a.ts': "import './b';", 'core/b.ts': "import type { A } from './a';" },
      'a circle: core/a.ts → core/b.ts → core/a.ts',
    ],
    ['a clock in core', { 'core/a.ts': 'export const now = () => Date.now();' }, 'core/a.ts:1 uses Date.now'],
    ['a date made from nothing', { 'core/a.ts': 'export const now = () =>\n  new Date();' }, 'core/a.ts:2 uses new Date()'],
    ['dice in core', { 'core/a.ts': 'export const r = Math.random();' }, 'core/a.ts:1 uses Math.random'],
    ['a browser in terms', { 'terms/a.ts': 'export const w = document.title;' }, 'terms/a.ts:1 uses document'],
    ['a network call', { 'ui/a.ts': "void fetch('/x');" }, 'ui/a.ts:1 uses fetch'],
    ['a network call by a detour', { 'ui/a.ts': "void globalThis['fetch']('/x');" }, 'ui/a.ts:1 uses globalThis.fetch'],
    ['a network call in markup', { 'ui/A.svelte': '<button onclick={() => fetch("/x")}>x</button>' }, 'ui/A.svelte:1 uses fetch'],
    ['a fetch of the service worker outside of its own function', { 'sw.ts': 'void fetch("/x");' }, 'sw.ts:1 uses fetch'],
    ['a beacon', { 'state/a.ts': "navigator.sendBeacon('/x');" }, 'state/a.ts:1 uses navigator.sendBeacon'],
    ['a socket', { 'engine/a.ts': "new WebSocket('ws://x');" }, 'engine/a.ts:1 uses new WebSocket(…)'],
    ['a peer connection', { 'ui/a.ts': 'new RTCPeerConnection();' }, 'ui/a.ts:1 uses new RTCPeerConnection()'],
    ['a module from an address', { 'ui/a.ts': 'const at = (u: string) => import(u);' }, 'ui/a.ts:1 uses import(…)'],
    ['code from text', { 'core/a.ts': "export const f = new Function('return 1');" }, 'core/a.ts:1 uses new Function(…)'],
    ['eval', { 'ui/a.ts': "eval('1');" }, 'ui/a.ts:1 uses eval'],
    ['markup from text', { 'ui/A.svelte': '<p>\n{@html name}</p>' }, 'ui/A.svelte:2 uses {@html'],
    [
      'markup from text by a property',
      { 'ui/a.ts': 'export const a = (e: Element, t: string) => { e.innerHTML = t; };' },
      'ui/a.ts:1 uses e.innerHTML',
    ],
    ['leaving the page', { 'ui/a.ts': "location.href = 'https://elsewhere.example';" }, 'ui/a.ts:1 uses location.href'],
  ];
  it.each(offences)('catches %s', (_, tree, sentence) => {
    expect(faults(tree).join('\n')).toContain(sentence);
  });
});
