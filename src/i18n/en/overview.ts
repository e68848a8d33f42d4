/** English: overview. */
export const overview = {
} as const;
