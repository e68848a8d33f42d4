// `npm run -s answers -- FILE...`: the answers of the app for scripts. See --help.
import { readFile } from 'node:fs/promises';
import { bundled } from './bundle.mjs';

const { run } = await bundled('src/cli/answers.ts');
// Someone may read only the beginning (| head).
process.stdout.on('error', (error) => process.exit(error.code === 'EPIPE' ? 0 : 1));
const now = new Date();
process.exitCode = await run(process.argv.slice(2), {
  open: async (path) => new Blob([await readFile(path)]),
  today: Math.floor(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
