import { AppError } from '../../terms/app-error';
import { i18n } from '../../i18n/i18n.svelte';
import { shortName } from './short-name';

/** The sentence for a failure, its facts filled in. Instants become dates of the language; an unknown code says that we did not expect it. */
export function errorText(error: AppError): string {
  const key = `error.${error.code}`;
  const slots: Record<string, string | number> = {};
  for (const [name, fact] of Object.entries(error.facts)) slots[name] = name === 'looksLike' ? looks(String(fact)) : wordsOf(fact);
  return i18n.t(i18n.has(key) ? key : 'error.engine/failed', slots);
}

/** A kind of file by its usual ending, in words. */
function looks(kind: string): string {
  const key = `looks.${kind}`;
  return i18n.has(key) ? i18n.t(key) : i18n.t('looks.other');
}

function wordsOf(fact: string | number): string | number {
  if (typeof fact === 'number') return fact;
  if (fact === '') return i18n.t('dialect.currency.none');
  return /^\d{4}-\d\d-\d\dT/.test(fact) ? i18n.format.instant(fact) : shortName(fact);
}
