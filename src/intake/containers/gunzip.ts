import { AppError } from '../../terms/app-error';
import { Unpacked, type Allowance } from './allowance';

/** What a gzip file holds, all of its parts. Throws `intake/archive-damaged` or `intake/unpacks-too-large`. */
export async function gunzip(blob: Blob, allowance: Allowance): Promise<Blob> {
  const whole = new Unpacked(allowance, blob.size);
  try {
    await unpackPart(blob, whole);
    return whole.blob();
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    whole.giveBack();
    return unpackParts(blob, allowance, cause);
  }
}

/** The browser unpacks one part and checks it; where it failed there may be several, whose borders are found first. */
async function unpackParts(blob: Blob, allowance: Allowance, cause: unknown): Promise<Blob> {
  const all = new Unpacked(allowance, blob.size);
  try {
    const { gzipParts } = await import('./gzip-parts');
    let bytes = 0;
    const begins = await gzipParts(blob, (more) => allowance.check((bytes += more), blob.size));
    if (begins.length < 2) throw cause;
    for (let i = 0; i < begins.length; i++) await unpackPart(blob.slice(begins[i], begins[i + 1] ?? blob.size), all);
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('intake/archive-damaged', {}, error);
  }
  return all.blob();
}

async function unpackPart(part: Blob, into: Unpacked): Promise<void> {
  const reader = part.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  try {
    for (let step = await reader.read(); !step.done; step = await reader.read()) into.add(step.value as Uint8Array<ArrayBuffer>);
  } catch (error) {
    // Not waited for: it may go on to unpack what it has already taken in.
    void reader.cancel().catch(() => undefined);
    throw error;
  }
}
