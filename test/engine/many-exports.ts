import fc from 'fast-check';
import { dayFromYmd, isoFromDay } from '../../src/terms/day';
import type { Role } from '../../src/terms/role';

/** What a row of a shop's exports is. */
export type Shape = 'lines' | 'orders' | 'per-order' | 'till';
const SHAPES: readonly Shape[] = ['lines', 'orders', 'per-order', 'till'];

/** One row of the shop's till: its day decides which exports have it. */
export interface ShopRow {
  day: number;
  cells: readonly string[];
}

export interface Shop {
  shape: Shape;
  header: readonly string[];
  roles: readonly Role[];
  rows: readonly ShopRow[];
}

/** An export: the days it covers, in the order of a draw, as some program writes it. */
export interface Export {
  from: number;
  to: number;
  shuffle: readonly number[];
  newline: '\n' | '\r\n';
  mark: '' | '\uFEFF';
  quoteAll: boolean;
  delimiter: ',' | ';' | '\t';
  /** Ids with the apostrophe by which a spreadsheet keeps them text. */
  apostrophe: boolean;
  /** The seconds are dropped, as a spreadsheet does that saves a file again. */
  noSeconds: boolean;
}

const FIRST = dayFromYmd(2024, 1, 10);
export const DAYS = 40;

const COLUMNS: Readonly<Record<Shape, readonly (readonly [string, Role])[]>> = {
  lines: [
    ['Order ID', 'order'],
    ['Customer ID', 'customer'],
    ['Order Date', 'date'],
    ['SKU', 'product'],
    ['Quantity', 'quantity'],
    ['Amount', 'amount'],
  ],
  orders: [
    ['Order ID', 'order'],
    ['Customer ID', 'customer'],
    ['Order Date', 'date'],
    ['Amount', 'amount'],
    ['Refunded', 'refund'],
  ],
  'per-order': [
    ['Order ID', 'order'],
    ['Customer ID', 'customer'],
    ['Order Date', 'date'],
    ['SKU', 'product'],
    ['Quantity', 'quantity'],
    ['Total', 'order-amount'],
  ],
  till: [
    ['Customer ID', 'customer'],
    ['Order Date', 'date'],
    ['Amount', 'amount'],
  ],
};

interface Order {
  customer: number;
  day: number;
  minute: number;
  lines: { product: number; quantity: number; minor: number; twins: number }[];
  refund: { after: number; share: number } | null;
}

const order: fc.Arbitrary<Order> = fc.record({
  customer: fc.nat(2),
  day: fc.oneof(fc.nat(DAYS - 1), fc.nat(3)),
  minute: fc.nat(1439),
  lines: fc.array(
    fc.record({
      product: fc.nat(3),
      quantity: fc.integer({ min: 1, max: 3 }),
      minor: fc.integer({ min: 1, max: 900 }),
      twins: fc.constantFrom(1, 1, 1, 2, 3),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  refund: fc.option(fc.record({ after: fc.nat(9), share: fc.constantFrom(1, 0.5) }), { freq: 3 }),
});

/** A small shop of any shape. */
export const anyShop: fc.Arbitrary<Shop> = fc
  .record({ shape: fc.constantFrom(...SHAPES), orders: fc.array(order, { minLength: 1, maxLength: 14 }), times: fc.boolean() })
  .map(({ shape, orders, times }) => ({
    shape,
    header: COLUMNS[shape].map(([name]) => name),
    roles: COLUMNS[shape].map(([, role]) => role),
    rows: orders.flatMap((one, i) => rowsOf(shape, one, `10${i}`, times)),
  }));

function rowsOf(shape: Shape, { customer, day, minute, lines, refund }: Order, id: string, times: boolean): ShopRow[] {
  const who = `c-${customer}`;
  const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:${String((minute * 7) % 60).padStart(2, '0')}`;
  const at = (shift: number): string => isoFromDay(FIRST + day + shift) + (times ? ` ${clock}` : '');
  const total = lines.reduce((sum, line) => sum + line.minor * line.twins, 0);
  const back = refund ? Math.round(total * refund.share) : 0;
  const money = (minor: number): string => (minor / 100).toFixed(2);
  const goods = lines.flatMap((line) => Array.from({ length: line.twins }, () => line));
  const sku = (line: Order['lines'][number]): string => `P${line.product}`;
  const later = Math.min(DAYS - 1, day + (refund?.after ?? 0)) - day;
  switch (shape) {
    case 'lines':
      return [
        ...goods.map((line) => ({ day, cells: [id, who, at(0), sku(line), String(line.quantity), money(line.minor)] })),
        ...(refund ? [{ day: day + later, cells: [id, who, at(later), sku(lines[0]!), '-1', money(-back)] }] : []),
      ];
    case 'orders':
      return [{ day, cells: [id, who, at(0), money(total), money(back)] }];
    case 'per-order':
      return goods.map((line) => ({ day, cells: [id, who, at(0), sku(line), String(line.quantity), money(total)] }));
    case 'till':
      return [
        ...goods.map((line) => ({ day, cells: [who, at(0), money(line.minor)] })),
        ...(refund ? [{ day: day + later, cells: [who, at(later), money(-back)] }] : []),
      ];
  }
}

/** One export of a shop. */
export const anyExport: fc.Arbitrary<Export> = fc.record({
  from: fc.nat(DAYS - 1),
  to: fc.integer({ min: 1, max: DAYS }),
  shuffle: fc.array(fc.nat(999), { maxLength: 30 }),
  newline: fc.constantFrom('\n', '\r\n'),
  mark: fc.constantFrom('', '\uFEFF'),
  quoteAll: fc.boolean(),
  delimiter: fc.constantFrom(',', ';', '\t'),
  apostrophe: fc.boolean(),
  noSeconds: fc.boolean(),
});

/** Exports that together have every row of the shop: any of them, and two that share the days in the middle. */
export const anyExports: fc.Arbitrary<Export[]> = fc
  .record({
    some: fc.array(anyExport, { maxLength: 3 }),
    last: anyExport,
    first: anyExport,
    middle: fc.integer({ min: 1, max: DAYS - 1 }),
    shared: fc.nat(8),
  })
  .chain(({ some, first, last, middle, shared }) =>
    fc.shuffledSubarray(
      [
        ...some.filter(({ from, to }) => from < to),
        { ...first, from: 0, to: Math.min(DAYS, middle + shared) },
        { ...last, from: middle, to: DAYS },
      ],
      { minLength: some.filter(({ from, to }) => from < to).length + 2 },
    ),
  );

/** The text of an export; null when it has no rows. */
export function textOf({ header, rows, roles }: Shop, how: Export): string | null {
  const own = rows.filter(({ day }) => day >= how.from && day < how.to).map(({ cells }) => cells);
  if (own.length === 0) return null;
  const drawn = own.map((cells, i) => ({ cells, draw: how.shuffle[i % Math.max(1, how.shuffle.length)] ?? i }));
  drawn.sort((a, b) => a.draw - b.draw);
  const write = (cell: string, role: Role | null): string => {
    const id = how.apostrophe && (role === 'order' || role === 'customer') && cell !== '' ? `'${cell}` : cell;
    const text = how.noSeconds && role === 'date' ? id.replace(/(\d\d:\d\d):\d\d$/, '$1') : id;
    return how.quoteAll ? `"${text}"` : text;
  };
  const lines = [header.map((name) => write(name, null)), ...drawn.map(({ cells }) => cells.map((cell, c) => write(cell, roles[c]!)))];
  return how.mark + lines.map((cells) => cells.join(how.delimiter)).join(how.newline) + how.newline;
}

/** The shop in one file. */
export function wholeFile(shop: Shop): string {
  const plain = { newline: '\n', mark: '', quoteAll: false, delimiter: ',', apostrophe: false, noSeconds: false, shuffle: [] } as const;
  return textOf(shop, { ...plain, from: 0, to: DAYS })!;
}
