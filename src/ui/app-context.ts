import { createContext } from 'svelte';
import type { AppUpdate } from '../state/app-update.svelte';
import type { Importer } from '../state/importer.svelte';
import type { Router } from '../state/route.svelte';
import type { Settings } from '../state/settings.svelte';
import type { Workspace } from '../state/workspace.svelte';

/** What every component may ask for. Made once in main.ts. */
export interface AppParts {
  workspace: Workspace;
  importer: Importer;
  settings: Settings;
  router: Router;
  update: AppUpdate;
}

/**
 * The one context of the page: `getApp()` while a component is set up.
 *
 * App.svelte gives the frame: it draws `<main class="page">` (with the undo bar in it) and a page component draws what stands inside,
 * beginning with `<h1 class="finding">`. Reading pages are only drawn while a shop is open.
 */
export const [getApp, setApp] = createContext<AppParts>();
