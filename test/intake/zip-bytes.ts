import { crc32, deflateRawSync } from 'node:zlib';

/** A file to be packed, with what may be wrong about it. */
export interface ZipFile {
  name: string | Uint8Array;
  data: Uint8Array | string;
  /** Flag bits beside those that follow from the rest: 1 is "encrypted", 0x800 "the name is UTF-8". */
  flags?: number;
  /** Size that is stated in place of the true one. */
  says?: number;
}

/** An archive, made byte by byte so that it can lie. */
export function zipOf(files: readonly ZipFile[]): Blob {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data, flags = 0, says } of files) {
    const bytes = Buffer.from(data as string);
    const packed = deflateRawSync(bytes);
    const title = Buffer.from(name as string);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(says ?? bytes.length, 18);
    common.writeUInt16LE(title.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, title, packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, place, title]));
    parts.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Blob([...parts, list, end].map((part) => new Uint8Array(part)));
}
