import { en, type Messages } from './en';
import { Format, LANGUAGES, type Language } from './format';
import type { Message } from './messages';

export type MessageKey = keyof Messages;
export type Slots = Record<string, string | number>;
/** A sentence in pieces: text, and slots to be filled by something that is more than text, such as a link. */
export type Piece = { text: string } | { slot: string };

/** The words of the page. One instance, made when imported; it starts nothing. English is there at once, Chinese comes by `use`. */
class I18n {
  language = $state.raw<Language>('en');
  #messages = $state.raw<Record<MessageKey, Message>>(en);
  format = $derived(new Format(this.language));

  /** Loads a language and switches to it. */
  async use(language: Language): Promise<void> {
    this.#messages = await messagesOf(language);
    this.language = language;
  }

  /** The message of a key with its slots filled. Numbers in slots are printed as counts; `count` also picks the plural form. */
  t = (key: MessageKey, slots: Slots = {}): string => {
    return this.pieces(key, slots)
      .map((piece) => ('text' in piece ? piece.text : this.#show(slots[piece.slot])))
      .join('');
  };

  /** The message in pieces, for sentences whose numbers are links. */
  pieces = (key: MessageKey, slots: Slots = {}): Piece[] => {
    const message = this.#messages[key];
    const text = typeof message === 'string' ? message : this.#plural(message, Number(slots.count ?? 0));
    return text
      .split(/\{(\w+)\}/)
      .map((part, i): Piece => (i % 2 ? { slot: part } : { text: part }))
      .filter((piece) => 'slot' in piece || piece.text !== '');
  };

  /** Whether a key made from a code (such as `why.no-orders`) has a message. */
  has(key: string): key is MessageKey {
    return Object.hasOwn(this.#messages, key);
  }

  #plural(message: { one: string; other: string }, count: number): string {
    return this.language === 'en' && count === 1 ? message.one : message.other;
  }

  #show(value: string | number | undefined): string {
    return typeof value === 'number' ? this.format.count(value) : (value ?? '');
  }
}

/** The messages of a language; the Chinese files come in chunks of their own. */
async function messagesOf(language: Language): Promise<Record<MessageKey, Message>> {
  if (language === 'zh-Hans') return (await import('./zh-Hans')).zhHans;
  if (language === 'zh-Hant') return (await import('./zh-Hant')).zhHant;
  return en;
}

/** The first of the wanted languages (BCP 47 tags) that we speak; English otherwise. */
export function closestLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const exact = LANGUAGES.find((language) => language === tag);
    if (exact) return exact;
    if (/^zh\b.*\b(hant|tw|hk|mo)\b/i.test(tag)) return 'zh-Hant';
    if (/^zh\b/i.test(tag)) return 'zh-Hans';
    if (/^en\b/i.test(tag)) return 'en';
  }
  return 'en';
}

export const i18n = new I18n();
