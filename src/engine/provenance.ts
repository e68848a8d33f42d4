import { APP_VERSION } from '../terms/app-version';
import { contractOf } from '../terms/contract';
import { dataFingerprint, type FingerprintedImport } from '../terms/data-fingerprint';
import { fingerprint, shortFingerprint } from '../terms/fingerprint';
import type { Currency } from '../terms/money';
import type { PeopleRules } from '../terms/people';
import type { View } from '../terms/view';
import type { Provenance } from './protocol';

/** The provenance of answers in a view; `counting` are the imports that count, oldest first. */
export function provenanceOf(counting: readonly FingerprintedImport[], view: View, people: PeopleRules, currency: Currency): Provenance {
  const rules = counting.filter(({ kind }) => kind === 'orders').map(({ plan }) => plan.rules);
  const contract = contractOf({ view, people, currency, rules });
  return {
    version: APP_VERSION,
    contract,
    contractFingerprint: fingerprint(contract),
    dataFingerprint: dataFingerprint(counting, people),
  };
}

/** `Liuke 0.2.0 · contract 1 (4f3a9c1b2d3e) · data 77aa01bc2d3e`. */
export function provenanceLine({ version, contract, contractFingerprint, dataFingerprint: data }: Provenance): string {
  return `Liuke ${version} · contract ${contract.version} (${shortFingerprint(contractFingerprint)}) · data ${shortFingerprint(data)}`;
}
