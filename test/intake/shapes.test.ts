import { describe, expect, it } from 'vitest';
import { unpack } from '../../src/core/columns/packed-strings';
import { NONE, REFUND, SALE } from '../../src/core/columns/batch';
import { headerSignature } from '../../src/intake/meaning/header-signature';
import { stageFile } from '../../src/intake/stage-file';
import type { ImportPlan } from '../../src/terms/plan';
import { orderLines } from '../../src/intake/staged-import';
import { partsAsRecord, rolesByHeader, stage, TODAY, withRoles } from './helpers';

const csv = (...rows: string[]): string => `${rows.join('\n')}\n`;

/** GB18030 bytes of 订单编号,买家会员名,… written out by hand: no encoder is at hand in the browser. Two-byte zone only. */
function gb(text: string): Uint8Array<ArrayBuffer> {
  const decoder = new TextDecoder('gb18030');
  const code = new Map<string, [number, number]>();
  for (let lead = 0xa1; lead <= 0xf7; lead++)
    for (let trail = 0xa1; trail <= 0xfe; trail++) code.set(decoder.decode(new Uint8Array([lead, trail])), [lead, trail]);
  return new Uint8Array([...text].flatMap((letter) => code.get(letter) ?? [letter.charCodeAt(0)]));
}

describe('exports of shops', () => {
  it('Taobao in GB18030: goods without postage are the money, closed trades are cancelled', async () => {
    const file = await stage(
      gb(
        csv(
          '订单编号,买家会员名,买家支付宝账号,买家应付货款,买家应付邮费,总金额,买家实际支付金额,订单状态,订单创建时间,宝贝标题,宝贝总数量,店铺名称',
          '="20240001",小明,a@b.cn,100.00,10.00,110.00,110.00,交易成功,2024-03-05 10:00:00,红茶,2,茶铺',
          '="20240002",小红,c@d.cn,50.50,0.00,50.50,0.00,交易关闭,2024-03-06 11:00:00,绿茶,1,茶铺',
          '="20240003",小明,a@b.cn,30.00,5.00,35.00,35.00,卖家已发货,2024-04-01 09:30:00,白茶,1,茶铺',
        ),
      ),
    );
    const { parts, totals } = file.preview(file.plan);
    expect([file.plan.encoding, file.plan.preset]).toEqual(['gb18030', 'taobao-orders']);
    expect(partsAsRecord(parts)).toEqual({ sale: [2, 13_000], cancelled: [1, 5_050] });
    expect([totals.orders, totals.customers]).toEqual([2, 1]);
  });

  it('Taobao: every status in its own words is known', async () => {
    const words = ['交易成功', '交易关闭', '等待买家付款', '"买家已付款，等待卖家发货"', '"卖家已发货，等待买家确认"', '卖家部分发货'];
    const file = await stage(
      csv(
        '订单编号,买家会员名,买家应付货款,订单状态,订单创建时间',
        ...words.map((word, i) => `${i},小明,10.00,${word},2024-03-05 10:00:00`),
      ),
    );
    const { parts, columns } = file.preview(file.plan);
    expect(columns[3]!.remark).toBeNull();
    expect(partsAsRecord(parts)).toEqual({ sale: [4, 4_000], cancelled: [2, 2_000] });
  });

  it('WooCommerce analytics: net sales, on-hold and failed orders are left out, a refunded order is given back whole', async () => {
    const file = await stage(
      csv(
        'Date,Order #,N. Revenue (formatted),Status,Customer,Customer type,Product(s),Items sold,Coupon(s),Net Sales,Attribution',
        '2024-03-05 10:00:00,101,"$1,050.00",completed,Ann Kay,new,1× Tea,1,,1050,Direct',
        '2024-03-06 10:00:00,102,$20.00,on-hold,Ben Low,new,1× Tea,1,,20,Direct',
        '2024-03-07 10:00:00,103,$30.00,refunded,Cy Moe,new,1× Tea,1,,30,Direct',
        '2024-03-08 10:00:00,104,$40.00,processing,Ann Kay,returning,1× Tea,1,,40,Direct',
      ),
    );
    const { parts, totals } = file.preview(file.plan);
    expect(file.plan.preset).toBe('woocommerce-analytics');
    expect(partsAsRecord(parts)).toEqual({ sale: [3, 112_000], cancelled: [1, 2_000] });
    expect([totals.orders, totals.customers, totals.refundMinor]).toEqual([3, 2, 3_000]);
  });

  it('WebToffee: subtotal less discount, and e-mails in any case are one customer', async () => {
    const file = await stage(
      csv(
        'order_id,order_number,order_date,status,shipping_total,tax_total,cart_discount,discount_total,order_total,order_subtotal,order_currency,customer_id,customer_email,billing_email,billing_country,wt_import_key,line_item_1',
        '1,1,2024-03-05 10:00:00,completed,5.00,2.00,3.00,3.00,24.00,20.00,EUR,7,,Ann@Example.com,DE,1,name:Tea|quantity:1',
        '2,2,2024-03-06 10:00:00,wc-cancelled,5.00,2.00,0.00,0.00,27.00,20.00,EUR,7,,ann@example.com,DE,2,name:Tea|quantity:1',
        '3,3,2024-03-07 10:00:00,completed,5.00,2.00,0.00,0.00,17.00,10.00,EUR,7,,ann@example.com,DE,3,name:Tea|quantity:1',
      ),
    );
    const { parts, totals } = file.preview(file.plan);
    expect(file.plan.preset).toBe('woocommerce-webtoffee');
    expect(partsAsRecord(parts)).toEqual({ sale: [2, 2_700], cancelled: [1, 2_000] });
    expect([totals.orders, totals.customers, file.plan.currency.code]).toEqual([2, 1, 'EUR']);
  });

  it('Shopify: a voided order is no sale, nor is one with a date of cancelling; a refund never exceeds what the goods cost', async () => {
    const file = await stage(
      csv(
        'Name,Email,Financial Status,Currency,Subtotal,Shipping,Taxes,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Cancelled at,Refunded Amount',
        '#1,a@x.org,paid,USD,47.00,6.00,3.00,56.00,2026-09-03 10:14:00 -0400,2,Fern,16.00,,0.00',
        '#1,a@x.org,,,,,,,,1,Bag,15.00,,',
        '#2,b@x.org,refunded,USD,47.00,6.00,3.00,56.00,2026-09-04 10:14:00 -0400,2,Fern,23.50,,56.00',
        '#3,c@x.org,paid,USD,10.00,6.00,3.00,19.00,2026-09-05 10:14:00 -0400,1,Fern,10.00,2026-09-06 10:00:00 -0400,0.00',
        '#4,d@x.org,voided,USD,10.00,6.00,3.00,19.00,2026-09-05 10:14:00 -0400,1,Fern,10.00,,0.00',
      ),
    );
    const { parts, totals } = file.preview(file.plan);
    expect(partsAsRecord(parts)).toEqual({ sale: [3, 9_400], cancelled: [2, 2_000] });
    expect([totals.orders, totals.refundMinor]).toEqual([2, 4_700]);
    const batch = orderLines(file.build(file.plan, () => undefined));
    expect([...batch.lines.amountMinor]).toEqual([4_700, 0, 4_700]);
    expect([...batch.lines.day]).toEqual([20_699, 20_699, 20_700]);
    expect([...batch.lines.second]).toEqual([36_840, 36_840, 36_840]);
  });

  it.each([
    ['German', 'Bestellnummer;Kundennummer;Bestelldatum;Betrag\n1;K1;05.03.2024;1.234,50 €\n2;K2;06.03.2024;5,00 €\n', 123_950, 'EUR'],
    [
      'French',
      'Numéro de commande;Numéro client;Date de commande;Montant HT\n1;K1;5 mars 2024;1 234,50\n2;K2;6 mars 2024;5,00\n',
      123_950,
      '',
    ],
    ['simplified Chinese', '订单编号,会员号,下单时间,实付金额\n1,K1,2024年3月5日,"￥1,234.50"\n2,K2,2024年3月6日,￥5.00\n', 123_950, 'CNY'],
    ['traditional Chinese', '訂單編號\t會員編號\t訂單日期\t實付金額\n1\tK1\t2024/3/5\tNT$1234\n2\tK2\t2024/3/16\tNT$5\n', 123_900, 'TWD'],
    ['English', 'order_id|customer_id|order_date|total_amount\n1|K1|2024-03-05|1234.5\n2|K2|2024-03-06|5\n', 123_950, ''],
  ])('names of columns in %s are understood', async (_, text, worth, currency) => {
    const file = await stage(text);
    const { totals, questions } = file.preview(file.plan);
    expect(Object.values(rolesByHeader(file.plan))).toEqual(['order', 'customer', 'date', 'amount']);
    expect([totals.orders, totals.customers, totals.worthMinor, file.plan.currency.code, questions]).toEqual([2, 2, worth, currency, []]);
  });

  it('a sum that every row of an order repeats is counted once per order', async () => {
    const file = await stage(
      csv(
        'order id,email,date,sku,total',
        '1,a@x,2024-03-05,A,30',
        '1,a@x,2024-03-05,B,30',
        '2,b@x,2024-03-06,A,10',
        '2,b@x,2024-03-06,B,10',
        '3,a@x,2024-03-07,A,5',
        '3,a@x,2024-03-07,C,5',
      ),
    );
    expect(rolesByHeader(file.plan).total).toBe('order-amount');
    expect(file.preview(file.plan).totals).toMatchObject({ orders: 3, worthMinor: 4_500 });
  });
});

describe('rules', () => {
  const text = csv(
    'order,customer,date,amount,status,currency',
    '1,a,2024-03-05,10.00,paid,EUR',
    '2,,2024-03-05,20.00,paid,EUR',
    '3,b,2024-03-06,0.00,paid,EUR',
    '4,b,2024-03-06,40.00,cancelled,EUR',
    'C5,a,2024-03-07,-5.00,paid,EUR',
    '6,n/a,2024-03-08,60.00,paid,EUR',
    '7,a,2024-03-09,70.00,paid,USD',
    '8,a,2099-01-01,80.00,paid,EUR',
    '9,a,,90.00,paid,EUR',
    '10,a,2024-03-10,,paid,EUR',
    '11,a,2024-03-10,abc,paid,EUR',
    ',,,,,',
    '12,a,2024-03-10',
    '13,a,2024-03-10,5,paid,EUR,stray,"more, here"',
    'Total,,,999.00,,',
  );

  it('every row has one reason, in a fixed order of precedence', async () => {
    const file = await stage(text);
    expect(partsAsRecord(file.preview(file.plan).parts)).toEqual({
      sale: [1, 1_000],
      refund: [1, -500],
      'empty-row': [1, 0],
      'no-date': [1, 9_000],
      'future-date': [1, 8_000],
      'no-amount': [1, 0],
      'bad-amount': [1, 0],
      'no-customer': [2, 8_000],
      'zero-amount': [1, 0],
      cancelled: [1, 4_000],
      'other-currency': [1, 7_000],
      'too-few-cells': [1, 0],
      'too-many-cells': [1, 500],
      'total-row': [1, 99_900],
    });
  });

  it('the rules move rows from one part to another and lose none', async () => {
    const file = await stage(text);
    const rules: ImportPlan['rules'] = {
      negative: 'leave-out',
      noCustomer: 'guest',
      zero: 'keep',
      cancelled: 'keep',
      orderless: 'row',
      brokenIds: 'refuse',
    };
    const preview = file.preview({ ...file.plan, rules });
    const parts = partsAsRecord(preview.parts);
    expect([parts.sale, parts['negative-left-out'], parts['no-customer'], parts.cancelled]).toEqual([
      [5, 13_000],
      [1, -500],
      undefined,
      undefined,
    ]);
    // a, b and two guests.
    expect(preview.totals.customers).toBe(4);
  });

  it('what is built has the lines, the codes and the cells of the rows left out', async () => {
    const file = await stage(text);
    const built = file.build(file.plan, () => undefined);
    const { leftOut, parts } = built;
    const batch = orderLines(built);
    expect([...batch.lines.line]).toEqual([2, 6]);
    expect([...batch.lines.kind]).toEqual([SALE, REFUND]);
    expect([...batch.lines.amountMinor]).toEqual([1_000, 500]);
    expect([unpack(batch.orders, 1), unpack(batch.customers, 0), batch.lines.product[0]]).toEqual(['C5', 'a', NONE]);
    expect(leftOut.rows + batch.lines.rows).toBe(parts.reduce((sum, part) => sum + part.rows, 0));
    expect([leftOut.line[0], unpack(leftOut.cells, 0)]).toEqual([3, '2,,2024-03-05,20.00,paid,EUR']);
    expect(unpack(leftOut.cells, [...leftOut.line].indexOf(15))).toBe('13,a,2024-03-10,5,paid,EUR,stray,"more, here"');
    expect(file.rowsOf(file.plan, 'too-many-cells', 0, 1)[0]!.raw.slice(6)).toEqual(['stray', 'more, here']);
  });

  it('without order numbers each row is an order, or each day of a customer', async () => {
    const file = await stage(csv('customer,date,amount', 'a,2024-03-05,1', 'a,2024-03-05,2', 'a,2024-03-06,3', 'b,2024-03-05,4'));
    expect(file.preview(file.plan).totals.orders).toBe(4);
    const plan: ImportPlan = { ...file.plan, rules: { ...file.plan.rules, orderless: 'customer-day' } };
    expect(file.preview(plan).totals.orders).toBe(3);
    expect([...orderLines(file.build(plan, () => undefined)).lines.order]).toEqual([0, 0, 1, 2]);
  });

  it('customers keep their leading zeros, and lose ".0" where no number has another fraction', async () => {
    const file = await stage(csv('customer,date,amount', '007.0,2024-03-05,1', '7,2024-03-06,1', '007,2024-03-06,1'));
    expect(file.preview(file.plan).totals.customers).toBe(2);
    const versions = await stage(csv('customer,date,amount', '1.0,2024-03-05,1', '1,2024-03-06,1', '1.5,2024-03-06,1'));
    expect(versions.preview(versions.plan).totals.customers).toBe(3);
    const decimal = await stage(csv('customer,date,amount', '007.0,2024-03-05,1', '7.0,2024-03-06,1'));
    const batch = orderLines(decimal.build(decimal.plan, () => undefined));
    expect([unpack(batch.customers, 0), unpack(batch.customers, 1)]).toEqual(['007', '7']);
  });

  it('dates that can be read in two ways are a question, and nothing is built before it is answered', async () => {
    const file = await stage(csv('order,customer,date,amount', '1,a,03/04/2024,1', '2,b,05/06/2024,2'));
    expect(file.preview(file.plan).questions).toEqual(['date-order']);
    expect(() => file.build(file.plan, () => undefined)).toThrow('plan-incomplete');
    const plan: ImportPlan = { ...file.plan, dateOrder: 'dmy' };
    expect([file.preview(plan).questions, orderLines(file.build(plan, () => undefined)).lines.rows]).toEqual([[], 2]);
  });

  it('a column given another meaning is read anew without reading the file', async () => {
    const file = await stage(csv('a,b,c,d', 'x,2024-03-05,1.50,9', 'y,2024-03-06,2.50,8'));
    const plan = withRoles(file.plan, { 0: 'customer', 2: 'amount' });
    expect([file.needsReading(plan), file.preview(plan).totals.worthMinor]).toEqual([false, 400]);
    expect(file.preview(withRoles(plan, { 2: 'ignore', 3: 'amount' })).totals.worthMinor).toBe(1_700);
    expect(file.needsReading({ ...plan, dialect: { ...plan.dialect, delimiter: ';' } })).toBe(true);
  });

  it('a plan is remembered by its header and taken again for the next file, dates judged afresh', async () => {
    const first = await stage(csv('Order ID,Who,Date,Sum', '1,a,03/04/2024,1'));
    const kept: ImportPlan = { ...withRoles(first.plan, { 1: 'customer', 3: 'amount' }), dateOrder: 'mdy' };
    const signature = headerSignature(kept.header, kept.dialect);
    const recall = async (asked: string) => (asked === signature ? kept : undefined);
    const again = await stageFile(new Blob(['order_id,WHO,date,sum\r\n2,b,04/05/2024,2\r\n']), 'b.csv', TODAY, recall, () => undefined);
    expect([again.remembered, again.plan.roles, again.plan.dateOrder]).toEqual([true, kept.roles, 'mdy']);
    const other = await stageFile(new Blob(['order_id,WHO,date,sum\r\n2,b,31/05/2024,2\r\n']), 'c.csv', TODAY, recall, () => undefined);
    expect([other.remembered, other.plan.dateOrder]).toEqual([true, 'dmy']);
  });
});
