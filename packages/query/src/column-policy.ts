import type { Compilation } from './compilation.js';
import type { ReadField, ReadKind } from './model.js';
import type { ReadGrant } from './policy.js';

/** Whether a grant shows the field's values as they are. */
export function showsPlain(grant: ReadGrant, field: ReadField): boolean {
  if (grant.hidden?.has(field.name)) return false;
  if (field.protection === 'identifier') return grant.disclosure === 'PLAIN';
  if (field.protection === 'name') return grant.disclosure !== 'DEIDENTIFIED';
  return true;
}

/** The field and the fields that it is computed from. */
function withBases(kind: ReadKind, field: ReadField): ReadField[] {
  const { derived } = field;
  if (!derived) return [field];
  const names =
    derived.op === 'daysBetween'
      ? [derived.from, derived.to, ...(derived.less === undefined ? [] : [derived.less])]
      : [derived.left, derived.right];
  return [field, ...names.flatMap((name) => kind.fields.get(name) ?? [])];
}

/** Which grants (by index) show a field plainly, and which show it at all (perhaps masked). */
export function showingGrants(
  c: Compilation,
  kind: ReadKind,
  field: ReadField,
): { plain: number[]; shown: number[]; all: boolean } {
  const { grants } = c.kindPolicy(kind.name);
  const fields = withBases(kind, field);
  const indexes = [...grants.keys()];
  const plain = indexes.filter((i) => fields.every((f) => showsPlain(grants[i] as ReadGrant, f)));
  // A number computed from something masked would tell it; such a field has no mask, it is not shown.
  const shown = field.derived ? plain : indexes.filter((i) => !grants[i]?.hidden?.has(field.name));
  return { plain, shown, all: plain.length === grants.length };
}

/**
 * A field may be used in filters, sorts, groups and numbers only by whoever sees it plainly in every
 * row that he sees; otherwise comparing would tell what the mask hides. `exact` is the comparison
 * of an encrypted field's hash, for which the whole value must be known already.
 */
export function requireUse(
  c: Compilation,
  kind: ReadKind,
  field: ReadField,
  use: 'filter' | 'exact' | 'order' | 'group' | 'number',
  path: string,
): void {
  const name = `${kind.name}.${field.name}`;
  const { shown, all } = showingGrants(c, kind, field);
  const { grants } = c.kindPolicy(kind.name);
  if (use === 'exact' && field.encrypted) {
    if (shown.length < grants.length) c.refuse('fieldForbidden', name, path);
    return;
  }
  if (!all) c.refuse('fieldForbidden', name, path);
  else if (field.encrypted && use !== 'filter') c.refuse('encryptedUnusable', name, path);
}
