import { ymdFromDay, type Day, type Grain } from '../terms/day';
import type { Currency, Minor } from '../terms/money';
import { major } from '../terms/money';

export type Language = 'en' | 'zh-Hans' | 'zh-Hant';
export const LANGUAGES: readonly Language[] = ['en', 'zh-Hans', 'zh-Hant'];

/** Locale for Intl: English as the world writes it (day before month), Chinese by script. */
const LOCALE: Record<Language, string> = { en: 'en-GB', 'zh-Hans': 'zh-Hans-CN', 'zh-Hant': 'zh-Hant-TW' };
const NO_VALUE = '–';
const MINUS = '−';

/** Numbers, money and dates as words of one language. Formatters are made once each. */
export class Format {
  readonly language: Language;
  #cache = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

  constructor(language: Language) {
    this.language = language;
  }

  /** 4,338; with a true minus. */
  count(value: number | null, digits = 0): string {
    return value === null ? NO_VALUE : this.#number({ minimumFractionDigits: digits, maximumFractionDigits: digits }, value);
  }

  /** 36.6 % from 0.366; Chinese sets no space. Number and sign never part. */
  percent(ratio: number | null, digits = 1): string {
    if (ratio === null) return NO_VALUE;
    return this.count(ratio * 100, digits) + this.#percentSign();
  }

  /** 33.5–39.8 % from an interval of ratios. */
  percentRange(low: number, high: number, digits = 1): string {
    return `${this.count(low * 100, digits)}–${this.count(high * 100, digits)}${this.#percentSign()}`;
  }

  /** 7.0 from a difference of ratios, in points. Sign only when asked for. */
  points(ratio: number, signed = false): string {
    const text = this.count(ratio * 100, 1);
    return signed && ratio > 0 && /[1-9]/.test(text) ? `+${text}` : text;
  }

  /** £8,911,407.90 from minor units. `short` leaves out the pence. */
  money(amountMinor: Minor | null, currency: Currency, short = false): string {
    if (amountMinor === null) return NO_VALUE;
    const digits = short ? 0 : currency.digits;
    const options: Intl.NumberFormatOptions = { minimumFractionDigits: digits, maximumFractionDigits: digits };
    if (currency.code) Object.assign(options, { style: 'currency', currency: currency.code, currencyDisplay: 'narrowSymbol' });
    return this.#number(options, major(amountMinor, currency));
  }

  /** £2.13m, £213,000 and £193万 from minor units: three digits, for what is expected and not counted. */
  moneyRough(amountMinor: Minor, currency: Currency): string {
    const amount = major(amountMinor, currency);
    const isLarge = Math.abs(amount) >= (this.language === 'en' ? 1_000_000 : 10_000);
    const options: Intl.NumberFormatOptions = { maximumSignificantDigits: 3, notation: isLarge ? 'compact' : 'standard' };
    if (currency.code) Object.assign(options, { style: 'currency', currency: currency.code, currencyDisplay: 'narrowSymbol' });
    // A large unit is a letter of Han, at which a line could end.
    return this.#number(options, amount).replace(/(\d)(?=\p{Script=Han})/u, '$1\u2060');
  }

  /** 9 Dec 2011. */
  day(day: Day | null): string {
    if (day === null) return NO_VALUE;
    return this.#date({ day: 'numeric', month: 'short', year: 'numeric' }, day);
  }

  /** 9 December 2011, for sentences. */
  dayLong(day: Day): string {
    return this.#date({ day: 'numeric', month: 'long', year: 'numeric' }, day);
  }

  /**
   * A period by its first day. `long` for sentences (December 2010), `bare` where the year is clear (December), `short` for tables
   * (Dec 2010), `tick` for axes (Dec). A week is named by its first day.
   */
  period(start: Day, grain: Grain, style: 'long' | 'bare' | 'short' | 'tick' = 'short'): string {
    const { year, month } = ymdFromDay(start);
    if (grain === 'week' && style === 'bare') return this.#date({ day: 'numeric', month: 'long' }, start);
    if (grain === 'week')
      return style === 'tick'
        ? this.#date({ day: 'numeric', month: 'short' }, start)
        : style === 'long'
          ? this.dayLong(start)
          : this.day(start);
    if (grain === 'quarter') {
      const quarter = Math.floor((month - 1) / 3) + 1;
      const brief = style === 'tick' || style === 'bare';
      if (this.language === 'en') return brief ? `Q${quarter}` : `Q${quarter} ${year}`;
      const name = this.language === 'zh-Hans' ? `${quarter}季度` : `${quarter}季`;
      if (style === 'tick') return name;
      return style === 'bare' ? `第${name}` : `${year}年第${name}`;
    }
    if (style === 'tick') return this.#date({ month: 'short' }, start);
    // Chinese writes months in figures: its long form would be 十一月.
    if (style === 'bare') return this.#date({ month: this.language === 'en' ? 'long' : 'short' }, start);
    return this.#date({ month: style === 'long' ? 'long' : 'short', year: 'numeric' }, start);
  }

  /** 45.8 MB, decimal units. */
  bytes(bytes: number): string {
    const units = ['B', 'kB', 'MB', 'GB'];
    let value = bytes;
    let unit = 0;
    for (; value >= 1000 && unit < units.length - 1; unit++) value /= 1000;
    return `${this.count(value, unit === 0 || value >= 100 ? 0 : 1)}\u00a0${units[unit]}`;
  }

  /** Date and time of an ISO instant, in the device's zone. */
  instant(iso: string): string {
    return new Intl.DateTimeFormat(LOCALE[this.language], { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));
  }

  /** Date of an ISO instant, in the device's zone: 9 Dec 2011. */
  date(iso: string): string {
    return new Intl.DateTimeFormat(LOCALE[this.language], { day: 'numeric', month: 'short', year: 'numeric' }).format(new Date(iso));
  }

  /** A list in one sentence: a, b and c. */
  list(items: readonly string[]): string {
    return new Intl.ListFormat(LOCALE[this.language]).format(items);
  }

  #percentSign(): string {
    return this.language === 'en' ? '\u202f%' : '%';
  }

  #number(options: Intl.NumberFormatOptions, value: number): string {
    const key = JSON.stringify(options);
    let formatter = this.#cache.get(key) as Intl.NumberFormat | undefined;
    // What rounds to nothing would print a minus otherwise, as -0 does.
    const signed: Intl.NumberFormatOptions = { ...options, signDisplay: 'negative' };
    if (!formatter) this.#cache.set(key, (formatter = new Intl.NumberFormat(LOCALE[this.language], signed)));
    return formatter.format(value).replace('-', MINUS);
  }

  #date(options: Intl.DateTimeFormatOptions, day: Day): string {
    const key = `d${JSON.stringify(options)}`;
    let formatter = this.#cache.get(key) as Intl.DateTimeFormat | undefined;
    if (!formatter) this.#cache.set(key, (formatter = new Intl.DateTimeFormat(LOCALE[this.language], { ...options, timeZone: 'UTC' })));
    // Britain writes "Sept"; three letters as for every other month keep columns and axes even.
    return formatter.format(day * 86_400_000).replace(/\bSept\b/, 'Sep');
  }
}
