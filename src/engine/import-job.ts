import { AppError } from '../terms/app-error';
import type { Day } from '../terms/day';
import type { ImportPlan, Part, Preview, PreviewRow, Tell } from '../terms/plan';
import type { ImportCard } from '../terms/shop';
import type { Batch, PackedStrings } from '../core/columns/batch';
import { headerSignature } from '../intake/header-signature';
import { stageFile, type StagedFile } from '../intake/stage-file';
import type { Store } from '../storage/store';
import type { KeepTarget, StageSource } from './protocol';

/** Files up to this size are hashed; beyond it the browser would have to hold the whole file at once. */
const HASH_LIMIT = 512 * 1024 * 1024;

/** What a kept file turned into. */
export interface Kept {
  shop: number;
  batch: Batch;
  rows: number;
  used: number;
  leftOut: number;
}

/** One file on its way in: read into memory, looked at, and written in one step or not at all. */
export class ImportJob {
  #store: Store;
  #blob: Blob | null = null;
  #staged: StagedFile | null = null;
  #plan: ImportPlan | null = null;
  #today: Day = 0;
  #sha256: Promise<string> = Promise.resolve('');

  constructor(store: Store) {
    this.#store = store;
  }

  async stage(source: StageSource, today: Day, tell: Tell): Promise<Preview> {
    this.walkAway();
    const blob = 'file' in source ? source.file : new Blob([source.text], { type: 'text/csv' });
    const name = 'file' in source ? source.file.name : source.name;
    this.#today = today;
    const staged = await stageFile(blob, name, today, (signature) => this.#store.recallPlan(signature), tell);
    this.#blob = blob;
    this.#staged = staged;
    this.#plan = staged.plan;
    this.#sha256 = sha256Of(blob);
    return staged.preview(staged.plan);
  }

  async replan(plan: ImportPlan, tell: Tell): Promise<Preview> {
    const staged = this.#open();
    if (staged.needsReading(plan)) {
      const { encoding, dialect } = plan;
      this.#staged = await stageFile(this.#blob!, staged.name, this.#today, () => Promise.resolve(undefined), tell, { encoding, dialect });
      this.#plan = this.#staged.plan;
    } else this.#plan = plan;
    return this.#open().preview(this.#plan);
  }

  rows(part: Part['code'], offset: number, limit: number): PreviewRow[] {
    return this.#open().rowsOf(this.#plan!, part, offset, limit);
  }

  orderNumbers(): PackedStrings {
    return this.#open().orderNumbers(this.#plan!);
  }

  walkAway(): void {
    this.#blob = null;
    this.#staged = null;
    this.#plan = null;
    this.#sha256 = Promise.resolve('');
  }

  /** Writes the staged file. Throws 'engine/already-kept', 'engine/currency-differs', 'storage/quota' and leaves the shop as it was. */
  async keep(target: KeepTarget, keptAt: string, appVersion: string, tell: Tell): Promise<Kept> {
    const staged = this.#open();
    const plan = this.#plan!;
    const sha256 = await this.#sha256;
    if ('shop' in target) await this.#checkShop(target.shop, sha256, plan, staged.name);
    const { batch, leftOut, parts } = staged.build(plan, tell);
    const bytes = { bytes: staged.bytes, bytesTotal: staged.bytes };
    const stored = (rows: number) => tell({ phase: 'store', rows, rowsExpected: batch.lines.rows, ...bytes });
    const file: Omit<ImportCard, 'id' | 'shop'> = {
      name: staged.name,
      bytes: staged.bytes,
      sha256,
      kind: plan.kind,
      keptAt,
      rows: staged.rows,
      used: batch.lines.rows,
      leftOut: leftOut.rows,
      parts,
      plan,
      status: 'kept',
      appVersion,
    };
    const { shop, importId } =
      'newShop' in target
        ? await this.#store.putFirstImport({ name: target.newShop, sample: false, currency: plan.currency }, file, batch, leftOut, stored)
        : { shop: target.shop, importId: await this.#store.putImport({ ...file, shop: target.shop }, batch, leftOut, stored) };
    // The file is kept by now; that its columns have to be named once more next time is no failure of it.
    await this.#store.rememberPlan(headerSignature(plan.header, plan.dialect), plan).catch(() => undefined);
    this.walkAway();
    return { shop, batch: { ...batch, importId }, rows: file.rows, used: file.used, leftOut: file.leftOut };
  }

  async #checkShop(shop: number, sha256: string, plan: ImportPlan, name: string): Promise<void> {
    const same = await this.#store.sameFile(shop, sha256);
    if (same) throw new AppError('engine/already-kept', { name: same.name, at: same.keptAt });
    const card = (await this.#store.shops()).find((s) => s.id === shop);
    if (!card) throw new AppError('engine/unknown-shop', { shop });
    const [own, file] = [card.currency, plan.currency];
    // A file that does not say its currency is taken to be in the shop's.
    if (own.digits !== file.digits || (own.code && file.code && own.code !== file.code)) {
      throw new AppError('engine/currency-differs', { shop: card.currency.code, file: plan.currency.code, name });
    }
  }

  #open(): StagedFile {
    if (!this.#staged) throw new AppError('intake/nothing-staged');
    return this.#staged;
  }
}

/** SHA-256 of the bytes in hex; '' where the file is too large or the browser has no digest here (a page that is not secure). */
async function sha256Of(blob: Blob): Promise<string> {
  if (blob.size > HASH_LIMIT || !globalThis.crypto?.subtle) return '';
  try {
    const digest = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer());
    return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
  } catch {
    return '';
  }
}
