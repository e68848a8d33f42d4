// Draws the PNG icons from public/icons/seal.svg: `node .scripts/icons.mjs`, after the seal has changed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { root } from './ensure.mjs';
import { findBrowser } from './find-browser.mjs';

const PAPER = '#fbfbf9';
const folder = join(root, 'public', 'icons');
/** `share` is how much of the side the seal takes; systems cut a maskable icon to a circle. */
const ICONS = [
  { name: 'icon-192', size: 192, share: 1, ground: 'transparent' },
  { name: 'icon-512', size: 512, share: 1, ground: 'transparent' },
  { name: 'icon-maskable-512', size: 512, share: 0.6, ground: PAPER },
  { name: 'apple-touch-icon', size: 180, share: 0.76, ground: PAPER },
];

const seal = readFileSync(join(folder, 'seal.svg'), 'utf8');
const { path, env } = findBrowser();
const browser = await chromium.launch({ executablePath: path, env: { ...process.env, ...env }, args: ['--no-sandbox', '--disable-gpu'] });
for (const { name, size, share, ground } of ICONS) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>
    body { margin: 0; height: 100vh; display: grid; place-items: center; background: ${ground} }
    svg { width: ${share * 100}vw; height: ${share * 100}vw }
  </style>${seal}`);
  await page.screenshot({ path: join(folder, `${name}.png`), omitBackground: true });
  await page.close();
}
await browser.close();
