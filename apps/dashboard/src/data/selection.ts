import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { Kind } from '@kehu/domain/catalogue/kind';
import type { Rights } from './rights';

/**
 * The GraphQL selection of a kind for the wanted fields, without those that the person may not see: one
 * forbidden name would refuse the whole request.
 *
 * A wanted name is a field (`name`), a relation (`owner`: its id and title), or a path (`region.code`).
 * Times are asked for in the organisation's zone, so that they can be shown as they come.
 */
export function selectionOf(kind: Kind, wanted: readonly string[], rights: Rights): string {
  const parts = new Map<string, Set<string>>();
  for (const path of ['id', ...wanted]) {
    const [name = '', ...rest] = path.split('.');
    if (!rights.seesField(kind, name)) continue;
    const inner = parts.get(name) ?? new Set<string>();
    const field = kind.fields[name];
    if (field?.is === 'toOne') inner.add(rest.length ? rest.join('.') : titleOf(kindNamed(field.target)));
    parts.set(name, inner);
  }
  return [...parts].map(([name, inner]) => selected(kind, name, [...inner], rights)).join(' ');
}

function selected(kind: Kind, name: string, inner: readonly string[], rights: Rights): string {
  const field = kind.fields[name];
  if (field?.is === 'toOne') return `${name} { ${selectionOf(kindNamed(field.target), inner, rights)} }`;
  return field?.type === 'dateTime' ? `${name}(in: ORGANISATION)` : name;
}

/** The field that names a record of the kind to a person. */
export function titleOf(kind: Kind): string {
  return kind.title;
}

/** Every field of a kind that a page about one record shows: all but those of the import's own bookkeeping. */
export function allFields(kind: Kind): string[] {
  return Object.keys(kind.fields);
}
