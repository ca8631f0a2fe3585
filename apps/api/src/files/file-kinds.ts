import { catalogue } from '@kehu/domain/catalogue/catalogue';
import type { Kind } from '@kehu/domain/catalogue/kind';

/** A kind of files, and the record to which its files belong. */
export interface FileKind {
  readonly kind: Kind;
  /** The relation to the record: `complaint`. */
  readonly parent: string;
  readonly parentKind: string;
}

/** Every kind whose records are files: parts of a whole that name their content by its hash. */
export const fileKinds: readonly FileKind[] = catalogue.flatMap((kind) => {
  const parent = kind.partOf;
  const relation = parent === undefined ? undefined : kind.fields[parent];
  return parent !== undefined && relation?.is === 'toOne' && Object.hasOwn(kind.fields, 'sha256')
    ? [{ kind, parent, parentKind: relation.target }]
    : [];
});
