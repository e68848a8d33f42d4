import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeShop, SHOP_HEADER } from '../fixtures/make-shop';
import { comparable } from './aggregates';
import { MADE_SHAPE, runDuck } from './duck-aggregates';
import { ourRun } from './our-run';

const folder = mkdtempSync(join(tmpdir(), 'liuke-bench-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the generated shop', () => {
  it('has as many lines as asked for, is the same for the same seed, and about 76 bytes a line', () => {
    const [a, b, c] = ['a.csv', 'b.csv', 'c.csv'].map((name) => join(folder, name)) as [string, string, string];
    const made = makeShop(a, { lines: 5000, seed: 7 });
    makeShop(b, { lines: 5000, seed: 7 });
    makeShop(c, { lines: 5000, seed: 8 });
    const text = readFileSync(a, 'utf8');
    expect(text.split('\n')).toHaveLength(5002);
    expect(text.startsWith(`${SHOP_HEADER}\n`)).toBe(true);
    expect(made).toMatchObject({ lines: 5000, bytes: Buffer.byteLength(text) });
    expect(made.bytes / made.lines).toBeGreaterThan(70);
    expect(made.bytes / made.lines).toBeLessThan(82);
    expect(readFileSync(b, 'utf8')).toBe(text);
    expect(readFileSync(c, 'utf8')).not.toBe(text);
  });
});

describe('what the bench times', () => {
  it('gives the same six aggregates as DuckDB from the same file', async () => {
    const path = join(folder, 'shop.csv');
    makeShop(path, { lines: 40_000, seed: 3 });
    const ours = await ourRun(path);
    const duck = await runDuck(path, MADE_SHAPE, 1);
    const theirs = await duck.aggregates();
    duck.close();
    expect(ours.rows).toBe(40_000);
    expect(ours.aggregates.customers).toBeGreaterThan(3000);
    expect(ours.aggregates.gaps).toHaveLength(3);
    expect(comparable(ours.aggregates)).toBe(comparable(theirs));
  });
});
