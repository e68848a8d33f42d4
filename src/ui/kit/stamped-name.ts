import type { Provenance } from '../../engine/protocol';
import { shortFingerprint } from '../../terms/fingerprint';

/**
 * A name for a table file that says under which contract, from which data and by which version it was made. In the name, because a CSV has
 * no place for remarks: a further line would be one more customer to every program that reads it.
 */
export function stampedName(stem: string, { version, contract, contractFingerprint, dataFingerprint }: Provenance): string {
  return `${stem}_contract-${contract.version}-${shortFingerprint(contractFingerprint)}_data-${shortFingerprint(dataFingerprint)}_liuke-${version}.csv`;
}
