import fc from 'fast-check';
import { expect } from 'vitest';
import { AppError } from '../../src/terms/app-error';
import type { KeepMode } from '../../src/terms/shop';
import { anyExport, anyShop, textOf, type Export, type Shop } from './many-exports';
import { ShopOfFiles } from './shop-of-files';

/** One export of a shop whose sums somebody has changed here and there since the one before. */
interface File {
  how: Export;
  edits: readonly { row: number; minor: number }[];
  mode: KeepMode;
}

export type Step = { do: 'keep'; file: File } | { do: 'take-back' | 'put-back'; which: number } | { do: 'restart' };

const file: fc.Arbitrary<File> = fc.record({
  how: anyExport.map((how): Export => ({ ...how, from: Math.min(how.from, 20), to: Math.max(how.to, 25), delimiter: ',' })),
  edits: fc.array(fc.record({ row: fc.nat(30), minor: fc.integer({ min: 1, max: 99 }) }), { maxLength: 2 }),
  mode: fc.constantFrom('append' as const, 'append' as const, 'update' as const, 'replace' as const),
});
const keep: fc.Arbitrary<Step> = fc.record({ do: fc.constant('keep' as const), file });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: keep },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('take-back' as const), which: fc.nat(5) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('put-back' as const), which: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.constant<Step>({ do: 'restart' }) },
);

/** A shop and what somebody does with its files, who begins by keeping two. */
export const anySequence: fc.Arbitrary<[Shop, Step[]]> = fc.tuple(
  anyShop,
  fc.tuple(keep, keep, fc.array(step, { maxLength: 8 })).map(([first, second, rest]) => [first, second, ...rest]),
);

interface Kept {
  id: number;
  text: string;
  mode: KeepMode;
  status: 'kept' | 'withdrawn';
}

/** Goes through a sequence; afterwards the shop must be the one in which the files that are kept now were kept and nothing else was done. */
export async function checkSequence(shop: Shop, steps: readonly Step[]): Promise<void> {
  const files = await ShopOfFiles.make();
  let kept: Kept[] = [];
  for (const one of steps) kept = await goStep(files, shop, kept, one);
  const now = kept.filter(({ status }) => status === 'kept');
  if (files.shop === 0) return;
  const info = await files.engine.open(files.shop);
  expect(info.imports.filter(({ status }) => status === 'kept').map(({ id }) => id)).toEqual(now.map(({ id }) => id));
  for (const { id, used } of info.imports.filter(({ status }) => status === 'kept')) {
    const { replacedBy: _, ...rows } = info.standing[id]!;
    expect(Object.values(rows).reduce((sum, n) => sum + n, 0)).toBe(used);
  }
  if (now.length > 0) {
    const fresh = await ShopOfFiles.make();
    for (const { text, mode } of now) await keepAs(fresh, shop, text, mode);
    expect(await files.fingerprint()).toBe(await fresh.fingerprint());
    expect(await files.restart()).toMatchObject({ lines: info.lines, orders: info.orders });
    expect(await files.fingerprint()).toBe(await fresh.fingerprint());
    fresh.store.close();
  }
  files.store.close();
}

async function goStep(files: ShopOfFiles, shop: Shop, kept: Kept[], step: Step): Promise<Kept[]> {
  if (step.do === 'restart') {
    if (files.shop) await files.restart();
    return kept.filter(({ status }) => status === 'kept');
  }
  if (step.do === 'keep') {
    const text = textOf(edited(shop, step.file), step.file.how);
    const id = text === null ? null : await keepAs(files, shop, text, step.file.mode);
    return id === null ? kept : [...kept, { id, text: text!, mode: step.file.mode, status: 'kept' }];
  }
  const from = step.do === 'take-back' ? 'kept' : 'withdrawn';
  const those = kept.filter(({ status }) => status === from);
  const one = those[step.which % Math.max(1, those.length)];
  if (!one) return kept;
  const done = await unlessKept(() => (from === 'kept' ? files.engine.takeBack(one.id) : files.engine.putBack(one.id)));
  return done === null ? kept : kept.map((k) => (k === one ? { ...k, status: from === 'kept' ? 'withdrawn' : 'kept' } : k));
}

function edited(shop: Shop, { edits }: File): Shop {
  const money = shop.roles.findIndex((role) => role === 'amount' || role === 'order-amount');
  const rows = shop.rows.map(({ day, cells }, i) => {
    const edit = edits.find(({ row }) => row % shop.rows.length === i);
    return { day, cells: cells.map((cell, c) => (edit && c === money && !cell.startsWith('-') ? (edit.minor / 100).toFixed(2) : cell)) };
  });
  return { ...shop, rows };
}

/** Keeps a file by the meanings that the shop's columns have; null when the same bytes count already. */
async function keepAs(files: ShopOfFiles, shop: Shop, text: string, mode: KeepMode): Promise<number | null> {
  const { file: number, preview } = await files.stage(text);
  const plan = { ...preview!.plan, kind: 'orders' as const, roles: [...shop.roles], dateOrder: 'ymd' as const, decimal: '.' as const };
  await files.engine.replan(number, { ...plan, preset: null }, () => undefined);
  return unlessKept(() => files.keepStaged(mode));
}

async function unlessKept<T>(act: () => T | Promise<T>): Promise<T | null> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof AppError && error.code === 'engine/already-kept') return null;
    throw error;
  }
}
