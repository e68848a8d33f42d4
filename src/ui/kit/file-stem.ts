/** A name that any file system takes, without its ending: `Online Retail` and `online_retail.csv` give `online-retail`. */
export function fileStem(name: string): string {
  const stem = name
    .replace(/\.(csv|tsv|tab|txt)$/i, '')
    .replace(/[\s_]+/g, '-')
    .replace(/[\\/:*?"<>|.\p{Cc}]/gu, '')
    .toLowerCase();
  return stem || 'liuke';
}
