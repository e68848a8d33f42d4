import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** One browser at a time: some of these tests hold a stopwatch. `--mode long` runs the long trials instead. */
export default defineConfig(({ mode }) => ({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: [mode === 'long' ? 'test/**/*.long.ts' : 'test/e2e/**/*.e2e.ts'],
    environment: 'node',
    fileParallelism: false,
    testTimeout: mode === 'long' ? 900_000 : 60_000,
    hookTimeout: 60_000,
    teardownTimeout: 20_000,
  },
}));
