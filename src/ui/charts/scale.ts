/** A number axis from 0: gridlines every `step`, up to `top`. */
export interface Scale {
  step: number;
  /** Last gridline at or below the largest value, or, when `cover` was asked for, the first at or above it. */
  top: number;
}

/** Steps of 1, 2 or 5 times a power of ten, so that at most `lines` gridlines stand above 0. A maximum of 0 or less gives a scale to 1. */
export function scaleTo(max: number, lines: number, cover: boolean): Scale {
  if (!(max > 0)) return { step: 1, top: 1 };
  const rough = max / lines;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((m) => m * power).find((s) => s >= rough * (1 - 1e-9)) ?? power * 10;
  const count = cover ? Math.ceil(max / step - 1e-9) : Math.floor(max / step + 1e-9);
  return { step, top: Math.max(1, count) * step };
}

/** Rough width of a text at 12 px: Han characters fill a square, figures are of one width. For room on an axis, not for setting type. */
export function roughWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (character >= '\u2e80') width += 12;
    else if (/[\d%£€$¥]/.test(character)) width += 7.4;
    else width += /[\s.,:·’]/.test(character) ? 3.4 : 6.2;
  }
  return width;
}
