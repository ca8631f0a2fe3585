import type { Kind, RowOf } from '@kehu/domain/catalogue/kind';
import type { RecordRow } from '../records/encode.js';

/** Rows of one kind, to be inserted in the order in which batches come. */
export interface Batch {
  readonly kind: Kind;
  readonly rows: readonly RecordRow[];
}

/** A row about to be written: properties of the kind, and its id; what is left out is null. */
export type NewRow<K extends Kind> = Partial<RowOf<K>> & { readonly id: string };
