import type { Translation } from '../messages';
import type { settings as en } from '../en/settings';

export const settings = {
} satisfies Translation<typeof en>;
