import { FIELDS } from '../../terms/fields';
import type { Part } from '../../terms/part';
import type { ImportPlan } from '../../terms/plan';
import type { Question } from '../../terms/preview';
import { brokenIdColumns } from '../meaning/broken-id-columns';
import { isMarkOpen } from '../meaning/decimal-marks';
import { pointsWay } from './points-records';
import type { Readings } from '../cells/readings';
import { openDays } from '../meaning/record-dates';
import { refusalOf } from '../meaning/refusal-of';

/** What is still to be decided before records can be kept. */
export function recordQuestions(readings: Readings, plan: ImportPlan, parts: readonly Part[]): Question[] {
  const has = (...roles: readonly ImportPlan['roles'][number][]): boolean => roles.some((role) => plan.roles.includes(role));
  const questions: Question[] = [];
  if (refusalOf(plan) !== null) questions.push('refused');
  const personal = plan.kind === 'customers' || plan.kind === 'points' || plan.kind === 'contacts';
  if (personal && !has('customer', 'email', 'phone', 'customer-name')) questions.push('role-customer');
  if (plan.kind === 'answers' && !has('score', 'comment')) questions.push('role-score');
  if (plan.kind === 'points' && pointsWay(plan) === null) questions.push('role-points');
  if (plan.kind === 'feedback' && !tellsFeedback(plan)) questions.push('role-score');
  if (plan.kind === 'contacts' && !tellsContact(plan)) questions.push('role-contact');
  if (openDays(readings, plan).length > 0) questions.push('date-order');
  if (isMarkOpen(readings, plan)) questions.push('decimal-mark');
  if (plan.rules.brokenIds !== 'accept' && brokenIdColumns(readings, plan).length > 0) questions.push('broken-ids');
  if (!parts.some((part) => part.code === 'record')) questions.push('no-usable-rows');
  return questions;
}

/** A case needs a day, or something that it is about. */
function tellsFeedback({ roles }: ImportPlan): boolean {
  return (['date', 'topic', 'comment', 'score', 'severity', 'status', 'closed', 'delivered'] as const).some((role) => roles.includes(role));
}

function tellsContact({ roles }: ImportPlan): boolean {
  const about = FIELDS.contacts
    .map((field) => field.role)
    .filter((role) => !['customer', 'customer-name', 'email', 'phone', 'channel', 'cost'].includes(role));
  return about.some((role) => roles.includes(role));
}
