/** Colours and face of a chart. Colours are CSS variables, so that a change of theme and print need no redrawing. */
export interface Tokens {
  paper: string;
  ink: string;
  ink2: string;
  ink3: string;
  rule: string;
  indigo: string;
  indigo2: string;
  indigoWash: string;
  cinnabar: string;
  cinnabarWash: string;
  newEdge: string;
  newWash: string;
  /** The computed stack of the page: SVG text is measured with it. */
  sans: string;
}

const COLOURS = {
  paper: 'var(--paper)',
  ink: 'var(--ink)',
  ink2: 'var(--ink-2)',
  ink3: 'var(--ink-3)',
  rule: 'var(--rule)',
  indigo: 'var(--indigo)',
  indigo2: 'var(--indigo-2)',
  indigoWash: 'var(--indigo-wash)',
  cinnabar: 'var(--cinnabar)',
  cinnabarWash: 'var(--cinnabar-wash)',
  newEdge: 'var(--new)',
  newWash: 'var(--new-wash)',
};

/** Tokens with a given face. */
export function tokensWith(sans: string): Tokens {
  return { ...COLOURS, sans };
}

/** Tokens of the page; the face depends on its language, so read it again when that changes. */
export function readTokens(root: Element): Tokens {
  return tokensWith(getComputedStyle(root).getPropertyValue('--sans').trim() || 'sans-serif');
}

/** Hatch of what is not over yet: 45°, a stroke of one pixel every five. */
export function hatch(tokens: Tokens) {
  return { symbol: 'rect', rotation: -Math.PI / 4, dashArrayX: [1, 0], dashArrayY: [1, 4], color: tokens.ink3 };
}
