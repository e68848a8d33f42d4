import { AppError } from '../terms/app-error';
import type { Day } from '../terms/day';
import type { ImportPlan, SaidReading } from '../terms/plan';
import type { Purpose } from '../terms/preview';
import type { Progress } from '../terms/progress';
import type { Overlap } from '../terms/shop';
import type { ImportReport, KeepTarget, StageSource, Staged } from '../engine/protocol';
import type { Workspace } from './workspace.svelte';

/** `heavy`: what waits is so large that it is asked first whether it shall be read. */
export type ImportStep = 'idle' | 'heavy' | 'reading' | 'preview' | 'keeping' | 'failed';

/** Bytes from which it is asked first: about four million lines of orders. */
const HEAVY = 300_000_000;

/** An import under way: read, look, keep or walk away. Files dropped together are looked at together; later ones wait in line. */
export class Importer {
  step = $state.raw<ImportStep>('idle');
  fileName = $state.raw('');
  /** The files that were read together. */
  staged = $state.raw<Staged[]>([]);
  /** Number of the staged file that is looked at. */
  file = $state.raw(0);
  preview = $derived(this.staged.find((one) => one.file === this.file)?.preview ?? null);
  progress = $state.raw<Progress | null>(null);
  /** When the running job began (performance.now), for rate and time left. */
  since = $state.raw(0);
  error = $state.raw<AppError | null>(null);
  /** The preview is being made again after a change; the old one stays on screen. */
  replanning = $state.raw(false);
  report = $state.raw<ImportReport | null>(null);
  waiting = $state.raw<StageSource[]>([]);
  /** Where the visitor wants the files kept; null until the preview has proposed a place. */
  target = $state.raw<KeepTarget | null>(null);
  /** What the shop that is aimed at has already of the staged files; null while that is not known, and for a new shop. */
  overlap = $state.raw<{ shop: number; files: Overlap[] } | null>(null);
  /** What the report's files brought beside what was there; null when none of it was there. */
  brought = $state.raw<Pick<Overlap, 'fresh' | 'changed' | 'unchanged'> | null>(null);
  /** Bytes of what waits. */
  waitingBytes = $derived(this.waiting.reduce((sum, source) => sum + ('file' in source ? source.file.size : source.text.length), 0));
  #workspace: Workspace;
  #turn = 0;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** Takes files that were dropped, chosen or pasted; the first is read now. */
  async take(sources: StageSource[]): Promise<void> {
    this.waiting = [...this.waiting, ...sources];
    if (this.step === 'idle' || this.step === 'failed') await this.#next();
  }

  /** Reads what waits although it is large. */
  async readHeavy(): Promise<void> {
    if (this.step === 'heavy') await this.#read();
  }

  /** Reads a file that was refused in the way that the visitor names. */
  async readAs(file: number, said: SaidReading): Promise<void> {
    const read = (tell: (progress: Progress) => void) => this.#workspace.engine.readAs(file, said, tell);
    if (this.step === 'preview') await this.#revise(read);
    else if (this.step === 'failed') await this.#look(read);
  }

  replan(plan: ImportPlan): Promise<void> {
    return this.#revise((tell) => this.#workspace.engine.replan(this.file, plan, tell));
  }

  setPurpose(file: number, purpose: Purpose): Promise<void> {
    return this.#revise(() => this.#workspace.engine.setPurpose(file, purpose));
  }

  async #revise(change: (tell: (progress: Progress) => void) => Promise<Staged[]>): Promise<void> {
    const turn = ++this.#turn;
    this.replanning = true;
    try {
      const staged = await change(this.#tell(turn));
      if (turn === this.#turn) this.staged = staged;
    } catch (error) {
      if (turn === this.#turn) this.#fail(error);
    } finally {
      if (turn === this.#turn) this.replanning = false;
    }
  }

  async keep(target: KeepTarget): Promise<boolean> {
    const turn = this.#begin('keeping');
    const brought =
      'shop' in target && target.mode !== 'replace' && this.overlap?.shop === target.shop ? broughtBy(this.overlap.files) : null;
    try {
      const report = await this.#workspace.engine.keep(target, new Date().toISOString(), this.#tell(turn));
      if (turn !== this.#turn) return false;
      this.report = report;
      this.brought = brought;
      await this.#workspace.showShop(report.shop);
      await this.#done();
      return true;
    } catch (error) {
      if (turn === this.#turn) this.#fail(error);
      return false;
    }
  }

  /** Goes back to the preview after keeping failed; nothing was written. */
  reconsider(): void {
    if (this.step !== 'failed' || !this.preview) return;
    this.error = null;
    this.step = 'preview';
  }

  /** Leaves a preview, or stops a running job at once. What was not kept is gone; the shop is as it was. */
  async leave(): Promise<void> {
    const running = this.step === 'reading' || this.step === 'keeping' || this.replanning;
    if (this.step === 'heavy') this.waiting = [];
    this.#turn++;
    if (running) await this.#workspace.engine.abort();
    else await this.#workspace.engine.walkAway();
    await this.#done();
  }

  async #next(): Promise<void> {
    if (this.waiting.length === 0) return;
    if (this.waitingBytes > HEAVY) this.step = 'heavy';
    else await this.#read();
  }

  async #read(): Promise<void> {
    const sources = this.waiting;
    const [source] = sources;
    if (!source) return;
    this.waiting = [];
    this.fileName = 'file' in source ? source.file.name : source.name;
    await this.#look((tell) => this.#workspace.engine.stage(sources, today(), tell));
  }

  /** Reads files and shows them; where none can be read, what is wrong with each is known still. */
  async #look(read: (tell: (progress: Progress) => void) => Promise<Staged[]>): Promise<void> {
    this.staged = [];
    this.target = null;
    this.overlap = null;
    const turn = this.#begin('reading');
    try {
      const staged = await read(this.#tell(turn));
      if (turn !== this.#turn) return;
      this.staged = staged;
      this.file = firstLook(staged)?.file ?? 0;
      this.step = 'preview';
    } catch (error) {
      const refused = await this.#workspace.engine.arrived().catch(() => []);
      if (turn !== this.#turn) return;
      this.staged = refused;
      this.#fail(error);
    }
  }

  async #done(): Promise<void> {
    this.step = 'idle';
    this.staged = [];
    this.progress = null;
    this.replanning = false;
    await this.#next();
  }

  #begin(step: ImportStep): number {
    this.step = step;
    this.error = null;
    this.progress = null;
    this.since = performance.now();
    return ++this.#turn;
  }

  #tell(turn: number): (progress: Progress) => void {
    // Progress travels on a port of its own and may come after the result.
    return (progress) => {
      if (turn === this.#turn && (this.step === 'reading' || this.step === 'keeping')) this.progress = progress;
    };
  }

  #fail(error: unknown): void {
    this.error = error instanceof AppError ? error : new AppError('engine/failed', {}, error);
    this.step = 'failed';
    this.replanning = false;
  }
}

/** The file to be looked at first: orders that would be kept, else anything that would. */
function firstLook(staged: readonly Staged[]): Staged | undefined {
  const kept = staged.filter((one) => one.preview?.purpose === 'keep');
  return kept.find((one) => one.preview?.plan.kind === 'orders') ?? kept[0] ?? staged.find((one) => one.preview);
}

/** What files bring together; null when a shop has none of their rows. */
function broughtBy(files: readonly Overlap[]): Importer['brought'] {
  const sum = (count: (one: Overlap) => number) => files.reduce((total, one) => total + count(one), 0);
  const brought = { fresh: sum((one) => one.fresh), changed: sum((one) => one.changed), unchanged: sum((one) => one.unchanged) };
  return brought.changed + brought.unchanged > 0 ? brought : null;
}

/** The device's day: only an import asks for it, to tell which dates lie in the future. */
function today(): Day {
  const now = new Date();
  return Math.floor(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000);
}
