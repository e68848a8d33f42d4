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
    // Browsers have none in some private windows, and on an address that is neither https nor this machine.
    const container = navigator.serviceWorker as ServiceWorkerContainer | undefined;
    if (import.meta.env.PROD && container) void this.#register(container);
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

  async #register(container: ServiceWorkerContainer): Promise<void> {
    const controlled = container.controller !== null;
    container.addEventListener('controllerchange', () => this.#controllerChanged(controlled));
    try {
      // Where it is switched off, some browsers refuse and others resolve to nothing.
      const registration = (await container.register(new URL('./sw.js', document.baseURI))) as ServiceWorkerRegistration | undefined;
      if (!registration) return;
      this.#registration = registration;
      this.#watch(registration);
    } catch {
      // A private window or a blocked store: the app works, it is only not kept for offline.
    }
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
