import { createWriteStream } from 'node:fs';
import { once } from 'node:events';

const CUSTOMERS = 120_000;
const FIRST_DAY = Date.UTC(2022, 0, 1);
const DAYS = 1000;

/** Pseudo-random numbers 0 to 1, the same on every machine (mulberry32). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Writes an orders file of as many lines, about 82 bytes each: one line per product, two and a half lines per order. */
export async function writeManyLines(path: string, lines: number): Promise<void> {
  const file = createWriteStream(path);
  const roll = dice(7);
  file.write('InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID\n');
  let [order, customer, date] = [100_000, '', ''];
  let block = '';
  for (let i = 0; i < lines; i++) {
    if (i === 0 || roll() < 0.4) {
      order++;
      // The square makes some customers much busier than others.
      customer = String(100_000 + Math.floor(roll() ** 2 * CUSTOMERS));
      const minutes = Math.floor(roll() * 1440);
      const day = new Date(FIRST_DAY + Math.floor((i / lines) * DAYS) * 86_400_000).toISOString().slice(0, 10);
      date = `${day} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
    }
    const product = Math.floor(roll() * 4000);
    block += `${order},${20_000 + product},"ASSORTED GOODS, NO ${product} OF OUR LIST",${1 + (i % 12)},${date},${(1 + (product % 900) / 100).toFixed(2)},${customer}\n`;
    if (block.length > 1_000_000 || i === lines - 1) {
      if (!file.write(block)) await once(file, 'drain');
      block = '';
    }
  }
  file.end();
  await once(file, 'finish');
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
