/** English: shell. */
export const shell = {
} as const;
