import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { detectEncoding } from '../../src/intake/decoding/detect-encoding';
import type { HowToRead } from '../../src/intake/reading/read-table';
import { canScan } from '../../src/intake/reading/scan-bytes';
import { sniffDialect, sniffWidth } from '../../src/intake/reading/sniff-dialect';
import { withNewlines } from '../../src/intake/decoding/text-source';
import { readOneWay } from './both-ways';

export const DATA = process.env.LIUKE_DATA ?? '../shared/data';

/**
 * Files of the shared data that the two ways of reading take for different tables: none, by the law.
 *
 * @param slices  sizes of the slices for a file by its bytes and its place among the others; without one the file is left out
 */
export async function filesReadDifferently(slices: (bytes: number, file: number) => readonly number[]): Promise<string[]> {
  const differing: string[] = [];
  let [files, direct] = [0, 0];
  for (const [file, path] of tables(DATA).entries()) {
    const sizes = slices(statSync(path).size, file);
    if (sizes.length === 0) continue;
    const bytes = readFileSync(path);
    const how = howSeen(bytes);
    files++;
    if (canScan(how.encoding, how.dialect)) direct++;
    for (const slice of sizes) {
      const ways = await Promise.all([true, false].map((direct) => readOneWay(new Blob([bytes]), { ...how, slice, direct })));
      if (JSON.stringify(ways[0]) !== JSON.stringify(ways[1])) differing.push(`${path} in slices of ${slice}`);
    }
  }
  console.log(`${files} files, ${direct} of them by the direct way`);
  return differing;
}

/** Every file that may be a table of text. */
function tables(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return tables(path);
    return /\.(csv|tsv|txt|dat)$/i.test(entry.name) ? [path] : [];
  });
}

/** How a file seems to be written. */
function howSeen(bytes: Uint8Array): HowToRead {
  const head = bytes.subarray(0, 1 << 18);
  const encoding = detectEncoding([head]);
  const text = withNewlines(new TextDecoder(encoding).decode(head));
  const dialect = sniffDialect(text);
  return { encoding, dialect, guessed: true, width: sniffWidth(text, dialect) };
}
