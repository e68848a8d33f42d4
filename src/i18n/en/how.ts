/** English: how. */
export const how = {
} as const;
