export function findBrowser(options?: { installed?: string[] }): { path: string; env: Record<string, string> };
