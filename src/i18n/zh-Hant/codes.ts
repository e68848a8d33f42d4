import type { Translation } from '../messages';
import type { codes as en } from '../en/codes';

export const codes = {
} satisfies Translation<typeof en>;
