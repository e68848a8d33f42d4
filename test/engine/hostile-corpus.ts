import { deflateRawSync, gzipSync } from 'node:zlib';

/** A file that somebody could drop by mistake or by malice. */
export interface HostileFile {
  name: string;
  content: string | Uint8Array<ArrayBuffer>;
  /** The code of the refusal, or `read` when it is an odd file of data. Where either is right, `either`. */
  ends: string;
}

const latin = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array([...text].map((letter) => letter.charCodeAt(0)));
const bytes = (...values: number[]): Uint8Array<ArrayBuffer> => new Uint8Array(values);
const own = (data: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(data);

/** Bytes that repeat from run to run and mean nothing. */
function noise(length: number, seed: number): Uint8Array<ArrayBuffer> {
  let x = seed;
  return Uint8Array.from({ length }, () => {
    x = (Math.imul(x, 1664525) + 1013904223) >>> 0;
    return x >>> 24;
  });
}

/** UTF-16 units as bytes, low byte first. */
function utf16le(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: text.length * 2 }, (_, i) =>
    i % 2 === 0 ? text.charCodeAt(i / 2) & 0xff : text.charCodeAt((i - 1) / 2) >> 8,
  );
}

interface Entry {
  name: string;
  data: Uint8Array;
  /** What the archive claims of it, where that is a lie. */
  claims?: number;
  encrypted?: boolean;
}

/** A zip as its specification has it, with whatever lies the entries tell. */
export function zipOf(entries: readonly Entry[]): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  let offset = 0;
  for (const { name, data, claims = data.length, encrypted = false } of entries) {
    const packed = deflateRawSync(data);
    const title = new TextEncoder().encode(name);
    const fields = (view: DataView, at: number): void => {
      view.setUint16(at, 20, true);
      view.setUint16(at + 2, 0x800 | (encrypted ? 1 : 0), true);
      view.setUint16(at + 4, 8, true);
      view.setUint32(at + 10, crc32(data), true);
      view.setUint32(at + 14, packed.length, true);
      view.setUint32(at + 18, claims, true);
      view.setUint16(at + 22, title.length, true);
    };
    const local = new Uint8Array(30);
    new DataView(local.buffer).setUint32(0, 0x04034b50, true);
    fields(new DataView(local.buffer), 4);
    const entry = new Uint8Array(46);
    const view = new DataView(entry.buffer);
    view.setUint32(0, 0x02014b50, true);
    view.setUint16(4, 20, true);
    fields(view, 6);
    view.setUint32(42, offset, true);
    parts.push(local, title, packed);
    central.push(entry, title);
    offset += local.length + title.length + packed.length;
  }
  const size = central.reduce((sum, part) => sum + part.length, 0);
  const end = new Uint8Array(22);
  const view = new DataView(end.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, entries.length, true);
  view.setUint16(10, entries.length, true);
  view.setUint32(12, size, true);
  view.setUint32(16, offset, true);
  return own(Buffer.concat([...parts, ...central, end]));
}

function crc32(data: Uint8Array): number {
  let crc = ~0;
  for (const byte of data) {
    crc ^= byte;
    for (let k = 0; k < 8; k++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const HEAD = 'Order ID,Customer ID,Order Date,Amount\n';
const ROWS = '1,ann,2024-03-05,2.50\n2,bob,2024-03-06,3.00\n';
const ORDERS = HEAD + ROWS;
const NOT_TEXT = 'intake/not-text';

const MEDIA: HostileFile[] = [
  { name: 'picture.csv', content: bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0), ends: NOT_TEXT },
  { name: 'photo.csv', content: bytes(0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70), ends: NOT_TEXT },
  { name: 'film.csv', content: latin('\0\0\0\x20ftypisom\0\0\x02\0isomiso2'), ends: NOT_TEXT },
  { name: 'sound.csv', content: latin('ID3\x03\0\0\0\0\x0f\x76TIT2\0\0'), ends: NOT_TEXT },
  { name: 'report.pdf.csv', content: latin('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'), ends: NOT_TEXT },
  { name: 'old.xls', content: bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0), ends: NOT_TEXT },
  { name: 'program.csv', content: latin('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0'), ends: NOT_TEXT },
  { name: 'shop.sqlite', content: latin('SQLite format 3\0\x10\0\x01\x01\0@  '), ends: NOT_TEXT },
  { name: 'data.parquet', content: latin('PAR1\x15\x04\x15\0\0\0\0\0PAR1'), ends: NOT_TEXT },
  { name: 'archive.7z', content: latin("7z\xbc\xaf'\x1c\0\x04\0\0\0\0"), ends: NOT_TEXT },
  { name: 'archive.rar', content: latin('Rar!\x1a\x07\x01\0\0\0\0\0'), ends: NOT_TEXT },
  { name: 'page.csv', content: '<!DOCTYPE html><html><body><table><tr><td>1</td></tr></table></body></html>', ends: NOT_TEXT },
  { name: 'noise.csv', content: noise(200_000, 7), ends: NOT_TEXT },
  { name: 'filled.csv', content: new Uint8Array(100_000).fill(0xff), ends: 'refused' },
  { name: 'zeros.csv', content: new Uint8Array(100_000), ends: NOT_TEXT },
];

const EMPTY: HostileFile[] = [
  { name: 'nothing.csv', content: '', ends: 'intake/empty-file' },
  { name: 'mark.csv', content: '\ufeff', ends: 'intake/empty-file' },
  { name: 'blanks.csv', content: ' \t \n \n', ends: 'intake/empty-file' },
  { name: 'lines.csv', content: '\n'.repeat(2_000_000), ends: 'intake/empty-file' },
  { name: 'header.csv', content: HEAD, ends: 'intake/header-only' },
  { name: 'separator.csv', content: 'sep=;\n', ends: 'refused' },
  { name: 'rules.csv', content: '------\n------\n======\n', ends: 'either' },
  { name: 'commas.csv', content: ',,,,\n'.repeat(50_000), ends: 'either' },
];

const CONTAINERS: HostileFile[] = [
  { name: 'cut.zip', content: zipOf([{ name: 'orders.csv', data: text(ORDERS) }]).slice(0, 60), ends: 'refused' },
  { name: 'locked.zip', content: zipOf([{ name: 'orders.csv', data: text(ORDERS), encrypted: true }]), ends: 'refused' },
  { name: 'pictures.zip', content: zipOf([{ name: 'a.png', data: bytes(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10) }]), ends: 'refused' },
  { name: 'nothing.zip', content: zipOf([]), ends: 'refused' },
  { name: 'bomb.zip', content: zipOf([{ name: 'orders.csv', data: new Uint8Array(300_000_000) }]), ends: 'refused' },
  { name: 'liar.zip', content: zipOf([{ name: 'orders.csv', data: new Uint8Array(300_000_000), claims: 1000 }]), ends: 'refused' },
  {
    name: 'russian-doll.zip',
    content: zipOf([{ name: 'in.zip', data: zipOf([{ name: 'in.zip', data: zipOf([{ name: 'o.csv', data: text(ORDERS) }]) }]) }]),
    ends: 'refused',
  },
  { name: 'climber.zip', content: zipOf([{ name: '../../etc/orders.csv', data: text(ORDERS) }]), ends: 'either' },
  { name: 'crowd.zip', content: zipOf(Array.from({ length: 3000 }, (_, i) => ({ name: `${i}.csv`, data: text(ORDERS) }))), ends: 'either' },
  { name: 'cut.csv.gz', content: own(gzipSync(ORDERS.repeat(50)).subarray(0, 60)), ends: 'refused' },
  { name: 'bomb.csv.gz', content: own(gzipSync(Buffer.alloc(300_000_000))), ends: 'refused' },
  { name: 'picture.gz', content: own(gzipSync(bytes(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10))), ends: 'refused' },
  {
    name: 'cut.xlsx',
    content: zipOf([
      { name: '[Content_Types].xml', data: text('<Types/>') },
      { name: 'xl/workbook.xml', data: text('<workbook') },
    ]),
    ends: 'refused',
  },
  { name: 'billion-laughs.xlsx', content: laughs(), ends: 'refused' },
  {
    name: 'letter.docx',
    content: zipOf([
      { name: '[Content_Types].xml', data: text('<Types/>') },
      { name: 'word/document.xml', data: text('<document/>') },
    ]),
    ends: 'refused',
  },
];

/** A workbook whose text would grow to gigabytes if entities were taken at their word. */
function laughs(): Uint8Array<ArrayBuffer> {
  const entities = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
  const xml = `<?xml version="1.0"?><!DOCTYPE workbook [<!ENTITY l0 "ha">${entities}]><workbook><sheets><sheet name="&l9;" sheetId="1"/></sheets></workbook>`;
  return zipOf([
    { name: '[Content_Types].xml', data: text('<Types/>') },
    { name: 'xl/workbook.xml', data: text(xml) },
    { name: 'xl/worksheets/sheet1.xml', data: text('<worksheet><sheetData/></worksheet>') },
  ]);
}

const LONG = 1_000_000;
const STRUCTURE: HostileFile[] = [
  { name: 'one-line.csv', content: HEAD + 'a'.repeat(6 * LONG), ends: 'intake/line-too-long' },
  { name: 'open-quote.csv', content: `${ORDERS}3,"never closed,2024-03-07,1\n${ROWS.repeat(100)}`, ends: 'intake/unclosed-quote' },
  { name: 'open-quote-big.csv', content: `${ORDERS}3,"${ROWS.repeat(100_000)}`, ends: 'intake/unclosed-quote' },
  { name: 'quotes.csv', content: '"'.repeat(2 * LONG), ends: 'either' },
  { name: 'quote-comma.csv', content: '",'.repeat(LONG), ends: 'refused' },
  {
    name: 'columns.csv',
    content: `${Array.from({ length: 100_000 }, (_, i) => `c${i}`).join(',')}\n1,2\n`,
    ends: 'intake/too-many-columns',
  },
  { name: 'no-line-end.csv', content: '1,'.repeat(LONG), ends: 'refused' },
  { name: 'widening.csv', content: Array.from({ length: 1500 }, (_, i) => 'x,'.repeat(i)).join('\n'), ends: 'either' },
  { name: 'header-megabyte.csv', content: `${'h'.repeat(LONG)},Order Date,Amount,Customer ID\n1,2024-03-05,2,ann\n`, ends: 'either' },
  { name: 'nul.csv', content: `${HEAD}1,an\0n,2024-03-05,2\n`, ends: NOT_TEXT },
  { name: 'controls.csv', content: `${HEAD}1,an\u0007n\u001b[31m,2024-03-05,2\n`, ends: 'read' },
  { name: 'carriage-returns.csv', content: ORDERS.replaceAll('\n', '\r'), ends: 'read' },
  { name: 'utf16-odd.csv', content: utf16le(`\ufeff${ORDERS}`).slice(0, -1), ends: 'read' },
  { name: 'utf16-surrogates.csv', content: utf16le(`\ufeff${HEAD}1,\ud800ann\udc00,2024-03-05,2\n`), ends: 'read' },
  {
    name: 'utf32.csv',
    content: own(Buffer.from([...`\ufeff${ORDERS}`].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8, 0, 0]))),
    ends: 'refused',
  },
  {
    name: 'overlong.csv',
    content: own(Buffer.concat([text(HEAD), bytes(0x31, 0x2c, 0xc0, 0xaf, 0xe0, 0x80, 0xaf), text(',2024-03-05,2\n')])),
    ends: 'either',
  },
];

const CELLS: HostileFile[] = [
  { name: 'proto.csv', content: `__proto__,constructor,${HEAD}a,b,${ROWS.split('\n')[0]}\n`, ends: 'read' },
  {
    name: 'script.csv',
    content: `${HEAD}1,<script>alert(1)</script>,2024-03-05,2\n2,"<img src=x onerror=alert(1)>",2024-03-05,2\n`,
    ends: 'read',
  },
  { name: '<img src=x onerror=alert(1)>.csv', content: ORDERS, ends: 'read' },
  { name: `${'n'.repeat(5000)}.csv`, content: ORDERS, ends: 'read' },
  { name: '\u202evsc.exe', content: ORDERS, ends: 'read' },
  { name: 'formula.csv', content: `${HEAD}1,=cmd|' /C calc'!A0,2024-03-05,2\n2,@SUM(1+1),2024-03-05,2\n`, ends: 'read' },
  { name: 'bidi.csv', content: `${HEAD}1,\u202eann\u2066,2024-03-05,2\n2,\u200b\u200c\u200d,2024-03-05,2\n`, ends: 'read' },
  { name: 'zalgo.csv', content: `${HEAD}1,${'a\u0301\u0302\u0303'.repeat(5000)},2024-03-05,2\n`, ends: 'read' },
  { name: 'digits.csv', content: `${HEAD}1,ann,2024-03-05,${'9'.repeat(LONG)}\n${ROWS}`, ends: 'read' },
  { name: 'groups.csv', content: `${HEAD}1,ann,2024-03-05,"${'1,'.repeat(LONG / 2)}"\n${ROWS}`, ends: 'read' },
  {
    name: 'infinity.csv',
    content: `${HEAD}1,ann,2024-03-05,1e308\n2,ann,2024-03-05,Infinity\n3,ann,2024-03-05,NaN\n4,ann,2024-03-05,-0\n${ROWS}`,
    ends: 'read',
  },
  { name: 'years.csv', content: `${HEAD}1,ann,9999-12-31,2\n2,ann,0000-00-00,2\n3,ann,275760-09-13,2\n${ROWS}`, ends: 'read' },
  { name: 'long-date.csv', content: `${HEAD}1,ann,${'2024-'.repeat(LONG / 5)},2\n${ROWS}`, ends: 'read' },
  { name: 'long-address.csv', content: `${HEAD}1,${'a'.repeat(LONG)}@${'b.'.repeat(LONG / 2)},2024-03-05,2\n${ROWS}`, ends: 'read' },
  { name: 'blank-run.csv', content: `${HEAD}1,ann,2024-03-05,${' '.repeat(LONG)}x\n${ROWS}`, ends: 'read' },
  { name: 'all-refunds.csv', content: `${HEAD}1,ann,2024-03-05,-2\n2,bob,2024-03-05,-3\n`, ends: 'read' },
  { name: 'all-future.csv', content: `${HEAD}1,ann,2099-03-05,2\n2,bob,2099-03-05,3\n`, ends: 'read' },
  { name: 'all-the-same.csv', content: HEAD + '1,ann,2024-03-05,2.50\n'.repeat(50_000), ends: 'read' },
  { name: 'one-column.csv', content: 'amount\n1\n2\n3\n', ends: 'read' },
  { name: 'words.csv', content: 'Dear all,\n\nplease find attached the figures of last month.\n\nBest, Ann\n', ends: 'either' },
];

/** Every hostile file; more than sixty. */
export const HOSTILE_FILES: readonly HostileFile[] = [...MEDIA, ...EMPTY, ...CONTAINERS, ...STRUCTURE, ...CELLS];
