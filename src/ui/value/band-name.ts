import { i18n } from '../../i18n/i18n.svelte';

/** Words for a row of `value-concentration` by its name; the name itself when it is none. */
export function bandName(name: string): string {
  const key = `row.${name}`;
  return i18n.has(key) ? i18n.t(key) : name;
}
