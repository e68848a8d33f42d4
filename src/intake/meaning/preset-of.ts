import type { Preset } from './preset';

/** Every preset there is: a file in `presets` is all that a new system needs. */
const FILES = import.meta.glob<Readonly<Record<string, readonly Preset[]>>>('./presets/*.ts', { eager: true });

/** All presets, those that ask for more columns first: the more particular one is taken. */
export const PRESETS: readonly Preset[] = Object.values(FILES)
  .flatMap((file) => Object.values(file).flat())
  .sort((a, b) => b.needs.length - a.needs.length || (a.name < b.name ? -1 : 1));

const BY_NAME = new Map(PRESETS.map((preset) => [preset.name, preset]));

/** The preset that a header belongs to, or null. Names as `headerWords` gives them. */
export function presetOf(words: readonly string[]): Preset | null {
  const set = new Set(words);
  return PRESETS.find((preset) => preset.needs.every((need) => set.has(need))) ?? null;
}

/** The preset of that name, or null. */
export function presetNamed(name: string | null): Preset | null {
  return name === null ? null : (BY_NAME.get(name) ?? null);
}
