import { cp, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Copies a build as its next version: every hashed file under a new name, every mention of it changed, and a mark in the page.
 * This is what a host serves after a deployment: the old names are gone.
 */
export async function nextBuild(from: string, to: string, mark: string): Promise<void> {
  await cp(from, to, { recursive: true });
  const assets = await readdir(join(to, 'assets'));
  const renamed = assets.map((name) => [name, name.replace(/-[\w-]{8}(\.\w+)$/, `-${mark}$1`).replace(/^/, `${mark}-`)] as const);
  const files = ['index.html', 'sw.js', ...assets.map((name) => join('assets', name))];
  for (const file of files) {
    let text = await readFile(join(to, file), 'utf8');
    for (const [old, fresh] of renamed) text = text.replaceAll(old, fresh);
    if (file === 'index.html') text = text.replace('<html ', `<html data-build="${mark}" `);
    await writeFile(join(to, file), text);
  }
  for (const [old, fresh] of renamed) await rename(join(to, 'assets', old), join(to, 'assets', fresh));
}
