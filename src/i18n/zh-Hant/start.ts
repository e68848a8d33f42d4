import type { Translation } from '../messages';
import type { start as en } from '../en/start';

export const start = {
} satisfies Translation<typeof en>;
