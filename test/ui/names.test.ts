import { describe, expect, it } from 'vitest';
import { shopNameFrom } from '../../src/ui/import/shop-name-from';
import { fileStem } from '../../src/ui/kit/file-stem';

describe('a shop named after a file', () => {
  it('loses the ending and the underscores and begins with a capital', () => {
    expect(shopNameFrom('online_retail.csv')).toBe('Online retail');
    expect(shopNameFrom('orders-2024.TSV')).toBe('Orders 2024');
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
  });

  it('is never empty', () => {
    expect(fileStem('???')).toBe('liuke');
  });
});
