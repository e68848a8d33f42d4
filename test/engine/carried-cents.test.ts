import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { createEngine } from '../../src/engine/engine';
import type { EngineInside } from '../../src/engine/serve';
import { openStore } from '../../src/storage/open-store';
import { dayFromIso } from '../../src/terms/day';
import type { KeepMode } from '../../src/terms/shop';

const TODAY = dayFromIso('2026-01-01')!;
const tell = () => undefined;
/** Sums with thousandths: what is left of a cent is carried from row to row, so a row may be a cent more in another file. */
const row = (i: number, numbered: boolean, extra = 0): string =>
  `${numbered ? `${Math.floor(i / 3)},` : ''}c${i % 17},2024-0${1 + (i % 9)}-1${i % 7},p${i % 23},${(((i * 7919) % 90_000) + extra) / 1000 + 1}`;
const fileOf = (rows: readonly string[], numbered: boolean): string =>
  `${numbered ? 'order,' : ''}customer,date,sku,amount\n${rows.join('\n')}\n`;
const all = (numbered: boolean): string[] => Array.from({ length: 300 }, (_, i) => row(i, numbered));

let engine: EngineInside;
let stores = 0;
beforeEach(async () => {
  engine = createEngine(await openStore(`carried-${++stores}`));
});

async function keepAll(files: readonly string[], mode: KeepMode) {
  let shop: number | null = null;
  let overlap = null;
  for (const text of files) {
    await engine.stage([{ name: 'a.csv', text }], TODAY, tell);
    if (shop !== null) [overlap] = await engine.overlap(shop);
    const report = await engine.keep(shop === null ? { newShop: 'x' } : { shop, mode }, '2026-01-01T10:00:00.000Z', tell);
    shop = report.shop.id;
  }
  const info = await engine.open(shop!);
  return { overlap: overlap!, lines: info.lines, standing: Object.values(info.standing) };
}

describe('sums with fractions of a cent', () => {
  for (const numbered of [true, false])
    for (const mode of ['append', 'update'] as const) {
      const sort = `${numbered ? 'with' : 'without'} order numbers, by ${mode}`;

      it(`are the same lines in a file whose rows stand in another order, ${sort}`, async () => {
        const rows = all(numbered);
        const { overlap, lines } = await keepAll([fileOf(rows, numbered), fileOf([...rows].reverse(), numbered)], mode);
        expect(overlap).toMatchObject({ fresh: 0, changed: 0, unchanged: 300 });
        expect(lines).toBe(300);
      });

      it(`are the same lines where two exports overlap, ${sort}`, async () => {
        const rows = all(numbered);
        const { overlap, lines } = await keepAll([fileOf(rows.slice(0, 210), numbered), fileOf(rows.slice(90), numbered)], mode);
        expect(overlap).toMatchObject({ fresh: 90, changed: 0, unchanged: 120 });
        expect(lines).toBe(300);
      });
    }

  it('that differ by more than what is carried are changes still', async () => {
    const rows = all(true);
    const changed = rows.map((text, i) => (i === 100 ? row(i, true, 20) : text)).reverse();
    const { overlap } = await keepAll([fileOf(rows, true), fileOf(changed, true)], 'append');
    expect(overlap).toMatchObject({ fresh: 0, changed: 1, unchanged: 299 });
  });

  it('whole cents that differ by one are a change', async () => {
    const cents = (last: string): string => fileOf(['1,c1,2024-01-11,p1,5.00', `2,c2,2024-01-12,p2,${last}`], true);
    const { overlap } = await keepAll([cents('7.00'), cents('7.01')], 'append');
    expect(overlap).toMatchObject({ fresh: 0, changed: 1, unchanged: 1 });
  });
});
