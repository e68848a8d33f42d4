import { describe, expect, it } from 'vitest';
import { ShopOfFiles } from './shop-of-files';

/** Keeps a file, takes the rows that were left out as a person would, mends them as text and keeps what came of it. */
async function mended(file: string, mend: (csv: string) => string) {
  const shop = await ShopOfFiles.make();
  const first = await shop.keep(file);
  const csv = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await shop.engine.leftOutCsv(first));
  const { preview } = await shop.stage(mend(csv), 'left-out.csv');
  const overlap = await shop.engine.overlap(shop.shop);
  const second = await shop.keepStaged();
  return { shop, first, second, csv, preview: preview!, overlap: overlap[0]! };
}

/** What the shop is when the file had been right from the start. */
async function right(file: string): Promise<string> {
  const shop = await ShopOfFiles.make();
  await shop.keep(file);
  return shop.fingerprint();
}

const ORDERS = `Order ID,Customer ID,Order Date,Amount
1,ann,2024-01-03,10.00
1,ann,2024-01-3x,12.00
2,bob,2024-01-05,20.00
3,cy,2024-01-06,abc
4,,2024-01-07,7.00
`;

describe('rows that were left out, mended and dropped back in', () => {
  it('are read by the plan of the file that they came from, and bring what that file would have brought', async () => {
    const { shop, preview, overlap } = await mended(ORDERS, (csv) =>
      csv.replace('3x', '03').replace('abc', '30.00').replace('4,,', '4,dan,'),
    );
    expect(preview).toMatchObject({ remembered: true, rows: 3, plan: { header: ['Order ID', 'Customer ID', 'Order Date', 'Amount'] } });
    expect(overlap).toMatchObject({ fresh: 3, unchanged: 0, changed: 0 });
    expect(await shop.fingerprint()).toBe(await right(ORDERS.replace('3x', '03').replace('abc', '30.00').replace('4,,', '4,dan,')));
  });

  it('that are still wrong are left out again, with the cells that they had', async () => {
    const { shop, second, csv } = await mended(ORDERS, (text) => text.replace('abc', '30.00'));
    const again = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await shop.engine.leftOutCsv(second));
    expect(again).toBe(
      '\uFEFFline,reason,Order ID,Customer ID,Order Date,Amount\r\n2,bad-date,1,ann,2024-01-3x,12.00\r\n4,no-customer,4,,2024-01-07,7.00\r\n',
    );
    await shop.keep(again.replace('3x', '03'), 'append', 'again.csv');
    expect(await shop.fingerprint()).toBe(await right(ORDERS.replace('3x', '03').replace('abc', '30.00')));
    // A third time the same rows, with one more of them mended: only that one is new.
    await shop.stage(csv.replace('abc', '30.00').replace('3x', '03').replace('4,,', '4,dan,'), 'all.csv');
    expect((await shop.engine.overlap(shop.shop))[0]).toMatchObject({ fresh: 1, unchanged: 2, changed: 0 });
  });

  it('keep apostrophes and formulas as they were, through the spreadsheet that they are guarded from', async () => {
    const file = `Order ID,Customer ID,Order Date,Amount,Product\n'007,'=ann,soon,10.00,"-5, or ""so"""\n8,bob,2024-01-05,20.00,=tea\n`;
    const { shop, csv } = await mended(file, (text) => text.replace('soon', '2024-01-04'));
    expect(csv).toContain(`2,bad-date,'007,'=ann,soon,10.00,"'-5, or ""so"""`);
    expect(await shop.fingerprint()).toBe(await right(file.replace('soon', '2024-01-04')));
  });

  it('of a file with semicolons, decimal commas and days first are read as that file was', async () => {
    const file = 'Bestellung;Kunde;Datum;Betrag\n1;ann;03.04.2024;1.234,50\n2;bob;25.04.2024;7,25\n3;cy;05.04.2024x;1.000,00\n';
    const { shop } = await mended(file, (text) => text.replace('2024x', '2024'));
    expect(await shop.fingerprint()).toBe(await right(file.replace('2024x', '2024')));
  });

  it('of a file without names for its columns are read as that file was', async () => {
    const shop = await ShopOfFiles.make();
    const file = '1\tann\t2024-01-03\t10.00\n2\tbob\t2024-01-05\t20.00\n3\tcy\t2024-01-0x\t30.00\n';
    const { file: number, preview } = await shop.stage(file);
    const plan = { ...preview!.plan, dialect: { ...preview!.plan.dialect, header: false } };
    const [named] = await shop.engine.replan(number, plan, () => undefined);
    const roles = ['order', 'customer', 'date', 'amount'] as const;
    await shop.engine.replan(number, { ...named!.preview!.plan, roles: [...roles], dateOrder: 'ymd' }, () => undefined);
    const first = await shop.keepStaged();
    const csv = new TextDecoder().decode(await shop.engine.leftOutCsv(first));
    const again = await shop.stage(csv.replace('0x', '06'), 'left-out.csv');
    expect(again.preview!.plan).toMatchObject({ roles, header: ['1', '2', '3', '4'] });
    await shop.keepStaged();
    expect(await shop.engine.open(shop.shop)).toMatchObject({ orders: 3, customers: 3 });
  });

  it('are taken back by themselves, and the file that they came from is read as before', async () => {
    const { shop, second } = await mended(ORDERS, (csv) => csv.replace('3x', '03'));
    await shop.engine.takeBack(second);
    expect(await shop.fingerprint()).toBe(await right(ORDERS));
    expect((await shop.stage(ORDERS.replace('10.00', '11.00'))).preview!.plan.mended).toBeUndefined();
  });

  it('a file with columns of those names and other reasons is a file like any other', async () => {
    const shop = await ShopOfFiles.make();
    const { preview } = await shop.stage('line,reason,Order ID,Customer ID,Order Date,Amount\n1,too large,1,ann,2024-01-03,10.00\n');
    expect(preview!.plan.header).toHaveLength(6);
  });
});
