/** What is typed on the sheet of retention; null is not typed. */
export interface Typed {
  start: number | null;
  fresh: number | null;
  end: number | null;
  lost: number | null;
}

/** The example that the sheet begins with: a widely copied article's. */
export const ARTICLE: Typed = { start: 1000, fresh: 200, end: 1100, lost: null };

/** What the article prints for (E − N) ÷ (S + N) of its own numbers. */
export const ARTICLE_PRINTED = 0.88;

export function isArticle({ start, fresh, end, lost }: Typed): boolean {
  return start === ARTICLE.start && fresh === ARTICLE.fresh && end === ARTICLE.end && lost === ARTICLE.lost;
}
