import { AppError } from '../terms/app-error';
import type { Day } from '../terms/day';
import type { ImportPlan, Part, PreviewRow, Purpose, Tell } from '../terms/plan';
import type { ImportCard } from '../terms/shop';
import type { Batch } from '../core/columns/batch';
import { headerSignature } from '../intake/header-signature';
import { stageFile, type StagedFile } from '../intake/stage-file';
import { orderLines } from '../intake/staged-import';
import type { Store } from '../storage/store';
import { keptBatch } from './counting-imports';
import type { StagedBatch } from './overlap-of';
import type { KeepTarget, StageSource, Staged } from './protocol';

/** Files up to this size are hashed; beyond it the browser would have to hold the whole file at once. */
const HASH_LIMIT = 512 * 1024 * 1024;
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

/** One file on its way in. */
interface Arrival {
  file: number;
  name: string;
  blob: Blob;
  sha256: Promise<string>;
  staged: StagedFile | null;
  /** The plan in force; the staged file's own at first. */
  plan: ImportPlan | null;
  purpose: Purpose;
  error: Staged['error'];
}

/** Files on their way in: read into memory, looked at, and written in one step or not at all. */
export class ImportJob {
  #store: Store;
  #arrivals: Arrival[] = [];
  #today: Day = 0;
  #next = 1;

  constructor(store: Store) {
    this.#store = store;
  }

  async stage(sources: StageSource[], today: Day, tell: Tell): Promise<Staged[]> {
    this.walkAway();
    this.#today = today;
    const arrivals: Arrival[] = [];
    for (const source of sources) arrivals.push(await this.#arrive(source, tell));
    // Only now, so that a job that was left while it read leaves nothing behind.
    this.#arrivals = arrivals;
    return this.#list();
  }

  async replan(file: number, plan: ImportPlan, tell: Tell): Promise<Staged[]> {
    const arrival = this.#at(file);
    const { staged } = arrival;
    if (!staged) throw new AppError('intake/nothing-staged');
    if (staged.needsReading(plan)) {
      const { encoding, dialect } = plan;
      arrival.staged = await stageFile(arrival.blob, arrival.name, this.#today, () => Promise.resolve(undefined), tell, {
        encoding,
        dialect,
      });
      arrival.plan = arrival.staged.plan;
    } else {
      await staged.prepare(plan);
      arrival.plan = plan;
    }
    return this.#list();
  }

  setPurpose(file: number, purpose: Purpose): Staged[] {
    this.#at(file).purpose = purpose;
    return this.#list();
  }

  rows(file: number, part: Part['code'], offset: number, limit: number): PreviewRow[] {
    const { staged, plan } = this.#at(file);
    if (!staged || !plan) throw new AppError('intake/nothing-staged');
    return staged.rowsOf(plan, part, offset, limit);
  }

  walkAway(): void {
    this.#arrivals = [];
  }

  /** Writes the staged files. Throws 'engine/already-kept', 'engine/currency-differs', 'storage/quota' and leaves the shop as it was. */
  async keep(target: KeepTarget, keptAt: string, appVersion: string, tell: Tell): Promise<Kept> {
    const kept: Kept = { shop: 'shop' in target ? target.shop : 0, imports: [], batches: [], rows: 0, used: 0, leftOut: 0 };
    for (const arrival of this.#toKeep()) {
      const { staged, plan } = arrival;
      const sha256 = await arrival.sha256;
      if ('shop' in target) await this.#checkShop(target.shop, sha256, plan, staged.name);
      const { content, used, leftOut, parts, counts } = staged.build(plan, tell);
      const bytes = { bytes: staged.bytes, bytesTotal: staged.bytes };
      const stored = (rows: number) => tell({ phase: 'store', rows, rowsExpected: used, ...bytes });
      const card: Omit<ImportCard, 'id' | 'shop'> = {
        name: staged.name,
        bytes: staged.bytes,
        sha256,
        kind: plan.kind,
        keptAt,
        rows: staged.rows,
        used,
        leftOut: leftOut.rows,
        parts,
        plan,
        status: 'kept',
        appVersion,
        mode: target.mode ?? 'append',
        replaces: [],
        counts,
        joined: [],
      };
      const into =
        'newShop' in target && kept.shop === 0
          ? { newShop: { name: target.newShop, sample: false, currency: plan.currency } }
          : { shop: kept.shop };
      const { shop, importIds } = await this.#store.putImports(into, [{ card, content, leftOut }], stored);
      const importId = importIds[0]!;
      kept.shop = shop;
      kept.imports.push(importId);
      if ('batch' in content) kept.batches.push({ ...content.batch, importId });
      kept.rows += card.rows;
      kept.used += card.used;
      kept.leftOut += card.leftOut;
      // The file is kept by now; that its columns have to be named once more next time is no failure of it.
      if (!plan.mended) await this.#store.rememberPlan(headerSignature(plan.header, plan.dialect), plan).catch(() => undefined);
    }
    this.walkAway();
    return kept;
  }

  /** The staged orders as they would be kept; nothing of a file that cannot be kept yet. */
  batches(): StagedBatch[] {
    return this.#toKeep().flatMap(({ file, staged, plan }) => {
      if (plan.kind !== 'orders') return [];
      try {
        const batch = { ...orderLines(staged.build(plan, () => undefined)), importId: NOT_KEPT };
        return [{ file, ...keptBatch({ mode: 'append', plan }, batch) }];
      } catch (cause) {
        if (cause instanceof AppError && (cause.code === 'intake/plan-incomplete' || cause.code === 'intake/nothing-staged')) return [];
        throw cause;
      }
    });
  }

  async #arrive(source: StageSource, tell: Tell): Promise<Arrival> {
    const blob = 'file' in source ? source.file : new Blob([source.text], { type: 'text/csv' });
    const name = 'file' in source ? source.file.name : source.name;
    const arrival: Arrival = {
      file: this.#next++,
      name,
      blob,
      sha256: Promise.resolve(''),
      staged: null,
      plan: null,
      purpose: 'keep',
      error: null,
    };
    try {
      arrival.staged = await stageFile(blob, name, this.#today, (signature) => this.#store.recallPlan(signature), tell);
      arrival.plan = arrival.staged.plan;
      arrival.sha256 = sha256Of(blob);
    } catch (cause) {
      if (!(cause instanceof AppError)) throw cause;
      arrival.error = { code: cause.code, facts: cause.facts };
      arrival.purpose = 'aside';
    }
    return arrival;
  }

  #list(): Staged[] {
    return this.#arrivals.map(({ file, name, blob, staged, plan, purpose, error }) => ({
      file,
      name,
      bytes: blob.size,
      preview: staged && plan ? { ...staged.preview(plan), purpose } : null,
      error,
    }));
  }

  #toKeep(): (Arrival & { staged: StagedFile; plan: ImportPlan })[] {
    const list = this.#arrivals.filter(
      (a): a is Arrival & { staged: StagedFile; plan: ImportPlan } => a.staged !== null && a.purpose === 'keep',
    );
    if (list.length === 0) throw new AppError('intake/nothing-staged');
    return list;
  }

  #at(file: number): Arrival {
    const arrival = this.#arrivals.find((a) => a.file === file);
    if (!arrival) throw new AppError('intake/nothing-staged');
    return arrival;
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
