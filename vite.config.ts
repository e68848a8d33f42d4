import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  base: './',
  plugins: [svelte()],
  worker: { format: 'es' },
  optimizeDeps: { include: ['papaparse', 'dexie', 'comlink'] },
  test: { include: ['test/**/*.test.ts'], environment: 'node' },
});
