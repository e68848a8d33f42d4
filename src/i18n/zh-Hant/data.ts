import type { Translation } from '../messages';
import type { data as en } from '../en/data';

export const data = {
} satisfies Translation<typeof en>;
