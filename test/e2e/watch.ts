import type { BrowserContext } from 'playwright-core';

/**
 * Collects all that must not happen while a test runs: errors on the console, uncaught errors, violations of the policy,
 * requests to another origin. Pages and workers alike.
 */
export class Watch {
  readonly faults: string[] = [];

  static async over(context: BrowserContext, origin: string): Promise<Watch> {
    const watch = new Watch();
    context.on('console', (message) => {
      if (message.type() === 'error') watch.faults.push(`console: ${message.text()}`);
    });
    context.on('weberror', (error) => watch.faults.push(`uncaught: ${error.error().stack ?? error.error().message}`));
    context.on('request', (request) => {
      const url = new URL(request.url());
      if (/^https?:|^wss?:/.test(url.protocol) && url.origin !== origin) watch.faults.push(`request to ${url.href}`);
    });
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        console.error(`policy: ${event.effectiveDirective} blocked ${event.blockedURI}`);
      });
    });
    return watch;
  }

  /** Takes out faults that a test has made on purpose, and returns how many there were. */
  take(expected: RegExp): number {
    const others = this.faults.filter((fault) => !expected.test(fault));
    const taken = this.faults.length - others.length;
    this.faults.splice(0, this.faults.length, ...others);
    return taken;
  }
}
