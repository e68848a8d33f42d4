// `npm start`: installs what is missing, builds, serves dist/ on this machine. One process, so that stopping it frees the port.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDependencies, root } from './ensure.mjs';
import { serveFolder } from './serve-folder.mjs';

const FIRST_PORT = 4173;
const LAST_PORT = 4272;

ensureDependencies();
endWithParent();
const { build } = await import('vite');
await build({ root, logLevel: 'warn' });
const { url } = await serveOnFreePort();
console.log(`\nLiuke 留客 is at ${url}  (stop: Ctrl+C)`);

/** PORT when it is given, and then only that one; else the first free port. */
async function serveOnFreePort() {
  const wanted = process.env.PORT;
  for (let port = wanted ? Number(wanted) : FIRST_PORT; ; port++) {
    try {
      return await serveFolder({ folder: join(root, 'dist'), port });
    } catch (error) {
      if (error.code === 'EADDRINUSE' && !wanted && port < LAST_PORT) continue;
      console.error(error.code === 'EADDRINUSE' ? `Port ${port} is in use. Choose another: PORT=8080 npm start` : String(error));
      process.exit(1);
    }
  }
}

/** npm, or the shell between it and us, may be killed without a word to us; then nobody would know that the port is still held. */
function endWithParent() {
  if (!process.env.npm_lifecycle_event) return;
  const ancestors = () => `${process.ppid} ${parentOf(process.ppid)}`;
  const before = ancestors();
  setInterval(() => {
    if (ancestors() !== before) process.exit(0);
  }, 500).unref();
}

/** Parent of a process where the system has /proc; nothing elsewhere. */
function parentOf(pid) {
  try {
    return /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '';
  } catch {
    return '';
  }
}
