/** English: start. */
export const start = {
} as const;
