import type { Translation } from '../messages';
import type { shell as en } from '../en/shell';

export const shell = {
} satisfies Translation<typeof en>;
