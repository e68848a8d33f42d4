/** Chromium's offer to install; not yet in the DOM library. */
interface InstallOffer extends Event {
  prompt(): Promise<{ outcome: 'accepted' | 'dismissed' }>;
}

/**
 * New versions and installing: both are offered, and happen only when asked for.
 *
 * A new version waits beside the running one, which stays whole until `apply`; so nothing is swapped under an import.
 */
export class AppUpdate {
  /** Whether a new version is ready and waits to be used. */
  waiting = $state.raw(false);
  /** Whether the browser would install the app now. */
  canInstall = $state.raw(false);
  #registration: ServiceWorkerRegistration | null = null;
  #offer: InstallOffer | null = null;
  #asked = false;

  /** Registers the service worker and listens for new versions and for the offer to install. Call it once, before the page is drawn. */
  start(): void {
    addEventListener('beforeinstallprompt', (event) => this.#keepOffer(event as InstallOffer));
    addEventListener('appinstalled', () => this.#dropOffer());
    if (import.meta.env.PROD && 'serviceWorker' in navigator) void this.#register();
  }

  /** Uses the new version: it takes over and the page is loaded again, once. */
  apply(): void {
    this.#asked = true;
    const next = this.#registration?.waiting;
    // Another tab may have let the new version in already; then loading again is all that is missing.
    if (next) next.postMessage('SKIP_WAITING');
    else location.reload();
  }

  /** Shows the browser's own install dialog. An offer can be used once. */
  async install(): Promise<void> {
    const offer = this.#offer;
    this.#dropOffer();
    await offer?.prompt();
  }

  async #register(): Promise<void> {
    const { serviceWorker } = navigator;
    const controlled = serviceWorker.controller !== null;
    serviceWorker.addEventListener('controllerchange', () => this.#controllerChanged(controlled));
    try {
      this.#registration = await serviceWorker.register(new URL('./sw.js', document.baseURI));
    } catch {
      // A private window or a blocked store: the app works, it is only not kept for offline.
      return;
    }
    this.#watch(this.#registration);
  }

  #watch(registration: ServiceWorkerRegistration): void {
    this.waiting = registration.waiting !== null;
    registration.addEventListener('updatefound', () => {
      const next = registration.installing;
      next?.addEventListener('statechange', () => {
        // Without an active worker this is the first visit and there is nothing to replace.
        if (next.state === 'installed' && registration.active) this.waiting = true;
      });
    });
  }

  #controllerChanged(controlledBefore: boolean): void {
    if (this.#asked) location.reload();
    // Another tab let the new version in: this page is the old one now, and says so instead of reloading by itself.
    else if (controlledBefore) this.waiting = true;
  }

  #keepOffer(event: InstallOffer): void {
    event.preventDefault();
    this.#offer = event;
    this.canInstall = true;
  }

  #dropOffer(): void {
    this.#offer = null;
    this.canInstall = false;
  }
}
