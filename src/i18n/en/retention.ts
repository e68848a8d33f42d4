/** English: retention. */
export const retention = {
} as const;
