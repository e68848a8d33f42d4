import type { How } from '../reading/read-file';
import { sampleRows } from '../table/sample-rows';
import { sniffHeader } from '../reading/sniff-header';

const HEAD = 256 * 1024;

/** How the text of a sheet is written: its commas and quotes are ours, where its names stand is found out. */
export async function sheetDialect(text: Blob): Promise<How> {
  const written = { delimiter: ',', quote: '"' } as const;
  const { skip, header, headerRows } = sniffHeader(sampleRows(await text.slice(0, HEAD).text(), written));
  const dialect = { ...written, header, ...(headerRows > 1 ? { headerRows } : {}), ...(skip > 0 ? { skip } : {}) };
  return { encoding: 'utf-8', dialect };
}
