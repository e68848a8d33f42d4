import type { Translation } from '../messages';
import type { metric as en } from '../en/metric';

export const metric = {
} satisfies Translation<typeof en>;
