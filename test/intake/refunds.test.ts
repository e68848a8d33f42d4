import { describe, expect, it } from 'vitest';
import { NONE, REFUND } from '../../src/core/columns/batch';
import { unpack } from '../../src/core/columns/packed-strings';
import type { StagedFile } from '../../src/intake/stage-file';
import { orderLines } from '../../src/intake/staged-import';
import { partsAsRecord, stage } from './helpers';

const csv = (...rows: string[]): string => `${rows.join('\n')}\n`;

const built = (file: StagedFile) => orderLines(file.build(file.plan, () => undefined));

async function refundOf(...rows: string[]): Promise<number> {
  const file = await stage(csv(...rows));
  return file.preview(file.plan).totals.refundMinor;
}

describe('refunds', () => {
  it('a refund that every line of an order repeats is given back once, line by line', async () => {
    const file = await stage(
      csv(
        'order id,email,date,sku,amount,refund amount',
        '1,a@x.org,2024-03-15,A,20,25',
        '1,a@x.org,2024-03-15,B,10,25',
        '2,b@x.org,2024-03-16,A,20,0',
        '2,b@x.org,2024-03-16,C,5,0',
      ),
    );
    expect(file.preview(file.plan).totals.refundMinor).toBe(2_500);
    expect([...built(file).lines.refundMinor]).toEqual([2_000, 500, 0, 0]);
  });

  it('lines that were given back each for itself are added up', async () => {
    const head = 'order id,email,date,sku,amount,refund amount';
    expect(await refundOf(head, '1,a@x.org,2024-03-15,A,20,20', '1,a@x.org,2024-03-15,B,20,20')).toBe(4_000);
    expect(await refundOf(head, '1,a@x.org,2024-03-15,A,20,5', '1,a@x.org,2024-03-15,B,20,0', '1,a@x.org,2024-03-15,C,20,5')).toBe(1_000);
  });

  it('what a column and a row of the same order both say is given back once', async () => {
    const head = 'order id,email,date,amount,refund amount';
    expect(await refundOf(head, '1,a@x.org,2024-03-15,50,20', '1,a@x.org,2024-03-18,-20,0')).toBe(2_000);
    expect(await refundOf(head, '1,a@x.org,2024-03-15,50,30', '1,a@x.org,2024-03-18,-20,0')).toBe(3_000);
  });

  it('a file of refunds alone needs no customer: its rows name orders of other files', async () => {
    const file = await stage(csv('Order ID,Refund date,Refund amount', 'O-1,2024-03-15,12.50', 'O-2,2024-03-16,3', 'O-3,2024-03-17,0'));
    const { parts, questions, totals } = file.preview(file.plan);
    expect(partsAsRecord(parts)).toEqual({ refund: [2, -1_550], 'zero-amount': [1, 0] });
    expect([questions, totals.refundMinor]).toEqual([[], 1_550]);
    const batch = built(file);
    expect([[...batch.lines.kind], [...batch.lines.customer]]).toEqual([
      [REFUND, REFUND],
      [NONE, NONE],
    ]);
    expect([unpack(batch.orders, 0), unpack(batch.orders, 1)]).toEqual(['O-1', 'O-2']);
  });

  it('a refund without a customer is kept when its order is not in the file, and shares the fate of its sale when it is', async () => {
    const file = await stage(
      csv(
        'order id,email,date,amount',
        '1,a@x.org,2024-03-15,50',
        '2,,2024-03-15,30',
        '2,,2024-03-18,-30',
        '9,,2024-03-18,-10',
        '1,,2024-03-19,-5',
      ),
    );
    expect(partsAsRecord(file.preview(file.plan).parts)).toEqual({ sale: [1, 5_000], refund: [2, -1_500], 'no-customer': [2, 0] });
    const batch = built(file);
    expect([...batch.lines.customer].map((code) => code === NONE)).toEqual([false, true, false]);
  });

  it('a refund that names its payment bears its number, and belongs to its payer and not to the shop that pays', async () => {
    const file = await stage(
      csv(
        'Date,Time,TimeZone,Name,Type,Status,Currency,Gross,Fee,Net,From Email Address,To Email Address,Transaction ID,Reference Txn ID',
        '10/21/2025,14:30:00,PDT,Ann,Payment,Completed,USD,50.00,-1.00,49.00,ann@x.org,shop@x.org,T1,',
        '10/23/2025,10:00:00,PDT,Ann,Payment Refund,Completed,USD,-20.00,0.00,-20.00,shop@x.org,ann@x.org,T2,T1',
        '10/24/2025,10:00:00,PDT,Cy,Payment Refund,Completed,USD,-30.00,0.00,-30.00,shop@x.org,cy@x.org,T3,T0',
      ),
    );
    const batch = built(file);
    const text = (code: number): string => unpack(batch.orders, code);
    expect([...batch.lines.order].map(text)).toEqual(['T1', 'T1', 'T0']);
    expect([...batch.lines.customer].map((code) => (code === NONE ? '' : unpack(batch.customers, code)))).toEqual([
      'ann@x.org',
      'ann@x.org',
      '',
    ]);
  });
});
