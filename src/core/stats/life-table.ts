/** Waits by length, ascending: how many lasted so long (`atRisk`), and of these how many ended then and how many are open since. */
export interface LifeTable {
  times: number[];
  atRisk: number[];
  ended: number[];
  open: number[];
}

/**
 * The life table of waits of any length: a row for each length at which one ended or is open.
 *
 * @param lengths  in any unit, one per wait
 * @param ended    1 for a wait that ended, 0 for one known to have lasted that long and open since
 * Cost: n log n.
 */
export function lifeTable(lengths: ArrayLike<number>, ended: ArrayLike<number>): LifeTable {
  const order = Uint32Array.from({ length: lengths.length }, (_, i) => i).sort((a, b) => lengths[a]! - lengths[b]!);
  const table: LifeTable = { times: [], atRisk: [], ended: [], open: [] };
  for (let i = 0; i < order.length;) {
    const time = lengths[order[i]!]!;
    let [d, gone] = [0, 0];
    for (; i + gone < order.length && lengths[order[i + gone]!] === time; gone++) d += ended[order[i + gone]!]!;
    addRow(table, time, order.length - i, d, gone - d);
    i += gone;
  }
  return table;
}

/**
 * The same from counts by whole time, as for `kaplanMeier`: `ended[t]` and `open[t]` waits of length t. Cost: linear in the longest time.
 */
export function lifeTableOfCounts(ended: Uint32Array, open: Uint32Array): LifeTable {
  const table: LifeTable = { times: [], atRisk: [], ended: [], open: [] };
  let atRisk = 0;
  for (let t = 0; t < ended.length; t++) atRisk += ended[t]! + open[t]!;
  for (let t = 0; t < ended.length; t++) {
    const gone = ended[t]! + open[t]!;
    if (gone > 0) addRow(table, t, atRisk, ended[t]!, open[t]!);
    atRisk -= gone;
  }
  return table;
}

/** How many waits lasted until `time` or longer, those that ended or are open at that very time included. */
export function atRiskAt({ times, atRisk }: LifeTable, time: number): number {
  const at = times.findIndex((one) => one >= time);
  return at < 0 ? 0 : atRisk[at]!;
}

function addRow(table: LifeTable, time: number, atRisk: number, ended: number, open: number): void {
  table.times.push(time);
  table.atRisk.push(atRisk);
  table.ended.push(ended);
  table.open.push(open);
}
