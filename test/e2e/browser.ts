import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type LaunchOptions } from 'playwright-core';
import { findBrowser } from '../../.scripts/find-browser.mjs';

/** Milliseconds that a page is given for anything a person would wait for. */
export const PATIENCE = 12_000;

/** What `npm test` found, or what is found now when a test file is run by hand. */
function found(): { path: string; env: Record<string, string> } {
  const { LIUKE_BROWSER: path, LIUKE_BROWSER_ENV: env } = process.env;
  return path ? { path, env: JSON.parse(env ?? '{}') as Record<string, string> } : findBrowser();
}

/** The program of the browser with the flags that every test gives it. */
export function browserCommand(): { path: string; args: string[]; env: Record<string, string> } {
  const { path, env } = found();
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-gpu'];
  // Names lead nowhere: whatever tried to reach another host would fail, and be seen.
  const alone = ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'];
  return { path, args: ['--no-sandbox', ...quiet, ...alone], env: { ...(process.env as Record<string, string>), ...env } };
}

function launchOptions(): LaunchOptions {
  const { path, args, env } = browserCommand();
  return { executablePath: path, args, env };
}

/** A headless Chromium with no profile. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch(launchOptions());
}

/** A headless Chromium that keeps what a person's browser keeps, in a folder; closing the context ends the process. */
export async function launchProfile(folder: string, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await chromium.launchPersistentContext(folder, { ...launchOptions(), locale: 'en-GB', ...options });
  context.setDefaultTimeout(PATIENCE);
  return context;
}
