import type { Engine } from '../engine/client';
import type { Dialect } from '../engine/protocol';
import { ISO_CALENDAR, type Calendar } from '../terms/day';
import type { RefundView } from '../terms/view';
import { closestLanguage, i18n } from '../i18n/i18n.svelte';
import type { Language } from '../i18n/format';

export type Theme = 'system' | 'light' | 'dark';

/** What is kept of the settings. */
interface Stored {
  language: Language | null;
  theme: Theme;
  calendar: Calendar;
  refunds: RefundView;
  lastShop: number | null;
  dialect: Dialect;
}

/** Dialects in which queries are copied. */
export const DIALECTS: readonly Dialect[] = ['duckdb', 'spark', 'bigquery'];

/** Language, theme, week and year start, refund view, dialect of queries. Kept on the device; language and theme also where the first paint can read them. */
export class Settings {
  #engine: Pick<Engine, 'readDocument' | 'writeDocument'>;
  #local: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  #chosen: Partial<Stored> = {};
  #loaded = false;
  #stored = $state.raw<Stored>({
    language: null,
    theme: 'system',
    calendar: ISO_CALENDAR,
    refunds: 'behaviour',
    lastShop: null,
    dialect: 'duckdb',
  });

  constructor(engine: Pick<Engine, 'readDocument' | 'writeDocument'>, local: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>) {
    this.#engine = engine;
    this.#local = local;
    // The first paint has this theme; the page keeps it until the store is read.
    const theme = local.getItem('liuke.theme');
    if (theme === 'light' || theme === 'dark') this.#stored = { ...this.#stored, theme };
  }

  /** Reads what is kept; the language comes from the device when none was chosen. */
  async load(deviceLanguages: readonly string[]): Promise<void> {
    const kept = (await this.#engine.readDocument('settings')) as Partial<Stored> | null;
    // What was chosen while the store was being read is newer than what stands in it.
    this.#stored = { ...this.#stored, ...kept, ...this.#chosen };
    this.#loaded = true;
    if (Object.keys(this.#chosen).length > 0) void this.#engine.writeDocument('settings', this.#stored);
    await i18n.use(this.#stored.language ?? closestLanguage(deviceLanguages));
  }

  get theme(): Theme {
    return this.#stored.theme;
  }
  get calendar(): Calendar {
    return this.#stored.calendar;
  }
  get refunds(): RefundView {
    return this.#stored.refunds;
  }
  get lastShop(): number | null {
    return this.#stored.lastShop;
  }

  get dialect(): Dialect {
    return this.#stored.dialect;
  }

  set dialect(dialect: Dialect) {
    this.#change({ dialect });
  }
  set theme(theme: Theme) {
    this.#local.setItem('liuke.theme', theme);
    this.#change({ theme });
  }
  set calendar(calendar: Calendar) {
    this.#change({ calendar });
  }
  set refunds(refunds: RefundView) {
    this.#change({ refunds });
  }
  set lastShop(lastShop: number | null) {
    this.#change({ lastShop });
  }

  async chooseLanguage(language: Language): Promise<void> {
    await i18n.use(language);
    this.#local.setItem('liuke.language', language);
    this.#change({ language });
  }

  /** Forgets what the device kept outside the store; the store itself is erased by the engine. */
  clear(): void {
    this.#local.removeItem('liuke.theme');
    this.#local.removeItem('liuke.language');
  }

  #change(part: Partial<Stored>): void {
    this.#stored = { ...this.#stored, ...part };
    this.#chosen = { ...this.#chosen, ...part };
    // Before the store is read, writing would put defaults over what it holds.
    if (this.#loaded) void this.#engine.writeDocument('settings', this.#stored);
  }
}
