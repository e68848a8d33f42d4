import type { Documents } from '../storage/documents';
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
}

/** Language, theme, week and year start, refund view. Kept on the device; language and theme also where the first paint can read them. */
export class Settings {
  #documents: Documents;
  #local: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  #stored = $state.raw<Stored>({ language: null, theme: 'system', calendar: ISO_CALENDAR, refunds: 'behaviour', lastShop: null });

  constructor(documents: Documents, local: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>) {
    this.#documents = documents;
    this.#local = local;
  }

  /** Reads what is kept; the language comes from the device when none was chosen. */
  async load(deviceLanguages: readonly string[]): Promise<void> {
    const kept = await this.#documents.read<Partial<Stored>>('settings');
    this.#stored = { ...this.#stored, ...kept };
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

  async clear(): Promise<void> {
    this.#local.removeItem('liuke.theme');
    this.#local.removeItem('liuke.language');
    await this.#documents.clear();
  }

  #change(part: Partial<Stored>): void {
    this.#stored = { ...this.#stored, ...part };
    void this.#documents.write('settings', this.#stored);
  }
}
