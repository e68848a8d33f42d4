import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { DATA, filesReadDifferently } from './scan-bytes-corpus';
import { agreeOnFiles } from './scan-bytes-law';

it('rows found in bytes are those that the parser finds, in 100 000 files of every dialect, encoding and cut', async () => {
  const began = performance.now();
  await expect(agreeOnFiles(100_000)).resolves.toBeUndefined();
  console.log(`100 000 files both ways in ${((performance.now() - began) / 1000).toFixed(0)} s`);
});

it.runIf(existsSync(DATA))('every file of the shared data is read alike both ways, in small slices and in large ones', async () => {
  expect(await filesReadDifferently((bytes) => (bytes < 20_000 ? [1, 13, 200, 1 << 20] : [1 << 14, 1 << 20]))).toEqual([]);
});
