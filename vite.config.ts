import { readFileSync } from 'node:fs';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Plugin } from 'vite';
import { VitePWA, type ManifestOptions } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';

const { version } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8')) as { version: string };

/** The policy of the page, as `public/_headers` has it for "/"; a meta element cannot hold frame-ancestors. */
function pagePolicy(): string {
  const headers = readFileSync(new URL('./public/_headers', import.meta.url), 'utf8');
  const policy = /^\/\n(?: {2}.*\n)*? {2}Content-Security-Policy: (.*)$/m.exec(headers)?.[1];
  if (!policy) throw new Error('public/_headers has no Content-Security-Policy for "/"');
  return policy.replace(/;\s*frame-ancestors [^;]*/, '');
}

/** Puts the policy first in the head of the built page. Not in dev, where Vite itself needs inline styles and a socket. */
function contentSecurityPolicy(): Plugin {
  return {
    name: 'liuke-content-security-policy',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: () => [{ tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: pagePolicy() }, injectTo: 'head-prepend' }],
    },
  };
}

const icon = (name: string, size: number, purpose: 'any' | 'maskable' = 'any') => ({
  src: `icons/${name}.png`,
  sizes: `${size}x${size}`,
  type: 'image/png',
  purpose,
});

// No `id`: './' would resolve to the root of the origin, and two apps on one host would be taken for the same.
const manifest: Partial<ManifestOptions> = {
  name: 'Liuke 留客',
  short_name: 'Liuke',
  description: 'How well does your shop keep its customers? Reads your orders export on this device; nothing is uploaded.',
  lang: 'en',
  dir: 'ltr',
  start_url: './',
  scope: './',
  display: 'standalone',
  theme_color: '#fbfbf9',
  background_color: '#fbfbf9',
  categories: ['business', 'finance', 'productivity'],
  icons: [
    icon('icon-192', 192),
    icon('icon-512', 512),
    icon('icon-maskable-512', 512, 'maskable'),
    { src: 'icons/seal.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
  ],
  shortcuts: [
    { name: 'Overview', short_name: 'Overview', url: './#/overview', icons: [icon('icon-192', 192)] },
    { name: 'Data', short_name: 'Data', url: './#/data', icons: [icon('icon-192', 192)] },
  ],
};

/** What only the pages that read the shop are made of; the charts' library stays apart. */
const READING = /src\/ui\/(pages\/(Overview|Retention|Customer)|(reading|overview|retention|customers)\/|charts\/(?!echarts\.ts))/;

export default defineConfig({
  base: './',
  define: { __APP_VERSION__: JSON.stringify(version) },
  plugins: [
    svelte(),
    contentSecurityPolicy(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src',
      filename: 'sw.ts',
      registerType: 'prompt',
      injectRegister: false,
      manifest,
      includeManifestIcons: false,
      injectManifest: { globPatterns: ['**/*.{html,js,css,svg,png}'], maximumFileSizeToCacheInBytes: 4_000_000 },
    }),
  ],
  // The wrapper that Dexie exports brings its ES5 build; this is the same in today's syntax, and smaller.
  resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
  worker: { format: 'es' },
  build: {
    modulePreload: { polyfill: false },
    target: 'es2023',
    chunkSizeWarningLimit: 800,
    // The pages that read share most of what they are made of: packed as one they are a fifth smaller than one by one.
    rolldownOptions: { output: { codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: 'reading', test: READING }] } } },
  },
  optimizeDeps: { include: ['papaparse', 'dexie/dist/modern/dexie.mjs', 'comlink'] },
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    // One process a core: by itself Vitest leaves one core idle, which of two is half.
    maxWorkers: '100%',
    environment: 'node',
    env: { TZ: 'UTC' },
    // Its modules import folders, which Node itself does not.
    server: { deps: { inline: ['dt-sql-parser'] } },
  },
});
