import type { Translation } from '../messages';
import type { how as en } from '../en/how';

export const how = {
} satisfies Translation<typeof en>;
