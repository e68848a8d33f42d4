import { gunzipSync, gzipSync } from 'node:zlib';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { Allowance } from '../../src/intake/containers/allowance';
import { gunzip } from '../../src/intake/containers/gunzip';
import { openContainer, type Found, type NotFound } from '../../src/intake/containers/open-container';
import { zipOf } from './zip-bytes';

const ORDERS = 'Order,Customer,Date,Amount\nA1,C1,2024-01-05,10.00\n';

async function opened(blob: Blob, name = 'drop', most = 20): Promise<string[]> {
  const found = await openContainer(blob, name, most);
  return Promise.all(
    found.map(async (one) => ('error' in one ? `${one.name}: ${one.error.code}` : `${one.name}: ${await one.blob.text()}`)),
  );
}

const blobOf = (bytes: Uint8Array | string): Blob => new Blob([bytes as string]);

/** Runs with a gzip reader that takes one part only and refuses bytes behind it, as browsers do; that of Node reads on. */
async function withBrowsersGzip<T>(run: () => Promise<T>): Promise<T> {
  const ofNode = globalThis.DecompressionStream;
  class OnePart {
    readonly readable: ReadableStream<Uint8Array>;
    readonly writable: WritableStream<Uint8Array>;
    constructor() {
      const chunks: Uint8Array[] = [];
      const through = new TransformStream<Uint8Array, Uint8Array>({
        transform: (chunk) => void chunks.push(chunk),
        flush(controller) {
          const bytes = Buffer.concat(chunks);
          const whole = gunzipSync(bytes);
          // A second part behind the first: the sizes at the end are those of the last one.
          if (bytes.readUInt32LE(bytes.length - 4) !== whole.length) throw new TypeError('junk after the end');
          controller.enqueue(whole);
        },
      });
      this.readable = through.readable;
      this.writable = through.writable;
    }
  }
  globalThis.DecompressionStream = OnePart as unknown as typeof DecompressionStream;
  try {
    return await run();
  } finally {
    globalThis.DecompressionStream = ofNode;
  }
}

describe('archives', () => {
  it('a plain file is itself', async () => {
    expect(await opened(blobOf(ORDERS), 'orders.csv')).toEqual([`orders.csv: ${ORDERS}`]);
  });

  it('a gzip file is what it holds', async () => {
    expect(await opened(blobOf(gzipSync(ORDERS)), 'orders.csv.gz')).toEqual([`orders.csv.gz: ${ORDERS}`]);
  });

  it('a gzip file of several parts is all of them, in their order', async () => {
    const parts = Buffer.concat([gzipSync('Order,Amount\n'), gzipSync('A1,2\n'.repeat(5000)), gzipSync('A2,3\n')]);
    const whole = gunzipSync(parts).toString();
    const parted = await withBrowsersGzip(() => opened(blobOf(parts), 'orders.csv.gz'));
    expect(parted).toEqual([`orders.csv.gz: ${whole}`]);
    const torn = parts.subarray(0, parts.length - 3);
    expect(await withBrowsersGzip(() => opened(blobOf(torn), 'a.gz'))).toEqual(['a.gz: intake/archive-damaged']);
  });

  it('every file of an archive comes out whole, and what systems add to it is passed over', async () => {
    const zip = zipOf([
      { name: 'shop/', data: '' },
      { name: 'shop/orders.csv', data: ORDERS },
      { name: '__MACOSX/shop/._orders.csv', data: 'x' },
      { name: 'shop/.DS_Store', data: 'x' },
      { name: 'shop/people.csv', data: 'id,name\n1,Ann\n' },
    ]);
    expect(await opened(zip, 'a.zip')).toEqual([`a.zip › orders.csv: ${ORDERS}`, 'a.zip › people.csv: id,name\n1,Ann\n']);
  });

  it('files of one name in two folders are told apart by their folders', async () => {
    const zip = zipOf([
      { name: 'may/orders.csv', data: 'a' },
      { name: 'june/orders.csv', data: 'b' },
    ]);
    expect(await opened(zip, 'a.zip')).toEqual(['a.zip › may/orders.csv: a', 'a.zip › june/orders.csv: b']);
  });

  it('names in GB18030 without a mark are read', async () => {
    const name = Uint8Array.from([0xb6, 0xa9, 0xb5, 0xa5, 0xc3, 0xf7, 0xcf, 0xb8, 0x2e, 0x63, 0x73, 0x76]);
    expect(await opened(zipOf([{ name, data: 'a' }]), 'a.zip')).toEqual(['a.zip › 订单明细.csv: a']);
  });

  it('names in UTF-8 are read with the mark and without', async () => {
    const zip = zipOf([
      { name: '訂單.csv', data: 'a' },
      { name: '顧客.csv', data: 'b', flags: 0x800 },
    ]);
    expect(await opened(zip, 'a.zip')).toEqual(['a.zip › 訂單.csv: a', 'a.zip › 顧客.csv: b']);
  });

  it('an archive in an archive is opened, one in that is not', async () => {
    const inner = new Uint8Array(await zipOf([{ name: 'orders.csv', data: ORDERS }]).arrayBuffer());
    const middle = zipOf([{ name: 'inner.zip', data: inner }]);
    expect(await opened(middle, 'a.zip')).toEqual([`a.zip › inner.zip › orders.csv: ${ORDERS}`]);
    const outer = zipOf([{ name: 'middle.zip', data: new Uint8Array(await middle.arrayBuffer()) }]);
    expect(await opened(outer, 'a.zip')).toEqual(['a.zip › middle.zip › inner.zip: intake/nested-too-deep']);
  });

  it('a locked file is said to be locked, and the others of its archive are read', async () => {
    const zip = zipOf([
      { name: 'secret.csv', data: ORDERS, flags: 1 },
      { name: 'open.csv', data: ORDERS },
    ]);
    expect(await opened(zip, 'a.zip')).toEqual(['a.zip › secret.csv: intake/encrypted', `a.zip › open.csv: ${ORDERS}`]);
  });

  it('of many files the first are opened and the others counted', async () => {
    const zip = zipOf(Array.from({ length: 30 }, (_, i) => ({ name: `${i}.csv`, data: 'a' })));
    const found = await openContainer(zip, 'a.zip', 20);
    expect(found).toHaveLength(21);
    expect((found[20] as NotFound).error).toMatchObject({ code: 'intake/too-many-files', facts: { most: 20, count: 10 } });
  });

  it('tables come before what an archive holds besides', async () => {
    const zip = zipOf([
      { name: 'logo.png', data: '\x89PNG' },
      { name: 'orders.csv', data: ORDERS },
    ]);
    expect((await openContainer(zip, 'a.zip', 1)).map((one) => one.name)).toEqual(['a.zip › orders.csv', 'a.zip']);
  });

  it('an empty archive and a torn one each end in a sentence', async () => {
    expect(await opened(zipOf([]), 'a.zip')).toEqual(['a.zip: intake/archive-empty']);
    const whole = zipOf([{ name: 'orders.csv', data: ORDERS }]);
    expect(await opened(whole.slice(0, whole.size - 30), 'a.zip')).toEqual(['a.zip: intake/archive-damaged']);
    const gz = gzipSync(ORDERS.repeat(100));
    expect(await opened(blobOf(gz.subarray(0, gz.length - 12)), 'a.gz')).toEqual(['a.gz: intake/archive-damaged']);
  });
});

describe('bombs and lies', () => {
  const zeros = new Uint8Array(300 * 1024 ** 2);

  it('a file that says it unpacks to far more than it can is not begun', async () => {
    const zip = zipOf([{ name: 'bomb.csv', data: new Uint8Array(1000), says: 3 * 1024 ** 3 }]);
    expect(await opened(zip, 'a.zip')).toEqual(['a.zip › bomb.csv: intake/unpacks-too-large']);
  });

  it('a gzip file that grows without end is stopped on the way, at a hundred times its size', async () => {
    const bomb = blobOf(gzipSync(zeros, { level: 1 }));
    expect(zeros.length / bomb.size).toBeGreaterThan(150);
    let unpacked = 0;
    class Counted extends Allowance {
      override take(more: number, all: number, packed: number): void {
        unpacked = all;
        super.take(more, all, packed);
      }
    }
    await expect(gunzip(bomb, new Counted())).rejects.toMatchObject({ code: 'intake/unpacks-too-large' });
    expect(unpacked / bomb.size).toBeLessThan(102);
    expect(await opened(bomb, 'bomb.gz')).toEqual(['bomb.gz: intake/unpacks-too-large']);
  });

  it('a file that is larger than it says is not believed', async () => {
    const zip = zipOf([{ name: 'liar.csv', data: zeros.subarray(0, 200 * 1024 ** 2), says: 1000 }]);
    const [said] = await opened(zip, 'a.zip');
    expect(said).toMatch(/^a\.zip › liar\.csv: intake\/(archive-damaged|unpacks-too-large)$/);
  });
});

describe('workbooks', () => {
  const book = async (sheets: Parameters<typeof writeXlsx>[0]['sheets']): Promise<Blob> =>
    new Blob([(await writeXlsx({ sheets })) as Uint8Array<ArrayBuffer>]);

  it('each sheet with a table is a file, an empty one is said to be empty, a hidden one is passed over', async () => {
    const blob = await book([
      {
        name: 'Orders & more',
        rows: [
          ['Order', 'Amount'],
          ['A1', 2.5],
        ],
      },
      { name: 'Notes', rows: [] },
      { name: 'Lists', rows: [['x']], hidden: true },
      { name: '客户', rows: [['id'], [7]] },
    ]);
    expect(await opened(blob, 'book.xlsx')).toEqual([
      'book.xlsx › Orders & more: Order,Amount\nA1,2.5\n',
      'book.xlsx › Notes: intake/sheet-empty',
      'book.xlsx › 客户: id\n7\n',
    ]);
  });

  it('cells are written as a good export writes them', async () => {
    const blob = await book([
      {
        name: 'S',
        rows: [
          ['a', 'b', 'c', 'd'],
          [17850, 0.1 + 0.2, 1e-7, 8613800138000],
          [new Date('2024-02-03T00:00:00Z'), new Date('2024-02-03T14:58:00Z'), true, false],
          ['line\none', 'quo"te', 'a,b', '007'],
        ],
      },
    ]);
    const [text] = await opened(blob, 'b');
    expect(text!.split('\n').slice(1, 4)).toEqual([
      '17850,0.3,0.0000001,8613800138000',
      '2024-02-03,2024-02-03 14:58:00,true,false',
      'line\u2028one,"quo""te","a,b",007',
    ]);
  });

  it('rows keep their numbers, blank ones between them included', async () => {
    const blob = await book([{ name: 'S', rows: [['Shop report'], [], ['Order', 'Amount'], ['A1', 2], [], ['A2', null]] }]);
    const [text] = await opened(blob, 'b');
    expect(text).toBe('b › S: Shop report\n\nOrder,Amount\nA1,2\n\nA2,\n');
    const [found] = (await openContainer(blob, 'b', 20)) as [Found];
    expect(found.how?.dialect).toMatchObject({ delimiter: ',', quote: '"', header: true, skip: 2 });
  });

  it('a workbook that names a row or a column which no sheet can have ends in a sentence', async () => {
    const parts = (sheet: string): Blob =>
      zipOf([
        { name: '[Content_Types].xml', data: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>' },
        { name: '_rels/.rels', data: relation('officeDocument', 'xl/workbook.xml') },
        { name: 'xl/_rels/workbook.xml.rels', data: relation('worksheet', 'worksheets/sheet1.xml') },
        { name: 'xl/workbook.xml', data: '<workbook><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>' },
        { name: 'xl/worksheets/sheet1.xml', data: `<worksheet><sheetData>${sheet}</sheetData></worksheet>` },
      ]);
    const relation = (type: string, target: string): string =>
      `<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`;
    const cell = (ref: string): string => `<c r="${ref}"><v>1</v></c>`;
    expect(await opened(parts(`<row r="2">${cell('A2')}</row>`), 'b')).toEqual(['b › S: \n1\n']);
    expect(await opened(parts(`<row r="99999999999">${cell('A99999999999')}</row>`), 'b')).toEqual(['b: intake/archive-damaged']);
    expect(await opened(parts(`<row r="1">${cell('XFD1')}</row>`), 'b')).toEqual(['b: intake/too-many-columns']);
  });

  it('a workbook that a password locks, an old one and a document are told apart', async () => {
    const office = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    const locked = Uint8Array.from([...office, ...new Uint8Array(600), ...Buffer.from('EncryptedPackage', 'utf16le')]);
    expect(await opened(blobOf(locked), 'a.xlsx')).toEqual(['a.xlsx: intake/encrypted']);
    expect(await openContainer(blobOf(Uint8Array.from([...office, ...new Uint8Array(600)])), 'a.xls', 20)).toMatchObject([{ how: null }]);
    const ods = zipOf([
      { name: 'content.xml', data: '<x/>' },
      { name: 'META-INF/manifest.xml', data: '<x/>' },
    ]);
    const [refused] = (await openContainer(ods, 'a.ods', 20)) as [NotFound];
    expect(refused.error).toMatchObject({ code: 'intake/not-text', facts: { looksLike: 'ods' } });
  });
});
