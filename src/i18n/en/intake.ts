/** English: intake. */
export const intake = {
} as const;
