import { describe, expect, it } from 'vitest';
import { shopNameFrom } from '../../src/ui/import/shop-name-from';
import { isolated } from '../../src/ui/kit/isolated';
import { shortName } from '../../src/ui/kit/short-name';
import { fileStem } from '../../src/ui/kit/file-stem';

describe('a shop named after a file', () => {
  it('loses the ending and the underscores and begins with a capital', () => {
    expect(shopNameFrom('online_retail.csv')).toBe('Online retail');
    expect(shopNameFrom('orders-2024.TSV')).toBe('Orders 2024');
    expect(shopNameFrom('orders.csv.gz')).toBe('Orders');
    expect(shopNameFrom('my_shop.xlsx › Sheet1')).toBe('My shop');
  });

  it('counts on where a shop has that name already', () => {
    expect(shopNameFrom('orders.csv', ['Orders'])).toBe('Orders 2');
    expect(shopNameFrom('orders.csv', ['Orders', 'Orders 2', 'Tea'])).toBe('Orders 3');
  });

  it('keeps Chinese names as they are', () => {
    expect(shopNameFrom('淘宝订单.csv')).toBe('淘宝订单');
  });
});

describe('a download named after a shop', () => {
  it('holds nothing that a file system refuses', () => {
    expect(fileStem('Café: <b>"A/B"</b>?')).toBe('café-babb');
    expect(fileStem('online_retail.csv')).toBe('online-retail');
    expect(fileStem('my shop.xlsx › March')).toBe('my-shop-march');
  });

  it('is never empty', () => {
    expect(fileStem('???')).toBe('liuke');
  });
});

describe('a name of a file in a sentence', () => {
  it('stands whole while it is short, and keeps its beginning and its ending when it is not', () => {
    expect(shortName('online_retail.csv')).toBe('online_retail.csv');
    const short = shortName(`orders-${'x'.repeat(200)}-2024.csv`);
    expect(short).toMatch(/^orders-x+…x+-2024\.csv$/);
    expect([...short].length).toBeLessThan(50);
  });

  it('is never cut inside of a letter', () => {
    expect(shortName('𠮷'.repeat(60)).isWellFormed()).toBe(true);
  });

  it('turns nothing around it, and is left alone when it could not', () => {
    expect(isolated('\u202efdp.exe')).toBe('\u2068\u202efdp.exe\u2069');
    expect(isolated('שלום')).toBe('\u2068שלום\u2069');
    expect(isolated('<b>Ann</b> 李四')).toBe('<b>Ann</b> 李四');
  });
});

describe('a shop named after a file with a very long name', () => {
  it('has a name that fits the head of a page', () => {
    expect([...shopNameFrom(`${'very_long_'.repeat(30)}.csv`)].length).toBeLessThanOrEqual(40);
  });
});
