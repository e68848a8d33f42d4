import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** The SHA-256 of a plain value: the same whatever the order of its keys, another for any other value. Keys without a value are not there. */
export function fingerprint(value: unknown): string {
  // At once and everywhere: the browser's own digest is asynchronous, and missing on pages that are not secure.
  return bytesToHex(sha256(utf8ToBytes(canonical(value))));
}

/** What is shown of a fingerprint: twelve digits tell any two apart that one will meet. */
export function shortFingerprint(whole: string): string {
  return whole.slice(0, 12);
}

/** JSON with the keys of every object in order and no blanks. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, own]) => own !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, own]) => `${JSON.stringify(key)}:${canonical(own)}`).join(',')}}`;
}
