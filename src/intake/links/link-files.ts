import type { ImportPlan } from '../../terms/plan';
import { keyRoleOf, type KeyRole } from '../meaning/key-role';
import { isSettledBy, overlapOf, type KeyedColumn, type Overlap } from './join-tables';
import type { Readings } from '../cells/readings';

/** A file that was dropped with others, under the plan of its own columns. */
export interface LinkedFile {
  file: number;
  name: string;
  readings: Readings;
  plan: ImportPlan;
}

/** Share of the different keys of the smaller side that both sides must have. */
const ENOUGH = 0.5;

/** What the columns of a file are keys of, by column. */
export function keyRoles({ name, plan }: Pick<LinkedFile, 'name' | 'plan'>): (KeyRole | null)[] {
  return plan.header.map((header, column) => keyRoleOf(plan.roles[column]!, header, name));
}

/** A column as keys; order numbers and the like keep their letters, keys of people are compared without regard to those of e-mails. */
export function keyed(readings: Readings, column: number, role: KeyRole): KeyedColumn {
  const keys = readings.keys(column, role === 'customer' ? 'customer' : 'order');
  return { keys, codes: readings.table.columns[column]!.codes.view() };
}

/** Where a file can be asked: its column of keys, and how the keys asked for fit to it. */
export interface Link {
  role: KeyRole;
  /** Column of the asking table. */
  here: number;
  /** Column of the file that is asked. */
  there: number;
  asked: KeyedColumn;
  answering: KeyedColumn;
  overlap: Overlap;
}

/**
 * Finds the columns of two tables that hold the same keys: both are keys of the same thing by meaning or by name, and at least half of
 * the different keys of the smaller side stand on the other. Remembers what was compared, because files are linked again after each
 * change of a plan.
 */
export class LinkFinder {
  readonly #overlaps = new WeakMap<object, WeakMap<object, Overlap>>();
  readonly #settled = new WeakMap<object, Map<number, boolean>>();

  /** Links from columns of a table to those of a file, the fullest first. */
  links(readings: Readings, roles: readonly (KeyRole | null)[], other: LinkedFile): Link[] {
    const theirs = keyRoles(other);
    const links: Link[] = [];
    roles.forEach((role, here) => {
      if (role === null) return;
      theirs.forEach((their, there) => {
        if (their !== role) return;
        const asked = keyed(readings, here, role);
        const answering = keyed(other.readings, there, role);
        const overlap = this.#overlap(asked, answering);
        if (isEnough(overlap)) links.push({ role, here, there, asked, answering, overlap });
      });
    });
    return links.sort((a, b) => shareOf(b.overlap) - shareOf(a.overlap));
  }

  /** Whether each key that is asked for has one value in a column at most. */
  isSettled({ answering }: Link, { readings }: LinkedFile, column: number): boolean {
    const { codes } = readings.table.columns[column]!;
    let known = this.#settled.get(answering.keys);
    if (!known) this.#settled.set(answering.keys, (known = new Map()));
    if (!known.has(column)) known.set(column, isSettledBy(answering, codes.view()));
    return known.get(column)!;
  }

  #overlap({ keys: here }: KeyedColumn, { keys: there }: KeyedColumn): Overlap {
    let known = this.#overlaps.get(here);
    if (!known) this.#overlaps.set(here, (known = new WeakMap()));
    let overlap = known.get(there);
    if (!overlap) known.set(there, (overlap = overlapOf(here, there)));
    return overlap;
  }
}

/** Share of the different keys of the smaller side that the other side has. */
export function shareOf({ common, here, all }: Overlap): number {
  return common / Math.max(1, Math.min(here, all));
}

function isEnough(overlap: Overlap): boolean {
  return overlap.common > 0 && shareOf(overlap) >= ENOUGH;
}
