import { investigationHead } from '@kehu/domain/complaints/document-vocabularies';
import type { Row } from './file';

/** The items of an investigation in the order of the six heads (R4.10). */
export function inOrder(items: readonly Row[]): readonly Row[] {
  const place = (item: Row) => (investigationHead.codes as readonly unknown[]).indexOf(item.head);
  return [...items].sort((a, b) => place(a) - place(b));
}

/** Of these fields those that say something in at least one row. */
export function filledNames(names: readonly string[], rows: readonly Row[]): readonly string[] {
  return names.filter((name) =>
    rows.some((row) => row[name] !== null && row[name] !== undefined && row[name] !== ''),
  );
}
