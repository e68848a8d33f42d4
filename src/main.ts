import { mount } from 'svelte';
import './ui/theme/index.css';
import { startEngine } from './engine/client';
import { LANGUAGES } from './i18n/format';
import { closestLanguage, i18n } from './i18n/i18n.svelte';
import { AppUpdate } from './state/app-update.svelte';
import { Importer } from './state/importer.svelte';
import { Router } from './state/route.svelte';
import { Settings } from './state/settings.svelte';
import { Workspace } from './state/workspace.svelte';
import App from './ui/App.svelte';

/** Makes everything there is, once, and hands it to the page. */
async function begin(): Promise<void> {
  const kept = localStorage.getItem('liuke.language');
  await i18n.use(LANGUAGES.find((l) => l === kept) ?? closestLanguage(navigator.languages));

  const engine = startEngine();
  const router = new Router(location, history);
  const settings = new Settings(engine, localStorage);
  const workspace = new Workspace(engine, router, settings);
  const importer = new Importer(workspace);
  const update = new AppUpdate();

  addEventListener('hashchange', router.read);
  update.start();
  mount(App, { target: document.body, props: { workspace, importer, settings, router, update } });

  try {
    await settings.load(navigator.languages);
    await workspace.start();
  } finally {
    // Also when the store could not be opened: the frame says so, and the page must not stay blank.
    workspace.opening = false;
    // A first visit begins at the start page, a later one at the answers.
    if (!location.hash) router.replace(workspace.shop ? '#/overview' : '#/start');
  }
}

void begin();
