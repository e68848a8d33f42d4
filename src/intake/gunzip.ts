import { AppError } from '../terms/app-error';
import { Unpacked, type Allowance } from './allowance';

/** What a gzip file holds. Throws `intake/archive-damaged` or `intake/unpacks-too-large`. */
export async function gunzip(blob: Blob, allowance: Allowance): Promise<Blob> {
  const unpacked = new Unpacked(allowance, blob.size);
  const reader = blob.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  try {
    for (let step = await reader.read(); !step.done; step = await reader.read()) unpacked.add(step.value as Uint8Array<ArrayBuffer>);
  } catch (cause) {
    await reader.cancel().catch(() => undefined);
    throw cause instanceof AppError ? cause : new AppError('intake/archive-damaged', {}, cause);
  }
  return unpacked.blob();
}
