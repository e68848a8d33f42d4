import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { detectEncoding } from '../../src/intake/decoding/detect-encoding';
import type { Encoding } from '../../src/terms/plan';
import { damaged, FAMILIES, familiesOfNames, samplesOf, textIn, type Family, type Sample } from './encoding-families';
import { dice, encoderOf, inventedFile, MIXES } from './encoding-samples';
import { hasData, stage } from './helpers';

const DATA = process.env.LIUKE_DATA ?? '../shared/data';
const EACH = 300;

/** Whether a sample is read as what it is: the same encoding, or one that gives the same text. */
function isRight({ family, bytes }: Sample, found: Encoding): boolean {
  return found === family.encoding || textIn(found, bytes) === textIn(family.encoding, bytes);
}

/** Share of samples read right, and what the others were taken for; printed as a line of the confusion matrix. */
function share(samples: readonly Sample[]): number {
  const taken = new Map<string, number>();
  const mixes = new Map<string, number>();
  let right = 0;
  for (const sample of samples) {
    const found = detectEncoding([sample.bytes]);
    if (isRight(sample, found)) right++;
    else mixes.set(sample.mix, (mixes.get(sample.mix) ?? 0) + 1);
    const name = isRight(sample, found) ? sample.family.encoding : found;
    taken.set(name, (taken.get(name) ?? 0) + 1);
  }
  const { language, encoding } = samples[0]!.family;
  const list = (counts: Map<string, number>): string => [...counts].map(([name, count]) => `${name} ${count}`).join(', ');
  const wrong = mixes.size > 0 ? `; wrong where the language is in: ${list(mixes)}` : '';
  const percent = ((right / samples.length) * 100).toFixed(1);
  console.info(`${language.padEnd(8)}${encoding.padEnd(13)}${percent.padStart(6)} % of ${samples.length}: ${list(taken)}${wrong}`);
  return right / samples.length;
}

const named = (families: readonly Family[]): [string, Family][] =>
  families.map((family) => [`${family.language} in ${family.encoding}`, family]);

describe('invented files of 3 to 40 orders, some with one name in the language', () => {
  it.each(named(FAMILIES))('%s are recognised: at least 97 in 100', (_, family) => {
    expect(share(samplesOf(family, EACH, 20_261))).toBeGreaterThanOrEqual(0.97);
  });

  it.each(named(familiesOfNames()))('%s with words that nobody picked are recognised: at least 97 in 100', (_, family) => {
    expect(share(samplesOf(family, 200, 20_262))).toBeGreaterThanOrEqual(0.97);
  });

  it.each(['utf-8', 'utf-16le', 'utf-16be'] as const)(
    '%s is recognised every time, with and without a mark, in every language',
    (encoding) => {
      const encode = encoderOf(encoding);
      const die = dice(20_263);
      for (const { vocabulary } of [...FAMILIES, ...familiesOfNames()]) {
        for (let i = 0; i < 40; i++) {
          const text = inventedFile(vocabulary, MIXES[i % 4]!, die);
          expect([detectEncoding([encode(text)]), detectEncoding([encode(`\ufeff${text}`)])], text).toEqual([encoding, encoding]);
        }
      }
    },
  );

  it.each(named([...FAMILIES, { ...FAMILIES[0]!, encoding: 'utf-8' }, { ...FAMILIES[5]!, encoding: 'utf-8' }]))(
    '%s are still recognised with a byte or two overwritten or lost: at least 97 in 100',
    (_, family) => {
      const die = dice(20_264);
      const samples = samplesOf(family, 200, 20_265).filter(({ mix }) => mix === 'all' || mix === 'names');
      const right = samples.filter((sample) => isRight(sample, detectEncoding([damaged(sample, die)])));
      console.info(`${family.language.padEnd(8)}${family.encoding.padEnd(13)}damaged: ${right.length} of ${samples.length}`);
      expect(right.length / samples.length).toBeGreaterThanOrEqual(0.97);
    },
  );

  it('a sample of 64 KB is judged in some milliseconds', () => {
    for (const family of FAMILIES) {
      const sample = samplesOf(family, 400, 20_266).filter(({ mix }) => mix === 'all');
      const bytes = new Uint8Array(sample.flatMap((one) => [...one.bytes])).slice(0, 1 << 16);
      const times = Array.from({ length: 15 }, () => {
        const start = performance.now();
        expect(detectEncoding([bytes])).toBe(family.encoding);
        return performance.now() - start;
      });
      const least = Math.min(...times);
      console.info(`${family.language.padEnd(8)}${bytes.length} bytes in ${least.toFixed(1)} ms`);
      // 5 ms where nothing else runs; the bar leaves room for a busy machine.
      expect(least).toBeLessThan(20);
    }
  });
});

describe('texts that are no UTF-8', () => {
  it('traditional characters in GB18030 are Chinese, not accents', async () => {
    const text = '訂單編號,會員編號,訂單日期,訂單總金額,付款狀態\n1,會員一號,2024-03-25,120,已付款\n2,會員二號,2024-03-26,80,已付款\n';
    const { plan } = await stage(encoderOf('gb18030')(text));
    expect([plan.encoding, ...plan.roles]).toEqual(['gb18030', 'order', 'customer', 'date', 'amount', 'status']);
  });

  it('accents, also side by side, are no Chinese', async () => {
    const text =
      'Bestellnummer;Kundennummer;Bestelldatum;Gesamtpreis;Ort\n1;K1;25.03.2024;100,50;Gößweinstein Süd-Öl\n2;K2;26.03.2024;1,50;Größe äöü\n';
    expect((await stage(encoderOf('windows-1252')(text))).plan.encoding).toBe('windows-1252');
  });

  it('the euro and curly quotes of windows-1252 are read in Node as in browsers', async () => {
    const text = 'Numéro de commande;N° client;Date de commande;Montant\n1;“é”;25/03/2024;1 234,50 €\n2;à;26/03/2024;12,00 €\n';
    const file = await stage(encoderOf('windows-1252')(text));
    expect([file.plan.encoding, file.plan.currency.code, file.plan.roles[3]]).toEqual(['windows-1252', 'EUR', 'amount']);
    expect(file.preview(file.plan).totals.worthMinor).toBe(124_650);
    expect(file.rowsOf(file.plan, 'sale', 0, 1)[0]!.raw[1]).toBe('“é”');
  });

  it('characters of four bytes belong to GB18030', () => {
    const [head, tail] = ['订单号,买家,金额\n1,张', ',20\n2,李敏,30\n'].map(encoderOf('gb18030')) as [Uint8Array, Uint8Array];
    // 😀 and 㐂
    const bytes = new Uint8Array([...head, 0x94, 0x39, 0xfc, 0x36, 0x81, 0x39, 0xee, 0x37, ...tail]);
    expect(detectEncoding([bytes])).toBe('gb18030');
  });

  it('katakana of half width alone are Shift-JIS', () => {
    const text = 'id,name,total\n1,ﾔﾏﾀﾞ ﾀﾛｳ,100\n2,ｽｽﾞｷ ﾊﾅｺ,200\n3,ｻﾄｳ ｹﾝｼﾞ,300\n';
    expect(detectEncoding([encoderOf('shift_jis')(text)])).toBe('shift_jis');
  });

  it('two characters that chance made valid UTF-8 are still Chinese', () => {
    const bytes = encoderOf('gb18030')('id,buyer,total\n1,一目,20\n2,a,30\n');
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).not.toThrow();
    expect(detectEncoding([bytes])).toBe('gb18030');
  });

  it('a letter far down in a long file of ASCII is found', async () => {
    const rows = Array.from({ length: 60_000 }, (_, i) => `${i},${i % 997},2024-03-05,2.50`);
    for (let i = 30_000; i < 60_000; i += 50) rows[i] = `${i},김민수,2024-03-05,2.50`;
    const { plan } = await stage(encoderOf('euc-kr')(`order,customer,date,amount\n${rows.join('\n')}\n`));
    expect(plan.encoding).toBe('euc-kr');
  });
});

describe('letters that are lost', () => {
  it('are counted exactly, and the first five lines are named', async () => {
    const rows = Array.from({ length: 40 }, (_, i) => `${i},客户${i},2024-03-05,2\n`);
    const bytes = [...new TextEncoder().encode(`order,customer,date,amount\n${rows.join('')}`)];
    // The first byte of 客 becomes one that fits nowhere; the two behind it are lost with it.
    const hits = [3, 9, 10, 17, 22, 31].map((line) => lineStart(bytes, line) + `${line - 2},`.length);
    for (const at of hits) bytes[at] = 0xff;
    const file = await stage(new Uint8Array(bytes));
    const { undecodable, undecodableLines } = file.preview(file.plan);
    expect([file.plan.encoding, undecodable, undecodableLines]).toEqual(['utf-8', hits.length * 3, [3, 9, 10, 17, 22]]);
  });

  it('none are counted where all can be read', async () => {
    const file = await stage('order,customer,date,amount\n1,客户,2024-03-05,2\n');
    expect(file.preview(file.plan)).toMatchObject({ undecodable: 0, undecodableLines: [] });
  });
});

function lineStart(bytes: readonly number[], line: number): number {
  let at = 0;
  for (let n = 1; n < line; n++) at = bytes.indexOf(0x0a, at) + 1;
  return at;
}

describe('real files', () => {
  const shapes = 'export-shapes';
  const gbk = ['alipay-personal-GBK.csv', 'taobao-orders-header-GBK.csv', 'jd-merchant-orders-header.csv', 'pinduoduo-columns-partial.csv'];
  it.runIf(hasData(shapes))('every export of a platform has the encoding that it says', () => {
    for (const name of readdirSync(join(DATA, shapes)).filter((file) => /\.(csv|tsv|txt)$/.test(file))) {
      const found = detectEncoding([readFileSync(join(DATA, shapes, name))]);
      expect([name, found]).toEqual([name, gbk.includes(name) ? 'gb18030' : 'utf-8']);
    }
  });

  const known: [string, Encoding][] = [
    ['csv/csvkit/examples/test_latin1.csv', 'windows-1252'],
    ['csv/csvkit/examples/test_utf16_big.csv', 'utf-16be'],
    ['csv/csvkit/examples/test_utf16_little.csv', 'utf-16le'],
    ['csv/csvkit/examples/test_utf8_bom.csv', 'utf-8'],
    ['csv/csvkit/examples/test_utf8.csv', 'utf-8'],
    ['csv/csv-test-data/csv/utf8.csv', 'utf-8'],
    ['csv/csv-spectrum/csvs/utf8.csv', 'utf-8'],
    ['csv/csv-spectrum/csvs/location_coordinates.csv', 'utf-8'],
    ['superstore/orders.csv', 'utf-8'],
    ['olist-sample/olist_order_reviews_dataset.csv', 'utf-8'],
  ];
  it.runIf(hasData('csv')).each(known)('%s is %s', (name, encoding) => {
    expect(detectEncoding([readFileSync(join(DATA, name))])).toBe(encoding);
  });
});
