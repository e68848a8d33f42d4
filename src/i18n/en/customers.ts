/** English: customers. */
export const customers = {
} as const;
