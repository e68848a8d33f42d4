import type { Language } from '../../i18n/format';

/** Each language in its own words, the same whatever language the page is in. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', 'zh-Hans': '简体', 'zh-Hant': '繁體' };
