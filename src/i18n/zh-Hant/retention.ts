import type { Translation } from '../messages';
import type { retention as en } from '../en/retention';

export const retention = {
} satisfies Translation<typeof en>;
