import type { Translation } from '../messages';
import type { customers as en } from '../en/customers';

export const customers = {
} satisfies Translation<typeof en>;
