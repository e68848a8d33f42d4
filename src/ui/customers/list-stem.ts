import type { CustomerList } from '../../engine/protocol';
import { fileStem } from '../kit/file-stem';
import { CONDITION_KEYS, CONDITIONS } from '../reading/list-query';

/** Longest text of a search that a name takes. */
const LONGEST = 24;

/**
 * The part of a file's name that says which list it holds, in the words of its columns and of the address: `customers-all`,
 * `customers-slipping-likely`, `customers-new-min-2-silent-90`, `customers-risk-by-lapse-within-rule`.
 * @param likely  whether the file says what is likely
 */
export function listStem({ who, filter }: CustomerList, likely: boolean): string {
  const parts: string[] = [];
  if (who) parts.push(who.id, who.input);
  if (filter.stage) parts.push(filter.stage);
  if (filter.slipping) parts.push('slipping');
  for (const condition of CONDITIONS) {
    const value = filter[condition];
    if (value !== undefined) parts.push(CONDITION_KEYS[condition], String(value).replace('.', '_'));
  }
  if (filter.search) parts.push('search', fileStem(filter.search).slice(0, LONGEST));
  if (parts.length === 0) parts.push('all');
  return ['customers', ...parts, ...(likely ? ['likely'] : [])].join('-');
}
