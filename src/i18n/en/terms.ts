/** English: terms. */
export const terms = {
} as const;
