import 'fake-indexeddb/auto';
import { readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createEngine } from '../../src/engine/engine';
import type { Staged } from '../../src/engine/protocol';
import { openStore } from '../../src/storage/open-store';
import { dayFromIso } from '../../src/terms/day';

const SHAPES = join(process.env.LIUKE_DATA ?? '../shared/data', 'export-shapes');
const TODAY = dayFromIso('2027-01-01')!;
const tell = () => undefined;

it.runIf(existsSync(SHAPES))('whoever looks at a file as another kind and comes back finds it as it was, known exports too', async () => {
  const engine = createEngine(await openStore('there-and-back'));
  for (const name of [
    'paypal-activity-us.csv',
    'shopify-orders-sample.csv',
    'ebay-transaction-report-preamble.csv',
    'surveymonkey-two-row-header.csv',
  ]) {
    const [{ file, preview }] = (await engine.stage([{ name, text: readFileSync(join(SHAPES, name), 'utf8') }], TODAY, tell)) as [Staged];
    const first = preview!;
    const [away] = await engine.replan(file, { ...first.plan, kind: 'customers', preset: null }, tell);
    expect(away!.preview!.plan.kind).toBe('customers');
    const [back] = await engine.replan(file, { ...away!.preview!.plan, kind: first.plan.kind, preset: null }, tell);
    expect([name, back!.preview!.plan]).toEqual([name, first.plan]);
    expect([name, back!.preview!.parts]).toEqual([name, first.parts]);
  }
});

it('a file that is another kind than it seemed has the meanings of that kind in all its columns', async () => {
  const engine = createEngine(await openStore('another-kind'));
  const text =
    'Order ID,Customer ID,Order Date,Amount,E-mail,City\n1,ann,2024-01-03,10.00,a@x.org,Rome\n2,bob,2024-01-05,20.00,b@x.org,Bonn\n';
  const [{ file, preview }] = (await engine.stage([{ name: 'a.csv', text }], TODAY, tell)) as [Staged];
  expect(preview!.plan.kind).toBe('orders');
  const [away] = await engine.replan(file, { ...preview!.plan, kind: 'customers', preset: null }, tell);
  expect(away!.preview!.plan.roles.slice(4)).toEqual(['email', 'city']);
});
