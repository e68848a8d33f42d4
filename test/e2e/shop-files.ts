/** Orders files that the tests make themselves, with figures that can be counted by hand. */

const HEADER = 'Order,Customer,Date,Amount,Product';

/**
 * A small shop, first quarter of 2024. January: customers 1 to 100. February: 1 to 40 again, and 101 to 150.
 * March: 1 to 20 and 101 to 130, the last of them on its last day, so that March is complete.
 *
 * 240 orders of 150 customers, 10.00 each. Of January's 100, 40 came back in February; of February's 90, 50 in March (55.6 %).
 * 70 customers ordered twice or more (46.7 %), 20 of them three times.
 */
export function smallShop(): string {
  const orders = [
    ...month(1, range(1, 100)),
    ...month(2, [...range(1, 40), ...range(101, 150)]),
    ...month(3, [...range(1, 20), ...range(101, 129)]),
  ];
  const last = { customer: 130, date: '2024-03-31' };
  return [HEADER, ...[...orders, last].map((o, i) => `A${1000 + i},C${o.customer},${o.date},10.00,tea`)].join('\n') + '\n';
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** One order of each customer, spread over the first 28 days of a month. */
function month(number: number, customers: number[]): { customer: number; date: string }[] {
  return customers.map((customer, i) => ({ customer, date: `2024-0${number}-${String((i % 28) + 1).padStart(2, '0')}` }));
}

/** A survey on 0 to 10 with its comments: ten respondents, one of whom left the score empty and said something. */
export function smallSurvey(): string {
  const rows = range(1, 10).map((i) => `C${i},2024-03-${String(i + 9)},${i === 7 ? '' : i},${i % 2 ? 'good tea' : ''}`);
  return ['Customer ID,Submitted at,How likely are you to recommend us?,Why?', ...rows].join('\n') + '\n';
}

/** Forty orders of twenty customers; the first five come back under another number and the same e-mail. */
export function shopOfTwoKeys(): string {
  const first = range(1, 20).map((i) => `D${i},K${i},k${i}@example.com,2024-01-${String(i + 9)},10.00`);
  const again = range(1, 20).map((i) => `E${i},${i <= 5 ? `Z${i}` : `K${i}`},k${i}@example.com,2024-02-${String(i + 9)},10.00`);
  return ['Order,Customer,Email,Date,Amount', ...first, ...again].join('\n') + '\n';
}

/** Names that would run, load or break something if they were ever taken for more than text. */
export const HOSTILE = [
  '<img src=x onerror="console.error(1)">',
  '<script>console.error(2)</script>',
  '"><svg onload=console.error(3)>',
  '{{7*7}} ${7*7} {@html 1}',
  'javascript:console.error(4)',
  '=HYPERLINK("http://127.0.0.1:9/","x")',
  '__proto__',
  'constructor',
] as const;

/** The small shop, but with hostile texts as customers, products and the name of a column. */
export function hostileShop(): string {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const rows = HOSTILE.flatMap((name, i) =>
    [1, 2, 3].map((month) => `H${month}${i},${quoted(name)},2024-0${month}-${10 + i},12.50,${quoted(name)}`),
  );
  return [`${HEADER},"<b>__proto__</b>"`, ...rows.map((row) => `${row},x`), 'H99,last,2024-03-31,1.00,tea,x'].join('\n') + '\n';
}

/** A file of many rows: `rows` orders of `rows / 4` customers over two years, each day written once more than needed. */
export function largeShop(rows: number): string {
  const lines = [HEADER];
  for (let i = 0; i < rows; i++) {
    const day = new Date(Date.UTC(2022, 0, 1) + ((i * 7919) % 730) * 86_400_000).toISOString().slice(0, 10);
    lines.push(`B${i},customer-${(i * 31) % Math.ceil(rows / 4)}@example.com,${day},${(i % 9000) / 100 + 1},"item, ${i % 977}"`);
  }
  return `${lines.join('\n')}\n`;
}
