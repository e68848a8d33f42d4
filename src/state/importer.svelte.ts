import { AppError } from '../terms/app-error';
import type { Day } from '../terms/day';
import type { ImportPlan, Progress } from '../terms/plan';
import type { ImportReport, KeepTarget, StageSource, Staged } from '../engine/protocol';
import type { Workspace } from './workspace.svelte';

export type ImportStep = 'idle' | 'reading' | 'preview' | 'keeping' | 'failed';

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
  /** Where the visitor wants the orders kept; null until the preview has proposed a place. */
  target = $state.raw<KeepTarget | null>(null);
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

  async replan(plan: ImportPlan): Promise<void> {
    const turn = ++this.#turn;
    this.replanning = true;
    try {
      const staged = await this.#workspace.engine.replan(this.file, plan, this.#tell(turn));
      if (turn === this.#turn) this.staged = staged;
    } catch (error) {
      if (turn === this.#turn) this.#fail(error);
    } finally {
      if (turn === this.#turn) this.replanning = false;
    }
  }

  async keep(target: KeepTarget): Promise<boolean> {
    const turn = this.#begin('keeping');
    try {
      const report = await this.#workspace.engine.keep(target, new Date().toISOString(), this.#tell(turn));
      if (turn !== this.#turn) return false;
      this.report = report;
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
    this.#turn++;
    if (running) await this.#workspace.engine.abort();
    else await this.#workspace.engine.walkAway();
    await this.#done();
  }

  async #next(): Promise<void> {
    const sources = this.waiting;
    const [source] = sources;
    if (!source) return;
    this.waiting = [];
    this.staged = [];
    this.target = null;
    const turn = this.#begin('reading');
    this.fileName = 'file' in source ? source.file.name : source.name;
    try {
      const staged = await this.#workspace.engine.stage(sources, today(), this.#tell(turn));
      if (turn !== this.#turn) return;
      this.staged = staged;
      this.file = staged.find((one) => one.preview?.purpose === 'keep')?.file ?? staged[0]?.file ?? 0;
      this.step = 'preview';
    } catch (error) {
      if (turn === this.#turn) this.#fail(error);
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

/** The device's day: only an import asks for it, to tell which dates lie in the future. */
function today(): Day {
  const now = new Date();
  return Math.floor(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000);
}
