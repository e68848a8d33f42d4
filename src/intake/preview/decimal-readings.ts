import type { ImportPlan } from '../../terms/plan';
import type { DecimalReading } from '../../terms/preview';
import { certainMark, openColumns } from '../meaning/decimal-marks';
import { interpret, SALE_ROW } from '../orders/interpret';
import { OK } from '../cells/number-column';
import { parseDecimal } from '../cells/parse-decimal';
import type { Readings } from '../cells/readings';

/** Both ways to read the numbers of a file with what each gives; empty where the mark makes no difference. Cost: two interpretations. */
export function decimalReadings(readings: Readings, plan: ImportPlan): DecimalReading[] {
  const open = openColumns(readings, plan.roles);
  if (open.length === 0 || certainMark(readings, plan.roles) !== null) return [];
  const raw = unsureCell(readings, open);
  return (['.', ','] as const).map((mark) => ({
    mark,
    ...provenBy(readings, open, mark),
    example: { raw, read: asNumber(raw, mark) },
    worthMinor: plan.kind === 'orders' ? salesOf(readings, { ...plan, decimal: mark, decimalSaid: true }) : null,
  }));
}

function salesOf(readings: Readings, plan: ImportPlan): number {
  const { part, worth } = interpret(readings, plan);
  return worth.reduce((sum, minor, row) => (part[row] === SALE_ROW ? sum + minor : sum), 0);
}

/** Different cells of the columns that only one mark explains. */
function provenBy(readings: Readings, columns: readonly number[], mark: '.' | ','): Pick<DecimalReading, 'cells' | 'proof'> {
  let cells = 0;
  let proof: string | null = null;
  for (const column of columns) {
    const numbers = readings.numbers(column, '.');
    cells += mark === '.' ? numbers.points : numbers.commas;
    const { texts } = readings.table.columns[column]!;
    for (let code = 0; code < texts.size && cells > 0 && proof === null; code++)
      if (numbers.state[code] === OK && parseDecimal(texts.get(code), '.')?.mark === mark) proof = texts.get(code).trim();
  }
  return { cells, proof };
}

/** The first cell that could be either. */
function unsureCell(readings: Readings, columns: readonly number[]): string {
  const { texts } = readings.table.columns[columns[0]!]!;
  for (let code = 0; code < texts.size; code++) if (parseDecimal(texts.get(code), '.')?.mark === 'unsure') return texts.get(code).trim();
  return '';
}

function asNumber(raw: string, mark: '.' | ','): number {
  const decimal = parseDecimal(raw, mark);
  return decimal ? decimal.mantissa / 10 ** decimal.scale : NaN;
}
