import { AppError } from '../terms/app-error';
import type { Currency } from '../terms/money';
import type { Day } from '../terms/day';
import type { Part } from '../terms/part';
import type { ImportPlan, SaidReading } from '../terms/plan';
import type { PreviewRow, Purpose } from '../terms/preview';
import type { Tell } from '../terms/progress';
import type { ImportCard } from '../terms/shop';
import type { Batch } from '../core/columns/batch';
import { recordMarks } from '../core/columns/record-marks';
import { headerSignature } from '../intake/meaning/header-signature';
import { LinkFinder } from '../intake/links/link-files';
import type { StagedImport } from '../intake/staged-import';
import type { Store } from '../storage/store';
import { arrangeArrivals, isRead, revise, type ReadArrival } from './arrange-arrivals';
import { arrivalsOf, readAgain, readAs, type Arrival, type Reading, type Shown } from './arrivals';
import { keptBatch } from './counting-imports';
import type { StagedBatch, StagedRecords } from './overlap-of';
import type { KeepTarget, StageSource, Staged } from './protocol';

/** Number of an import that is not kept. */
const NOT_KEPT = 0;

/** What the kept files turned into. */
export interface Kept {
  shop: number;
  imports: number[];
  /** Order lines of those that have any. */
  batches: Batch[];
  rows: number;
  used: number;
  leftOut: number;
}

/** A file that becomes an import. */
type Keeper = ReadArrival & { shown: Shown };

/** Files on their way in: read into memory, linked, looked at, and written in one step or not at all. */
export class ImportJob {
  readonly #store: Store;
  #arrivals: Arrival[] = [];
  #finder = new LinkFinder();
  #today: Day = 0;
  #next = 1;

  constructor(store: Store) {
    this.#store = store;
  }

  async stage(sources: StageSource[], today: Day, tell: Tell): Promise<Staged[]> {
    this.walkAway();
    this.#today = today;
    const arrivals = await arrivalsOf(sources, this.#reading(tell), () => this.#next++);
    await arrangeArrivals(arrivals, this.#finder);
    // Only now, so that a job that was left while it read leaves nothing behind.
    this.#arrivals = arrivals;
    return this.list();
  }

  /** Reads a file that was refused in another way. */
  async readAs(file: number, said: SaidReading, tell: Tell): Promise<Staged[]> {
    await readAs(this.#at(file), said, this.#reading(tell));
    await arrangeArrivals(this.#arrivals, this.#finder);
    return this.list();
  }

  async replan(file: number, plan: ImportPlan, tell: Tell): Promise<Staged[]> {
    const arrival = this.#at(file);
    if (!isRead(arrival) || !arrival.shown) throw new AppError('intake/nothing-staged');
    const { encoding, dialect } = plan;
    if (arrival.staged.needsReading(plan)) await readAgain(arrival, { encoding, dialect }, this.#reading(tell));
    else revise(arrival, arrival.shown, plan);
    await arrangeArrivals(this.#arrivals, this.#finder);
    return this.list();
  }

  async setPurpose(file: number, purpose: Purpose): Promise<Staged[]> {
    this.#at(file).said.purpose = purpose;
    await arrangeArrivals(this.#arrivals, this.#finder);
    return this.list();
  }

  rows(file: number, part: Part['code'], offset: number, limit: number): PreviewRow[] {
    const { shown } = this.#at(file);
    if (!shown) throw new AppError('intake/nothing-staged');
    return shown.staged.rowsOf(shown.plan, part, offset, limit);
  }

  /** Forgets the files, so that their memory is free. */
  walkAway(): void {
    this.#arrivals = [];
    this.#finder = new LinkFinder();
  }

  /** Writes the staged files. Throws 'engine/already-kept', 'engine/currency-differs', 'storage/quota' and leaves the shop as it was. */
  async keep(target: KeepTarget, keptAt: string, appVersion: string, tell: Tell): Promise<Kept> {
    const keepers = this.#toKeep();
    const currency = await this.#currencyFor(target, keepers);
    const files = [];
    for (const keeper of keepers) files.push(await this.#built(keeper, target, { keptAt, appVersion, currency }, tell));
    const used = files.reduce((sum, { card }) => sum + card.used, 0);
    const bytes = keepers.reduce((sum, keeper) => sum + keeper.bytes, 0);
    const stored = (rows: number): void => tell({ phase: 'store', rows, rowsExpected: used, bytes, bytesTotal: bytes });
    const into = 'shop' in target ? { shop: target.shop } : { newShop: { name: target.newShop, sample: false, currency } };
    const { shop, importIds } = await this.#store.putImports(into, files, stored);
    for (const keeper of keepers) await this.#remember(keeper);
    this.walkAway();
    return {
      shop,
      imports: importIds,
      batches: files.flatMap(({ content }, i) => ('batch' in content ? [{ ...content.batch, importId: importIds[i]! }] : [])),
      rows: files.reduce((sum, { card }) => sum + card.rows, 0),
      used,
      leftOut: files.reduce((sum, { card }) => sum + card.leftOut, 0),
    };
  }

  /** The staged files as they would be kept; nothing of one that cannot be kept yet. */
  asKept(): { orders: StagedBatch[]; records: StagedRecords[] } {
    const staged: { orders: StagedBatch[]; records: StagedRecords[] } = { orders: [], records: [] };
    for (const { file, shown } of this.#toKeep()) {
      const built = builtOf(shown);
      if (!built) continue;
      const { content, carried } = built;
      if ('batch' in content) {
        staged.orders.push({ file, ...keptBatch({ mode: 'append', plan: shown.plan, carried }, { ...content.batch, importId: NOT_KEPT }) });
      } else staged.records.push({ file, mode: 'append', marks: recordMarks({ ...content.records, importId: NOT_KEPT }) });
    }
    return staged;
  }

  #reading(tell: Tell): Reading {
    return { today: this.#today, recall: (signature) => this.#store.recallPlan(signature), tell };
  }

  list(): Staged[] {
    return this.#arrivals.map(({ file, name, bytes, shown, error, otherwise }) => {
      return { file, name, bytes, preview: shown?.preview ?? null, error, otherwise };
    });
  }

  #toKeep(): Keeper[] {
    const list = this.#arrivals.filter((arrival): arrival is Keeper => isRead(arrival) && arrival.shown?.purpose === 'keep');
    if (list.length === 0) throw new AppError('intake/nothing-staged');
    return list;
  }

  #at(file: number): Arrival {
    const arrival = this.#arrivals.find((a) => a.file === file);
    if (!arrival) throw new AppError('intake/nothing-staged');
    return arrival;
  }

  async #built(keeper: Keeper, target: KeepTarget, about: { keptAt: string; appVersion: string; currency: Currency }, tell: Tell) {
    const { shown, bytes, name } = keeper;
    const sha256 = await keeper.sha256;
    const same = 'shop' in target ? await this.#store.sameFile(target.shop, sha256) : undefined;
    if (same) throw new AppError('engine/already-kept', { name: same.name, at: same.keptAt });
    const { keptAt, appVersion, currency } = about;
    // Sums in records are in the money of their shop.
    const plan = shown.plan.kind === 'orders' ? shown.plan : { ...shown.plan, currency };
    const { content, used, leftOut, parts, counts, carried } = shown.staged.build(shown.plan, tell);
    const card: Omit<ImportCard, 'id' | 'shop'> = {
      name,
      bytes,
      sha256,
      kind: plan.kind,
      keptAt,
      rows: shown.staged.rows,
      used,
      leftOut: leftOut.rows,
      parts,
      plan,
      status: 'kept',
      appVersion,
      mode: target.mode ?? 'append',
      replaces: [],
      counts,
      joined: shown.joins.map((join) => join.name),
      ...(carried ? { carried } : {}),
    };
    return { card, content, leftOut };
  }

  /** The money of the shop that files go into; all orders must be in it. */
  async #currencyFor(target: KeepTarget, keepers: readonly Keeper[]): Promise<Currency> {
    const orders = keepers.filter(({ shown }) => shown.plan.kind === 'orders');
    const own = 'shop' in target ? await this.#currencyOf(target.shop) : named(orders.length > 0 ? orders : keepers);
    for (const { shown, name } of orders) {
      const { currency } = shown.plan;
      // A file that does not say its currency is taken to be in the shop's.
      if (own.digits !== currency.digits || (own.code && currency.code && own.code !== currency.code)) {
        throw new AppError('engine/currency-differs', { shop: own.code, file: currency.code, name });
      }
    }
    return own;
  }

  async #currencyOf(shop: number): Promise<Currency> {
    const card = (await this.#store.shops()).find((s) => s.id === shop);
    if (!card) throw new AppError('engine/unknown-shop', { shop });
    return card.currency;
  }

  /** The file is kept by now; that its columns have to be named once more next time is no failure of it. */
  async #remember({ plan, signature }: Keeper): Promise<void> {
    if (plan.mended) return;
    // Under the header as it seemed to be too, so that what was corrected need not be corrected again.
    for (const key of new Set([headerSignature(plan.header, plan.dialect), signature]))
      await this.#store.rememberPlan(key, plan).catch(() => undefined);
  }
}

/** A staged file as it would be kept; null while it cannot be. */
function builtOf({ staged, plan }: Shown): StagedImport | null {
  try {
    return staged.build(plan, () => undefined);
  } catch (cause) {
    if (cause instanceof AppError && (cause.code === 'intake/plan-incomplete' || cause.code === 'intake/nothing-staged')) return null;
    throw cause;
  }
}

/** The currency of the first file that names one, else that of the first. */
function named(files: readonly Keeper[]): Currency {
  return (files.find(({ shown }) => shown.plan.currency.code !== '') ?? files[0]!).shown.plan.currency;
}
