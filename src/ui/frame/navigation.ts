import BookA from '@lucide/svelte/icons/book-a';
import BookOpenText from '@lucide/svelte/icons/book-open-text';
import Coins from '@lucide/svelte/icons/coins';
import Equal from '@lucide/svelte/icons/equal';
import Database from '@lucide/svelte/icons/database';
import HeartHandshake from '@lucide/svelte/icons/heart-handshake';
import MessageSquareText from '@lucide/svelte/icons/message-square-text';
import Repeat from '@lucide/svelte/icons/repeat';
import ShieldCheck from '@lucide/svelte/icons/shield-check';
import Settings2 from '@lucide/svelte/icons/settings-2';
import Users from '@lucide/svelte/icons/users';
import type { PageId } from '../../state/route.svelte';

/**
 * The pages of the spine, in order. `after` marks the first of a group; `phone` those that the phone's bar has room for: four at most, the
 * others are under "More".
 */
export const NAVIGATION = [
  { page: 'overview', icon: BookOpenText, after: false, phone: true },
  { page: 'retention', icon: Repeat, after: false, phone: true },
  { page: 'customers', icon: Users, after: false, phone: true },
  { page: 'value', icon: Coins, after: true, phone: false },
  { page: 'loyalty', icon: HeartHandshake, after: false, phone: false },
  { page: 'voice', icon: MessageSquareText, after: false, phone: false },
  { page: 'trust', icon: ShieldCheck, after: true, phone: false },
  { page: 'lab', icon: Equal, after: false, phone: false },
  { page: 'dictionary', icon: BookA, after: false, phone: false },
  { page: 'data', icon: Database, after: true, phone: false },
  { page: 'settings', icon: Settings2, after: false, phone: false },
] as const;

/** The entry under which a page stands; an import and who is who stand under Data. */
export function currentEntry(page: PageId): PageId {
  if (page === 'customer') return 'customers';
  return page === 'preview' || page === 'importing' || page === 'people' ? 'data' : page;
}
