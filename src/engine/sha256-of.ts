/** Files up to this size are hashed; beyond it the browser would have to hold the whole file at once. */
const HASH_LIMIT = 512 * 1024 * 1024;

/** SHA-256 of the bytes in hex; '' where the file is too large or the browser has no digest here (a page that is not secure). */
export async function sha256Of(blob: Blob): Promise<string> {
  if (blob.size > HASH_LIMIT || !globalThis.crypto?.subtle) return '';
  try {
    const digest = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer());
    return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
  } catch {
    return '';
  }
}
