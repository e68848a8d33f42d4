/** Whether the browser has promised not to clear the data by itself; null when it does not say. */
export async function storageKept(): Promise<boolean | null> {
  return (await navigator.storage?.persisted?.()) ?? null;
}

/** Asks for that promise; null when the browser knows no such thing. */
export async function keepStorage(): Promise<boolean | null> {
  return (await navigator.storage?.persist?.()) ?? null;
}

/** What the browser thinks the app may take, in bytes; null when it does not say. */
export async function storageRoom(): Promise<{ used: number; quota: number } | null> {
  const estimate = await navigator.storage?.estimate?.();
  return estimate?.quota === undefined ? null : { used: estimate.usage ?? 0, quota: estimate.quota };
}

/** Whether a service worker stands ready to open the app without a network. */
export async function offlineReady(): Promise<boolean> {
  const registration = await navigator.serviceWorker?.getRegistration();
  return registration?.active != null;
}

/** Requests since the page opened that went anywhere but to where the page itself came from; the browser keeps the list. */
export function foreignRequests(): number {
  const entries = performance.getEntriesByType('resource').map((entry) => entry.name);
  return entries.filter((address) => /^https?:/.test(address) && new URL(address).origin !== location.origin).length;
}
