import type { How } from '../../state/route.svelte';

/** A piece of a sentence that is more than text: a number that opens the drawer, or leads somewhere. */
export interface Linked {
  text: string;
  /** The figure that the drawer explains. */
  how?: How;
  /** Where else the number leads, when no figure stands behind it. */
  href?: string;
  /** The one number that the red thread begins at. */
  red?: boolean;
  /** Whether it is a text of the shop's files, in a language of its own, which may be long. */
  own?: boolean;
}

export type SentenceSlots = Record<string, string | number | Linked>;
