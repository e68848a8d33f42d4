/** One thing the invented shop sells. */
export interface Product {
  code: string;
  name: string;
  category: string;
  priceMinor: number;
  /** How often it is taken, against the others. */
  weight: number;
}

function products(category: string, prefix: string, list: readonly [name: string, price: number, weight: number][]): Product[] {
  return list.map(([name, price, weight], i) => ({
    code: `${prefix}-${String(i + 1).padStart(2, '0')}`,
    name,
    category,
    priceMinor: Math.round(price * 100),
    weight,
  }));
}

/** What the invented tea shop sells. */
export const ASSORTMENT: readonly Product[] = [
  ...products('Green tea', 'GRN', [
    ['Longjing, spring picking, 100 g', 18.9, 9],
    ['Sencha, 100 g', 9.5, 14],
    ['Gyokuro, 50 g', 21, 4],
    ['Genmaicha, 100 g', 8.2, 8],
    ['Jasmine pearls, 100 g', 13.4, 10],
  ]),
  ...products('Oolong', 'OOL', [
    ['Tieguanyin, 100 g', 15.8, 9],
    ['Da Hong Pao, 50 g', 19.5, 5],
    ['Dong Ding, 100 g', 17.2, 6],
    ['Oriental Beauty, 50 g', 22.4, 3],
  ]),
  ...products('Black tea', 'BLK', [
    ['Keemun, 100 g', 11.2, 9],
    ['Darjeeling, first flush, 100 g', 16.9, 7],
    ['Assam, 250 g', 10.4, 12],
    ['Lapsang Souchong, 100 g', 12.1, 5],
    ['Breakfast blend, 250 g', 8.9, 15],
  ]),
  ...products('White and dark tea', 'WHT', [
    ['Silver Needle, 50 g', 19.8, 4],
    ['White Peony, 100 g', 14.3, 6],
    ['Ripe Pu-erh cake, 357 g', 34, 3],
    ['Raw Pu-erh cake, 357 g', 46, 2],
  ]),
  ...products('Herbal', 'HRB', [
    ['Chrysanthemum, 50 g', 7.6, 6],
    ['Rooibos vanilla, 250 g', 9.1, 8],
    ['Peppermint, 100 g', 5.9, 9],
    ['Ginger and lemon, 100 g', 6.8, 7],
  ]),
  ...products('Teaware', 'WAR', [
    ['Glass teapot, 600 ml', 28.5, 4],
    ['Gaiwan, white porcelain', 16.4, 4],
    ['Yixing teapot, 200 ml', 89, 1],
    ['Cup, celadon', 12.8, 5],
    ['Infuser, steel', 9.9, 6],
    ['Cast-iron kettle', 119, 0.6],
    ['Bamboo whisk', 17.5, 2],
    ['Tea tin, 150 g', 8.4, 5],
  ]),
  ...products('Gifts', 'GFT', [
    ['Tasting box, six teas', 24.9, 5],
    ['Winter box', 39, 3],
    ['Gift voucher', 25, 2],
  ]),
];

/** Where its customers live, and how many of a hundred. */
export const COUNTRIES: readonly [name: string, weight: number][] = [
  ['Germany', 46],
  ['Austria', 14],
  ['Netherlands', 12],
  ['France', 11],
  ['Belgium', 7],
  ['Switzerland', 6],
  ['Denmark', 4],
];

/** Ways to the shop. The first order of a customer won by the offer comes by the last one. */
export const CHANNELS = ['Web shop', 'App', 'Telephone', 'Spring offer'] as const;
export const SPRING_OFFER = 3;
