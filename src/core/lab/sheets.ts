import { changeSheet, type ChangeNumbers, type ChangeSheet } from './change-sheet';
import { clvSheet, type ClvNumbers, type ClvSheet } from './clv-sheet';
import { contractSheet, type ContractNumbers, type ContractSheet } from './contract-sheet';
import { npsSheet, type NpsNumbers, type NpsSheet } from './nps-sheet';
import { retentionSheet, type RetentionNumbers, type RetentionSheet } from './retention-sheet';

/** The sheets of the formula lab: typed numbers and what comes of them, by name. */
export interface LabSheets {
  retention: { numbers: RetentionNumbers; result: RetentionSheet };
  change: { numbers: ChangeNumbers; result: ChangeSheet };
  nps: { numbers: NpsNumbers; result: NpsSheet | null };
  clv: { numbers: ClvNumbers; result: ClvSheet };
  contract: { numbers: ContractNumbers; result: ContractSheet };
}

/** One sheet to be worked out. */
export type LabQuestion = { [K in keyof LabSheets]: { sheet: K; numbers: LabSheets[K]['numbers'] } }[keyof LabSheets];
export type LabResult = LabSheets[keyof LabSheets]['result'];

const SHEETS: { [K in keyof LabSheets]: (numbers: LabSheets[K]['numbers']) => LabSheets[K]['result'] } = {
  retention: retentionSheet,
  change: changeSheet,
  nps: npsSheet,
  clv: clvSheet,
  contract: contractSheet,
};

/** Works a sheet out. */
export function labResult({ sheet, numbers }: LabQuestion): LabResult {
  return (SHEETS[sheet] as (numbers: LabQuestion['numbers']) => LabResult)(numbers);
}
