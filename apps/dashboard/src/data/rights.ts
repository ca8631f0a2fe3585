import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { Kind } from '@kehu/domain/catalogue/kind';
import type { Right } from '../app/boot/session';

/**
 * What the signed-in person may do, for menus, columns and buttons. It hides what would be refused; the
 * refusing is the server's.
 */
export interface Rights {
  /** Rows of the kind may be opened. */
  reads(kind: Kind): boolean;
  /** Rows of the kind may be counted, opened or not. */
  counts(kind: Kind): boolean;
  may(action: string, subject: string): boolean;
  /** The same, and for more than what is one's own. */
  mayBeyondOwn(action: string, subject: string): boolean;
  /** The same, for every record. */
  mayForAll(action: string, subject: string): boolean;
  /** The field may be selected; a relation only when its target may be read. */
  seesField(kind: Kind, name: string): boolean;
  /** The field may stand in filters and sorts: it is masked in none of the person's grants. */
  usesField(kind: Kind, name: string): boolean;
  /** The field may be filtered by; a masked number by its whole value only. */
  filtersField(kind: Kind, name: string): boolean;
}

/** Kinds of which a second subject opens some rows: whoever explained a refusal reads that reply (R4.7). */
const alsoUnder: Readonly<Record<string, string>> = { CustomerReply: 'notAcceptedReply' };

export function rightsOf(list: readonly Right[]): Rights {
  const of = (kind: Kind, action: string) =>
    list.filter(
      (right) =>
        right.action === action &&
        (right.subject === kind.subject || (action === 'READ' && right.subject === alsoUnder[kind.name])),
    );
  const reads = (kind: Kind) =>
    of(kind, 'READ').some(
      (right) => right.fields === null || right.fields.some((each) => each.startsWith(`${kind.name}.`)),
    );
  const may = (action: string, subject: string) =>
    list.some((right) => right.subject === subject && right.action === action);

  const scopes = (action: string, subject: string) =>
    list.flatMap((right) => (right.subject === subject && right.action === action ? [right.scope] : []));

  function seesField(kind: Kind, name: string): boolean {
    if (name === 'id') return true;
    const field = kind.fields[name];
    if (!field) return false;
    if (field.is === 'toOne' && !reads(kindNamed(field.target))) return false;
    // The union of the grants: one without a list of fields opens them all.
    return of(kind, 'READ').some((right) => opens(right, kind, name));
  }

  function usesField(kind: Kind, name: string): boolean {
    const field = kind.fields[name];
    if (!field || !seesField(kind, name)) return name === 'id';
    const shown = of(kind, 'READ').map((right) => right.disclosure);
    if (field.protection === 'identifier') return shown.every((each) => each === 'PLAIN');
    return field.protection !== 'name' || !shown.includes('DEIDENTIFIED');
  }

  return {
    reads,
    counts: (kind) => reads(kind) || of(kind, 'COUNT').length > 0,
    may,
    mayBeyondOwn: (action, subject) => scopes(action, subject).some((scope) => scope !== 'OWN'),
    mayForAll: (action, subject) => scopes(action, subject).includes('ALL'),
    seesField,
    usesField,
    filtersField(kind, name) {
      const field = kind.fields[name];
      const hashed = field?.is === 'column' && field.encrypted === true;
      return usesField(kind, name) || (hashed && seesField(kind, name));
    },
  };
}

/** Fields of a grant are written `Kind.field` or `Kind.*`; without a list all are open. */
function opens(right: Right, kind: Kind, name: string): boolean {
  if (right.fields === null) return true;
  return right.fields.some((each) => each === `${kind.name}.${name}` || each === `${kind.name}.*`);
}
