import { existsSync, openAsBlob } from 'node:fs';
import { basename, join } from 'node:path';
import { stageFile, type StagedFile } from '../../src/intake/stage-file';
import { AppError } from '../../src/terms/app-error';
import { dayFromYmd } from '../../src/terms/day';
import type { Part } from '../../src/terms/part';
import type { ImportPlan } from '../../src/terms/plan';
import type { Role } from '../../src/terms/role';

export const TODAY = dayFromYmd(2026, 10, 1);
export const DATA = process.env.LIUKE_DATA ?? '../shared/data';

/** Whether a file of the shared test data is there. */
export function hasData(file: string): boolean {
  const there = existsSync(join(DATA, file));
  if (!there) console.info(`${file} is not here: its test is skipped`);
  return there;
}

export async function stageData(file: string): Promise<StagedFile> {
  return stage(await openAsBlob(join(DATA, file)), undefined, undefined, basename(file));
}

/** Stages text or bytes that a test wrote itself. */
export async function stage(
  content: string | Uint8Array<ArrayBuffer> | Blob,
  wanted?: Pick<ImportPlan, 'encoding' | 'dialect'>,
  recalled?: ImportPlan,
  name = 'orders.csv',
): Promise<StagedFile> {
  const blob = content instanceof Blob ? content : new Blob([content]);
  return stageFile(
    blob,
    name,
    TODAY,
    async () => recalled,
    () => undefined,
    wanted,
  );
}

/** The code and facts with which a file is refused. */
export async function refusal(content: string | Uint8Array<ArrayBuffer> | Blob): Promise<{ code: string; facts: object }> {
  try {
    await stage(content);
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, facts: error.facts };
    throw error;
  }
  return { code: 'read without complaint', facts: {} };
}

/** Rows and worth by part, e.g. `{ sale: [3, 1200] }`. */
export function partsAsRecord(parts: readonly Part[]): Record<string, [number, number]> {
  return Object.fromEntries(parts.map((part) => [part.code, [part.rows, part.worthMinor]]));
}

/** The roles that were given, by header. */
export function rolesByHeader(plan: ImportPlan): Record<string, Role> {
  return Object.fromEntries(plan.header.map((name, i) => [name, plan.roles[i]!] as const).filter(([, role]) => role !== 'ignore'));
}

/** A plan with other meanings for some columns, by position. */
export function withRoles(plan: ImportPlan, roles: Record<number, Role>): ImportPlan {
  return { ...plan, roles: plan.roles.map((role, i) => roles[i] ?? role) };
}

export function sumOfRows(parts: readonly Part[]): number {
  return parts.reduce((sum, part) => sum + part.rows, 0);
}
