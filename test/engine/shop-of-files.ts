import 'fake-indexeddb/auto';
import { createEngine } from '../../src/engine/engine';
import type { KeepTarget, ShopInfo, Staged } from '../../src/engine/protocol';
import type { EngineInside } from '../../src/engine/serve';
import { METRICS } from '../../src/core/metrics/registry';
import { openStore } from '../../src/storage/open-store';
import type { Store } from '../../src/storage/store';
import { dayFromIso, ISO_CALENDAR } from '../../src/terms/day';
import type { KeepMode } from '../../src/terms/shop';
import type { View } from '../../src/terms/view';

const TODAY = dayFromIso('2026-01-01')!;
const quiet = () => undefined;
let shops = 0;

/** An engine with a store of its own, and one shop in it that files are put into. */
export class ShopOfFiles {
  readonly name = `shop-of-files-${++shops}`;
  store!: Store;
  engine!: EngineInside;
  shop = 0;

  static async make(): Promise<ShopOfFiles> {
    const made = new ShopOfFiles();
    await made.open();
    return made;
  }

  async open(): Promise<void> {
    this.store = await openStore(this.name);
    this.engine = createEngine(this.store);
  }

  /** Closes the app and opens it again. */
  async restart(): Promise<ShopInfo> {
    this.store.close();
    await this.open();
    return this.engine.open(this.shop);
  }

  async stage(text: string | Uint8Array, name = 'orders.csv'): Promise<Staged> {
    const file = new File([text as BlobPart], name);
    return ((await this.engine.stage([{ file }], TODAY, quiet)) as Staged[])[0]!;
  }

  /** Keeps a file in the shop, which its first file makes; the number of the import. */
  async keep(text: string | Uint8Array, mode: KeepMode = 'append', name = 'orders.csv'): Promise<number> {
    await this.stage(text, name);
    return this.keepStaged(mode);
  }

  async keepStaged(mode: KeepMode = 'append'): Promise<number> {
    const target: KeepTarget = this.shop ? { shop: this.shop, mode } : { newShop: 'Shop', mode };
    const report = await this.engine.keep(target, '2026-01-01T10:00:00.000Z', quiet);
    this.shop = report.shop.id;
    return report.imports[0]!;
  }

  /** All that a person could read of the shop: every answer under every refund view, and the list of customers. */
  async fingerprint(): Promise<string> {
    const info = await this.engine.open(this.shop);
    const parts: unknown[] = [info.lines, info.orders, info.customers, info.firstDay, info.lastDay];
    for (const refunds of ['behaviour', 'accounting', 'ignore'] as const) {
      const view = viewOf(info, refunds);
      parts.push(
        await this.engine.answer(
          METRICS.map(({ id }) => ({ id })),
          view,
        ),
      );
      const { rows } = await this.engine.customers({ filter: {} }, { column: 'key', descending: false }, view, 0, 10_000);
      parts.push(rows.map(({ strip, ...row }) => [row, [...strip.day], [...strip.net]]));
    }
    return JSON.stringify(parts);
  }
}

function viewOf({ firstDay, lastDay }: ShopInfo, refunds: View['refunds']): View {
  return { from: firstDay, to: lastDay + 1, asOf: lastDay, grain: 'month', refunds, lapseDays: 30, calendar: ISO_CALENDAR };
}
