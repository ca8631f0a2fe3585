import { columnName, type Kind } from '@kehu/domain/catalogue/kind';

/** The column of a relation or field in SQL. */
export function sqlColumn(kind: Kind, name: string): string {
  const field = kind.fields[name];
  if (!field || field.is === 'derived') throw new Error(`${kind.name} has no column for ${name}.`);
  return columnName(name, field);
}
