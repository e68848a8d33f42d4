/** English: data. */
export const data = {
} as const;
