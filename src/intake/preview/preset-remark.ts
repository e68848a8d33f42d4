import type { ImportPlan } from '../../terms/plan';
import type { Remark } from '../../terms/preview';
import { headerWords } from '../cells/header-words';
import { presetNamed } from '../meaning/preset-of';
import { remark } from './remark-of';

/** What a known export reads in a column that has no meaning of its own; null for columns that are not read. */
export function presetRemark(plan: ImportPlan, index: number): Remark | null {
  const preset = presetNamed(plan.preset);
  if (!preset) return null;
  const name = headerWords(plan.header[index]!);
  if (preset.less?.includes(name)) return remark('preset-less');
  if (preset.plus?.includes(name)) return remark('preset-plus');
  if (preset.off?.includes(name)) return remark('preset-off');
  if (name === preset.only?.column || name === preset.refundRows?.column) return remark('preset-sort');
  if (name === preset.refundRows?.of) return remark('preset-of');
  const statuses = [preset.cancelledWhenFilled, preset.refundedWhenTrue, preset.furtherStatus];
  return statuses.includes(name) ? remark('preset-status') : null;
}
