/** A name that any file system takes, without its ending: `Online Retail` and `online_retail.csv` give `online-retail`. */
export function fileStem(name: string): string {
  const stem = name
    .replace(/\.gz(?= › |$)/gi, '')
    .replace(/\.(csv|tsv|tab|txt|xlsx|xlsm|zip)(?= › |$)/gi, '')
    .replace(/ › /g, '-')
    .replace(/[\s_]+/g, '-')
    .replace(/[\\/:*?"<>|.\p{Cc}]/gu, '')
    .toLowerCase();
  return stem || 'liuke';
}
