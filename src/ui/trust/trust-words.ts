import { i18n } from '../../i18n/i18n.svelte';

/** What became of a model's scores, in words; the code itself where there are none. */
export function gateWord(gate: string): string {
  const key = `trust.gate.${gate}`;
  return i18n.has(key) ? i18n.t(key) : gate;
}

/** How a fit was settled, in words. */
export function statusWord(status: string): string {
  const key = `trust.status.${status}`;
  return i18n.has(key) ? i18n.t(key) : status;
}
