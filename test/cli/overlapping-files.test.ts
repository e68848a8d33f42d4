import { expect, it } from 'vitest';
import { run } from '../../src/cli/answers';
import type { AnswersDocument } from '../../src/engine/answers-document';
import { dayFromYmd } from '../../src/terms/day';

const HEADER = 'order_id,customer_id,order_date,sku,quantity,unit_price,currency\n';
const JANUARY = '1,a,2024-01-05,T1,2,10.00,GBP\n2,b,2024-01-20,T1,1,10.00,GBP\n3,,2024-01-21,T1,1,99.00,GBP\n';
const FEBRUARY = '2,b,2024-01-20,T1,1,10.00,GBP\n4,a,2024-02-01,T1,1,10.00,GBP\n';

async function documentOf(files: Record<string, string>): Promise<AnswersDocument> {
  let out = '';
  const io = { open: async (path: string) => new Blob([files[path]!]), today: dayFromYmd(2026, 1, 1), err: () => undefined };
  expect(await run(Object.keys(files), { ...io, out: (text) => (out += text) })).toBe(0);
  return JSON.parse(out) as AnswersDocument;
}

it('files that overlap give the answers of their rows in one file, and each says which of its rows count elsewhere', async () => {
  const apart = await documentOf({ 'jan.csv': HEADER + JANUARY, 'feb.csv': HEADER + FEBRUARY });
  const together = await documentOf({ 'all.csv': HEADER + JANUARY + FEBRUARY.split('\n')[1]! + '\n' });
  expect(apart.answers).toEqual(together.answers);
  expect(apart.files).toMatchObject([
    { rowsRead: 3, rowsUsed: 2, rowsRejected: 1 },
    { rowsRead: 2, rowsUsed: 1, rowsElsewhere: 1, rowsRejected: 0 },
  ]);
  expect(apart.files[0]).not.toHaveProperty('rowsElsewhere');
});
