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

  await settings.load(navigator.languages);
  await workspace.start();
  // A first visit begins at the start page, a later one at the answers.
  if (!location.hash) router.replace(workspace.shop ? '#/overview' : '#/start');
}

void begin();
