/** First bytes of files that are no text, and what they are called. */
const MAGIC: readonly { bytes: readonly number[]; at?: number; name: string }[] = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], name: 'zip' },
  { bytes: [0x50, 0x4b, 0x05, 0x06], name: 'zip' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], name: 'xls' },
  { bytes: [0x25, 0x50, 0x44, 0x46], name: 'pdf' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], name: 'png' },
  { bytes: [0xff, 0xd8, 0xff], name: 'jpeg' },
  { bytes: [0x47, 0x49, 0x46, 0x38], name: 'gif' },
  { bytes: [0x1f, 0x8b], name: 'gzip' },
  { bytes: [0x42, 0x5a, 0x68], name: 'bzip2' },
  { bytes: [0x52, 0x61, 0x72, 0x21], name: 'rar' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], name: '7z' },
  { bytes: [0x28, 0xb5, 0x2f, 0xfd], name: 'zstd' },
  { bytes: [0x50, 0x41, 0x52, 0x31], name: 'parquet' },
  { bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66], name: 'sqlite' },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], name: 'rtf' },
  { bytes: [0x75, 0x73, 0x74, 0x61, 0x72], at: 257, name: 'tar' },
];

/** What a file is by its first bytes (`xlsx`, `pdf` …), or null when it may be text. */
export function looksLike(head: Uint8Array): string | null {
  const hit = MAGIC.find((m) => m.bytes.every((b, i) => head[(m.at ?? 0) + i] === b));
  if (hit) return hit.name === 'zip' ? zipKind(head) : hit.name;
  const start = latin(head.subarray(0, 512)).trimStart().toLowerCase();
  return start.startsWith('<!doctype html') || start.startsWith('<html') ? 'html' : null;
}

/** A zip archive names its files in clear, so the folder tells which office program wrote it. */
function zipKind(head: Uint8Array): string {
  const names = latin(head);
  if (names.includes('xl/') || names.includes('[Content_Types].xml')) return names.includes('word/') ? 'docx' : 'xlsx';
  return names.includes('opendocument.spreadsheet') ? 'ods' : 'zip';
}

function latin(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}
