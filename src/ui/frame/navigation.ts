import BookOpenText from '@lucide/svelte/icons/book-open-text';
import Database from '@lucide/svelte/icons/database';
import Repeat from '@lucide/svelte/icons/repeat';
import Settings2 from '@lucide/svelte/icons/settings-2';
import Users from '@lucide/svelte/icons/users';
import type { PageId } from '../../state/route.svelte';

/** The pages of the spine and of the phone's bar, in order. `after` marks the first of a group. */
export const NAVIGATION = [
  { page: 'overview', icon: BookOpenText, after: false },
  { page: 'retention', icon: Repeat, after: false },
  { page: 'customers', icon: Users, after: false },
  { page: 'data', icon: Database, after: true },
  { page: 'settings', icon: Settings2, after: false },
] as const;

/** The entry under which a page stands; an import and who is who stand under Data. */
export function currentEntry(page: PageId): PageId {
  if (page === 'customer') return 'customers';
  return page === 'preview' || page === 'importing' || page === 'people' ? 'data' : page;
}
