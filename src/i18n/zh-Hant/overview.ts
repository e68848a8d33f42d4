import type { Translation } from '../messages';
import type { overview as en } from '../en/overview';

export const overview = {
} satisfies Translation<typeof en>;
