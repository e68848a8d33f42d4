import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** A file on its way into an archive. `packed` ones are compressed already. */
export interface ArchiveFile {
  name: string;
  content: Uint8Array | string;
  packed?: boolean;
}

/** A ZIP archive of files, in their order; each is taken in before the next one is made. */
export async function zipOf(files: AsyncIterable<ArchiveFile>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let failed: Error | null = null;
  const zip = new Zip((error, chunk) => {
    if (error) failed = error;
    else chunks.push(chunk);
  });
  for await (const { name, content, packed } of files) {
    const entry = packed ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
    // The same shop gives the same archive, whenever it is written.
    entry.mtime = new Date(1980, 0, 1);
    zip.add(entry);
    entry.push(typeof content === 'string' ? new TextEncoder().encode(content) : content, true);
  }
  zip.end();
  if (failed) throw failed as Error;
  return joined(chunks);
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
