import type { Component } from 'svelte';
import type { ShopInfo } from '../engine/protocol';
import { RECORDS_OF_PAGE, type PageId } from '../state/route.svelte';

/** The pages inside the frame, each a chunk of its own: charts are loaded by the pages that draw them. */
const PAGES: Record<Exclude<PageId, 'start'>, () => Promise<{ default: Component }>> = {
  overview: () => import('./pages/Overview.svelte'),
  retention: () => import('./pages/Retention.svelte'),
  customers: () => import('./pages/Customers.svelte'),
  customer: () => import('./pages/Customer.svelte'),
  value: () => import('./pages/Value.svelte'),
  loyalty: () => import('./pages/Loyalty.svelte'),
  voice: () => import('./pages/Voice.svelte'),
  trust: () => import('./pages/Trust.svelte'),
  lab: () => import('./pages/Lab.svelte'),
  dictionary: () => import('./pages/Dictionary.svelte'),
  data: () => import('./pages/Data.svelte'),
  people: () => import('./pages/People.svelte'),
  settings: () => import('./pages/Settings.svelte'),
  preview: () => import('./pages/Preview.svelte'),
  importing: () => import('./pages/Importing.svelte'),
};

const READING: readonly PageId[] = ['overview', 'retention', 'customers', 'customer', 'value', 'loyalty', 'voice', 'trust'];

/** Whether a page reads the open shop. */
export function isReading(page: PageId): boolean {
  return READING.includes(page);
}

/** Whether a shop has something for a page: orders, or records of a kind that the page is about; the page says itself what else is missing. */
export function isReadable(page: PageId, shop: Pick<ShopInfo, 'orders' | 'records'>): boolean {
  return shop.orders > 0 || (RECORDS_OF_PAGE[page] ?? []).some((kind) => (shop.records[kind] ?? 0) > 0);
}

/** The component of a page; fetched once. */
export async function loadPage(page: Exclude<PageId, 'start'>): Promise<Component> {
  return (await PAGES[page]()).default;
}
