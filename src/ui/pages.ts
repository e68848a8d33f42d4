import type { Component } from 'svelte';
import type { PageId } from '../state/route.svelte';

/** The pages inside the frame, each a chunk of its own: charts are loaded by the pages that draw them. */
const PAGES: Record<Exclude<PageId, 'start'>, () => Promise<{ default: Component }>> = {
  overview: () => import('./pages/Overview.svelte'),
  retention: () => import('./pages/Retention.svelte'),
  customers: () => import('./pages/Customers.svelte'),
  customer: () => import('./pages/Customer.svelte'),
  lab: () => import('./pages/Lab.svelte'),
  dictionary: () => import('./pages/Dictionary.svelte'),
  data: () => import('./pages/Data.svelte'),
  people: () => import('./pages/People.svelte'),
  settings: () => import('./pages/Settings.svelte'),
  preview: () => import('./pages/Preview.svelte'),
  importing: () => import('./pages/Importing.svelte'),
};

const READING: readonly PageId[] = ['overview', 'retention', 'customers', 'customer'];

/** Whether a page reads the open shop, and so needs one with orders. */
export function isReading(page: PageId): boolean {
  return READING.includes(page);
}

/** The component of a page; fetched once. */
export async function loadPage(page: Exclude<PageId, 'start'>): Promise<Component> {
  return (await PAGES[page]()).default;
}
