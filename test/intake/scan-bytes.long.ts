import { expect, it } from 'vitest';
import { agreeOnFiles } from './scan-bytes-law';

it('rows found in bytes are those that the parser finds, in 100 000 files of every dialect, encoding and cut', async () => {
  const began = performance.now();
  await expect(agreeOnFiles(100_000)).resolves.toBeUndefined();
  console.log(`100 000 files both ways in ${((performance.now() - began) / 1000).toFixed(0)} s`);
});
