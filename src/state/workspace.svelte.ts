import type { Engine } from '../engine/client';
import type { ImportCard, MetricCard, ShopCard, ShopInfo } from '../engine/protocol';
import type { PeopleRules } from '../terms/people';
import { isoFromDay } from '../terms/day';
import type { View } from '../terms/view';
import { daysOfPage, defaultView, viewOf, type Router } from './route.svelte';
import type { Settings } from './settings.svelte';
import { numbersKey } from './shop-numbers.svelte';

/** The open shop and the view on it: what every page reads. */
export class Workspace {
  readonly engine: Engine;
  readonly router: Router;
  readonly settings: Settings;
  shops = $state.raw<ShopCard[]>([]);
  shop = $state.raw<ShopInfo | null>(null);
  catalogue = $state.raw<MetricCard[]>([]);
  /** True from the start until the last shop is open or it is known that there is none. */
  opening = $state.raw(true);
  /** The imports taken back last, for the undo bar; empty when dismissed. */
  takenBack = $state.raw<ImportCard[]>([]);
  /** The days that the page is about when the address names none. */
  days = $derived.by(() => {
    if (!this.shop) return { firstDay: 0, lastDay: 0 };
    const { firstDay, lastDay } = daysOfPage(this.router.route.page, this.shop);
    return { firstDay, lastDay: Math.max(firstDay, lastDay) };
  });
  /** Whether anything that the page is about has a day, and so can be read by period. */
  dated = $derived(this.days.lastDay > 0);
  /** The view of the address over the shop's default. Read it only when a shop is open. */
  view: View = $derived.by(() => {
    const { calendar, refunds } = this.settings;
    const base = defaultView(this.days.firstDay, this.days.lastDay, calendar);
    return viewOf(this.router.route.query, { ...base, refunds });
  });
  /**
   * The view's days as query values where the page's own differ from those of the orders: what a link to another page needs so that it looks
   * at the same. Empty elsewhere.
   */
  pinned: Record<string, string> = $derived.by(() => {
    const { days, shop, view } = this;
    if (!shop || (days.firstDay === shop.firstDay && days.lastDay === shop.lastDay)) return {};
    return { from: isoFromDay(view.from), to: isoFromDay(view.to), asOf: isoFromDay(view.asOf) };
  });

  constructor(engine: Engine, router: Router, settings: Settings) {
    this.engine = engine;
    this.router = router;
    this.settings = settings;
  }

  /** Opens the shop that was open last, if there is one. */
  async start(): Promise<void> {
    try {
      const [shops, catalogue] = await Promise.all([this.engine.shops(), this.engine.catalogue()]);
      this.catalogue = catalogue;
      this.shops = shops;
      const last = shops.find((s) => s.id === this.settings.lastShop) ?? shops[0];
      if (last) await this.openShop(last.id);
    } finally {
      this.opening = false;
    }
  }

  async openShop(id: number): Promise<void> {
    await this.#show(await this.engine.open(id));
  }

  async openSample(): Promise<void> {
    await this.#show(await this.engine.sampleShop(SAMPLE_SEED));
  }

  /** Takes what imports brought out of the shop, the newest first; `putBack` undoes it. */
  async takeBack(...cards: ImportCard[]): Promise<void> {
    this.takenBack = [];
    for (const card of cards.toReversed()) {
      this.shop = await this.engine.takeBack(card.id);
      this.takenBack = [card, ...this.takenBack];
    }
  }

  async putBack(): Promise<void> {
    for (const card of this.takenBack) this.shop = await this.engine.putBack(card.id);
    this.takenBack = [];
  }

  async renameShop(id: number, name: string): Promise<void> {
    this.shops = await this.engine.renameShop(id, name);
    if (this.shop?.id === id) this.shop = { ...this.shop, name };
  }

  /** Takes customers together by other rules; every figure follows. */
  async changePeople(rules: PeopleRules): Promise<void> {
    this.shop = await this.engine.changePeople(rules);
  }

  async eraseShop(id: number): Promise<void> {
    this.shops = await this.engine.eraseShop(id);
    // What was typed about it goes with it.
    await this.engine.writeDocument(numbersKey(id), null);
    if (this.takenBack.some((card) => card.shop === id)) this.takenBack = [];
    if (this.shop?.id === id) {
      this.shop = null;
      const next = this.shops[0];
      if (next) await this.openShop(next.id);
    }
  }

  async eraseEverything(): Promise<void> {
    await this.engine.eraseEverything();
    this.settings.clear();
    this.takenBack = [];
    this.shop = null;
    this.shops = [];
  }

  /** Shows a shop that an import or the sample has just made. */
  async showShop(shop: ShopInfo): Promise<void> {
    await this.#show(shop);
  }

  async #show(shop: ShopInfo): Promise<void> {
    this.shop = shop;
    this.settings.lastShop = shop.id;
    this.shops = await this.engine.shops();
  }
}

/** The sample shop is the same on every device. */
const SAMPLE_SEED = 20260101;
