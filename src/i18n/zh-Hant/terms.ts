import type { Translation } from '../messages';
import type { terms as en } from '../en/terms';

export const terms = {
} satisfies Translation<typeof en>;
