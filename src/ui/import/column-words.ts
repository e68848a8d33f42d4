import type { ImportPlan } from '../../terms/plan';
import type { ColumnGlance } from '../../terms/preview';
import { MONEY_ROLES, type Role } from '../../terms/role';
import { i18n } from '../../i18n/i18n.svelte';

/** What a column is called: its heading, or its place where there is none. */
export function columnName(column: Pick<ColumnGlance, 'header' | 'index'>, plan: Pick<ImportPlan, 'dialect'>): string {
  return plan.dialect.header && column.header ? column.header : i18n.t('columns.unnamed', { number: column.index + 1 });
}

/** Name of a role in a kind of file; money carries the sign of the currency. */
export function roleName(role: Role, { kind, currency }: Pick<ImportPlan, 'kind' | 'currency'>): string {
  const own = `role.${role}.${kind}`;
  const name = i18n.t(i18n.has(own) ? own : `role.${role}`);
  return MONEY_ROLES.includes(role) && currency.code
    ? i18n.t('columns.role.money', { role: name, symbol: currencySymbol(currency.code) })
    : name;
}

/** The short sign of a currency, £ for GBP; the code itself where there is none. */
function currencySymbol(code: string): string {
  const parts = new Intl.NumberFormat('en', { style: 'currency', currency: code, currencyDisplay: 'narrowSymbol' }).formatToParts(0);
  return parts.find((part) => part.type === 'currency')?.value ?? code;
}

/** A value as written, and after an arrow as read where that differs. */
export function exampleText({ raw, read }: ColumnGlance['examples'][number]): string {
  const shown = raw.trim();
  if (read === null || String(read) === shown || saysTheSame(shown, read)) return shown;
  return `${shown} → ${String(read)}`;
}

/** Whether the reading only dropped zeros, signs of currency or the time of day: no arrow is worth its place then. */
function saysTheSame(raw: string, read: string | number): boolean {
  if (typeof read === 'number') return Number(raw.replace(/[^\d.-]/g, '')) === read;
  return /^\d{4}-\d\d-\d\d$/.test(read) && raw.startsWith(read);
}

/** The one remark under a column. */
export function columnRemark(column: ColumnGlance): string {
  const { code = '', facts } = column.remark ?? {};
  const key = code === 'zero-and-below' && facts?.below === 0 ? 'remark.zero' : `remark.${code}`;
  if (column.remark && i18n.has(key)) return i18n.t(key, column.remark.facts);
  if (column.filled === 0) return i18n.t('columns.empty');
  if (column.role === 'ignore') return i18n.t('columns.ignored');
  if (column.distinct === 1 && column.filled === 1) return i18n.t('columns.same');
  return i18n.t('columns.distinct', { count: column.distinct });
}
