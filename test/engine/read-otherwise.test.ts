import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { createEngine } from '../../src/engine/engine';
import type { EngineInside } from '../../src/engine/serve';
import { openStore } from '../../src/storage/open-store';
import { dayFromIso } from '../../src/terms/day';

const TODAY = dayFromIso('2026-01-01')!;
const tell = () => undefined;
const HEADER = 'order,customer,date,amount,note\n';
const row = (i: number, note: string): string => `${i},c${i},2024-03-0${i},${i}.00,${note}\n`;
/** The quote of line 3 closes one line further down; that of line 5 never does. */
const OPEN = HEADER + row(1, '"a, b"') + row(2, '"two\nlines"') + row(3, '"5 inch') + row(4, 'plain');

let engine: EngineInside;
let stores = 0;
beforeEach(async () => {
  engine = createEngine(await openStore(`otherwise-${++stores}`));
});

describe('a file that cannot be read as it seems to be written', () => {
  it('with a quote that is never closed is refused, and read when such quotes are letters: every other row as before', async () => {
    await expect(engine.stage([{ name: 'open.csv', text: OPEN }], TODAY, tell)).rejects.toMatchObject({
      code: 'intake/unclosed-quote',
      facts: { line: 5 },
    });
    const [refused] = await engine.arrived();
    expect(refused).toMatchObject({ preview: null, otherwise: { encoding: null, openQuotes: true } });
    const [staged] = await engine.readAs(refused!.file, { openQuotes: 'letters' }, tell);
    expect(staged).toMatchObject({ file: refused!.file, error: null, otherwise: null, preview: { rows: 4 } });
    const rows = await engine.stagedRows(staged!.file, 'sale', 0, 10);
    expect(rows.map(({ line, raw }) => [line, raw[4]])).toEqual([
      [2, 'a, b'],
      [3, 'two\nlines'],
      [5, '"5 inch'],
      [6, 'plain'],
    ]);
    const report = await engine.keep({ newShop: 'Shop' }, '2026-01-01T10:00:00.000Z', tell);
    expect(report).toMatchObject({ rows: 4, used: 4, leftOut: 0 });
  });

  it('is read so whatever parts its columns, and however far down the quote stands', async () => {
    const far =
      HEADER + Array.from({ length: 60_000 }, (_, i) => `${i},c${i % 99},2024-03-05,2.50,${i === 40_000 ? '"open' : 'fine'}\n`).join('');
    for (const text of [OPEN.replaceAll(',', ', '), far]) {
      await expect(engine.stage([{ name: 'open.csv', text }], TODAY, tell)).rejects.toMatchObject({ code: 'intake/unclosed-quote' });
      const [refused] = await engine.arrived();
      const [staged] = await engine.readAs(refused!.file, { openQuotes: 'letters' }, tell);
      expect(staged!.preview!.rows).toBe(text === far ? 60_000 : 4);
    }
  });

  it('is read beside the others that were dropped with it', async () => {
    const other = { name: 'other.csv', text: HEADER + row(5, 'x') + row(6, 'y') };
    const list = await engine.stage([{ name: 'open.csv', text: OPEN }, other], TODAY, tell);
    expect(list.map(({ preview, otherwise }) => [preview?.rows ?? null, otherwise?.openQuotes ?? false])).toEqual([
      [null, true],
      [2, false],
    ]);
    const after = await engine.readAs(list[0]!.file, { openQuotes: 'letters' }, tell);
    expect(after.map(({ name, preview }) => [name, preview?.rows])).toEqual([
      ['open.csv', 4],
      ['other.csv', 2],
    ]);
  });

  it('can be read in the encoding that somebody names, and stays refused with the same ways on when that is no better', async () => {
    const bytes = new Uint8Array([...(HEADER.trim() + ',é').replace('é', '\xe9')].map((letter) => letter.charCodeAt(0)));
    await expect(engine.stage([{ file: new File([bytes], 'names.csv') }], TODAY, tell)).rejects.toMatchObject({
      code: 'intake/header-only',
    });
    const [refused] = await engine.arrived();
    expect(refused!.otherwise).toMatchObject({ openQuotes: false });
    expect(refused!.otherwise!.encoding).not.toBeNull();
    await expect(engine.readAs(refused!.file, { encoding: 'big5' }, tell)).rejects.toMatchObject({ code: 'intake/header-only' });
    expect((await engine.arrived())[0]).toMatchObject({ file: refused!.file, otherwise: { encoding: 'big5' } });
  });

  it('of which no other reading makes a table offers none', async () => {
    await expect(engine.stage([{ name: 'empty.csv', text: 'a,b,c\n' }], TODAY, tell)).rejects.toMatchObject({ code: 'intake/header-only' });
    expect((await engine.arrived())[0]!.otherwise).toBeNull();
    await engine.walkAway();
    expect(await engine.arrived()).toEqual([]);
  });
});
