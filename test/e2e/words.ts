import { en } from '../../src/i18n/en';
import type { Language } from '../../src/i18n/format';
import type { Message } from '../../src/i18n/messages';
import { zhHans } from '../../src/i18n/zh-Hans';
import { zhHant } from '../../src/i18n/zh-Hant';

export type Key = keyof typeof en;
const SETS: Record<Language, Record<Key, Message>> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant };

/** What the app says under a key, so that a test finds a button by its words and a change of words breaks no test. */
export function words(key: Key, slots: Record<string, string | number> = {}, language: Language = 'en'): string {
  const message = SETS[language][key];
  const form = typeof message === 'string' ? message : slots.count === 1 ? message.one : message.other;
  return form.replace(/\{(\w+)\}/g, (_, slot: string) => String(slots[slot] ?? ''));
}
