/** English: metric. */
export const metric = {
} as const;
