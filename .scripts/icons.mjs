// Draws the PNG icons from public/icons/seal.svg: `node .scripts/icons.mjs`, after the seal has changed.
// They are written with a palette of 16 colours, a quarter of the size: every visitor's browser keeps them.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { root } from './ensure.mjs';
import { findBrowser } from './find-browser.mjs';

const CINNABAR = [189, 44, 26, 255];
const WHITE = [255, 255, 255, 255];
const PAPER = [251, 251, 249, 255];
const NOTHING = [189, 44, 26, 0];
const folder = join(root, 'public', 'icons');
/** `share` is how much of the side the seal takes; systems cut a maskable icon to a circle. */
const ICONS = [
  { name: 'icon-192', size: 192, share: 1, ground: NOTHING },
  { name: 'icon-512', size: 512, share: 1, ground: NOTHING },
  { name: 'icon-maskable-512', size: 512, share: 0.6, ground: PAPER },
  { name: 'apple-touch-icon', size: 180, share: 0.76, ground: PAPER },
];

const seal = `data:image/svg+xml;base64,${readFileSync(join(folder, 'seal.svg')).toString('base64')}`;
const { path, env } = findBrowser();
const browser = await chromium.launch({ executablePath: path, env: { ...process.env, ...env }, args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage();
for (const { name, size, share, ground } of ICONS) {
  const pixels = await page.evaluate(draw, { seal, size, share, ground });
  const palette = [...between(CINNABAR, WHITE, 11), ...between(CINNABAR, ground, 5).slice(1), ground];
  writeFileSync(join(folder, `${name}.png`), png(size, pixels, palette));
}
await browser.close();

/** Runs in the browser: the seal in the middle of its ground, as RGBA bytes. */
async function draw({ seal, size, share, ground }) {
  const image = new Image();
  image.src = seal;
  await image.decode();
  const context = new OffscreenCanvas(size, size).getContext('2d');
  context.fillStyle = `rgb(${ground[0]} ${ground[1]} ${ground[2]} / ${ground[3] / 255})`;
  context.fillRect(0, 0, size, size);
  const side = size * share;
  context.drawImage(image, (size - side) / 2, (size - side) / 2, side, side);
  return [...context.getImageData(0, 0, size, size).data];
}

/** Colours from one to another, both included. */
function between(from, to, count) {
  return Array.from({ length: count }, (_, i) => from.map((value, c) => Math.round(value + ((to[c] - value) * i) / (count - 1))));
}

/** A PNG of 16 colours, 4 bits a pixel (PNG specification, third edition). */
function png(size, pixels, palette) {
  const rows = Buffer.alloc((size / 2 + 1) * size);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const at = (y * size + x) * 4;
      rows[y * (size / 2 + 1) + 1 + (x >> 1)] |= nearest(pixels.slice(at, at + 4), palette) << (x % 2 ? 0 : 4);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([4, 3, 0, 0, 0], 8);
  const chunks = [
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => colour.slice(0, 3)))),
    chunk('tRNS', Buffer.from(palette.map((colour) => colour[3]))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...chunks]);
}

function nearest(colour, palette) {
  let best = 0;
  const distance = (other) => colour.reduce((sum, value, c) => sum + (value - other[c]) ** 2, 0);
  for (let i = 1; i < palette.length; i++) if (distance(palette[i]) < distance(palette[best])) best = i;
  return best;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
