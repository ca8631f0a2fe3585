import type { Action, Disclosure, Permission, Scope } from './permission.js';
import type { Role } from './roles.js';
import type { SubjectName } from './subjects.js';

/** Letters of dossier B2 and four of our own: V reveal, N count only, I import, T perform. */
export const actionOf: Readonly<Record<string, Action>> = {
  C: 'CREATE',
  R: 'READ',
  U: 'UPDATE',
  A: 'APPROVE',
  T: 'PERFORM',
  V: 'REVEAL',
  N: 'COUNT',
  I: 'IMPORT',
};

export const scopeOf: Readonly<Record<string, Scope>> = {
  o: 'OWN',
  t: 'TEAM',
  s: 'STORE',
  d: 'DEPARTMENT',
  g: 'REGION',
  c: 'ASSIGNED',
  '*': 'ALL',
};

/** A cell that needs more than its letters. */
export interface CellWith {
  readonly cell: string;
  readonly basis?: string;
  readonly disclosure?: Disclosure;
  /** `Kind.field` or `Kind.*`; a kind that is not named stays closed. */
  readonly onlyFields?: readonly string[];
}

export type Cell = string | CellWith | readonly (string | CellWith)[];
export type Matrix = Readonly<Partial<Record<Role, Readonly<Partial<Record<SubjectName, Cell>>>>>>;

/**
 * Reads a matrix as permission rows. A cell is written as in the dossier: `CRU:s V:o` is create,
 * read and update in the own store and reveal of own records. Identifiers are masked unless a cell
 * says otherwise (dossier C, P1 "masked by default"); analysts get personal names masked too. Whoever
 * approves something reads it within the same scope, whether the cell says so or not.
 * Throws on a letter that means nothing, since a matrix comes from code.
 */
export function permissionRows(basis: string, matrix: Matrix): Permission[] {
  const rows: Permission[] = [];
  for (const [role, cells] of Object.entries(matrix) as [Role, NonNullable<Matrix[Role]>][]) {
    for (const [subject, cell] of Object.entries(cells)) {
      const parts = Array.isArray(cell) ? cell : [cell as string | CellWith];
      for (const part of parts) rows.push(...cellRows(basis, role, subject, part));
    }
  }
  return rows;
}

function cellRows(basis: string, role: Role, subject: string, part: string | CellWith): Permission[] {
  const options: CellWith = typeof part === 'string' ? { cell: part } : part;
  const standard: Disclosure = role === 'ANALYST' ? 'DEIDENTIFIED' : 'MASKED';
  return options.cell.split(' ').flatMap((group) => {
    const [letters = '', reach = ''] = group.split(':');
    const scope = scopeOf[reach];
    if (!scope || letters === '')
      throw new Error(`Cell "${options.cell}" of ${role} × ${subject}: no scope.`);
    const implied = letters.includes('A') && !letters.includes('R') ? `R${letters}` : letters;
    return [...implied].map((letter): Permission => {
      const action = actionOf[letter];
      if (!action)
        throw new Error(`Cell "${options.cell}" of ${role} × ${subject}: "${letter}" is no action.`);
      return {
        role,
        subject,
        action,
        scope,
        disclosure: options.disclosure ?? standard,
        basis: options.basis ?? basis,
        ...(options.onlyFields ? { onlyFields: options.onlyFields } : {}),
      };
    });
  });
}
