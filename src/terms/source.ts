/** Where a definition comes from: a page, not a site. */
export interface Source {
  title: string;
  author: string;
  year: number;
  where: string;
}
