import { PERSON_ROLES } from '../../terms/fields';
import type { Refusal } from '../../terms/part';
import type { ImportPlan } from '../../terms/plan';
import { presetNamed } from './preset-of';

/** What a file is when it can be no import by itself; null for most. A system that names no buyers is refused until a column does. */
export function refusalOf(plan: ImportPlan): Refusal | null {
  const preset = presetNamed(plan.preset);
  if (!preset) return plan.kind === 'orders' && plan.roles.length === 1 && plan.roles[0] === 'ignore' ? 'values-only' : null;
  if (preset.refusal) return preset.refusal;
  const named = PERSON_ROLES.some((role) => plan.roles.includes(role));
  return preset.nobody && !named ? preset.nobody : null;
}
