import type { Translation } from '../messages';
import type { intake as en } from '../en/intake';

export const intake = {
} satisfies Translation<typeof en>;
