import { fixedDate, ROC, ROC_YEARS, type DateParts } from './date-forms';
import { clockBehind } from './parse-clock';

const MARKED = /^(\d{2,3})([-/.年])\s?(\d{1,2})[-/.月]\s?(\d{1,2})日?(?:[T\s]\s*(.+))?$/;
const COMPACT = /^(\d{2,3})(\d{2})(\d{2})$/;

/** Whether the name of a column says that its years are those of the Republic of China. */
export function namesRepublic(name: string): boolean {
  return /民國|民国|\bROC\b|minguo/i.test(name);
}

/** A date whose year is known to be one of the Republic: 99/12/31, 113.03.05, 1130305; null when it has another form. */
export function rocParts(cell: string): DateParts | null {
  if (cell.length > 60) return null;
  const text = cell.normalize('NFKC').trim();
  const marked = MARKED.exec(text);
  const second = clockBehind(marked?.[5]);
  if (marked && second !== null) return fixedDate(ROC, [Number(marked[1]) + ROC_YEARS, Number(marked[3]), Number(marked[4])], second);
  const compact = COMPACT.exec(text);
  return compact && fixedDate(ROC, [Number(compact[1]) + ROC_YEARS, Number(compact[2]), Number(compact[3])], -1);
}
