import type { Column } from '@kehu/domain/catalogue/fields';
import { columnName, isStored, type Kind } from '@kehu/domain/catalogue/kind';

/** Longest text kept in the row itself. */
const longestVarchar = 4000;

/** The columns of a kind's table as SQL, by name; the migrations are checked against it. */
export function columnDefinitions(kind: Kind): Map<string, string> {
  const columns = new Map([['id', 'BIGINT NOT NULL']]);
  for (const [name, field] of Object.entries(kind.fields)) {
    if (!isStored(field)) continue;
    const column = columnName(name, field);
    const rest = field.nullable ? 'NULL' : 'NOT NULL';
    if (field.is === 'toOne') {
      columns.set(column, `BIGINT ${rest}`);
    } else if (field.encrypted) {
      columns.set(`${column}_cipher`, `VARBINARY(320) ${rest}`);
      columns.set(`${column}_hash`, `VARBINARY(33) ${rest}`);
      columns.set(`${column}_mask`, `VARCHAR(${field.max ?? 200}) ${rest}`);
    } else {
      const type = columnType(field);
      columns.set(column, `${type} ${rest}`);
      if (field.searchable) columns.set(`${column}_folded`, `${type} ${rest}`);
      if (field.sorted) columns.set(`${column}_sort`, `VARCHAR(190) ${rest}`);
    }
  }
  return columns;
}

function columnType(field: Column): string {
  switch (field.type) {
    case 'id':
      return 'BIGINT';
    case 'text':
      return (field.max ?? 200) > longestVarchar ? 'MEDIUMTEXT' : `VARCHAR(${field.max ?? 200})`;
    case 'enum':
      return 'VARCHAR(40)';
    case 'boolean':
      return 'TINYINT(1)';
    case 'integer':
      return 'INT';
    case 'decimal':
      return `DECIMAL(18,${field.scale ?? 4})`;
    case 'double':
      return 'DOUBLE';
    case 'dateTime':
      return 'DATETIME(3)';
    case 'date':
      return 'DATE';
    case 'month':
      return 'CHAR(7)';
    case 'json':
      return 'JSON';
  }
}

/**
 * The statement that creates a kind's table: columns, primary key, an index for each relation,
 * the import key, foreign keys for the relations without which a row makes no sense.
 */
export function createTable(kind: Kind, extra: readonly string[] = []): string {
  const lines = [...columnDefinitions(kind)].map(([name, type]) => `\`${name}\` ${type}`);
  lines.push('PRIMARY KEY (id)');
  for (const [name, field] of Object.entries(kind.fields)) {
    if (field.is !== 'toOne') continue;
    const column = columnName(name, field);
    lines.push(`KEY ${kind.table}_${column} (${column})`);
    if (!field.nullable) lines.push(`FOREIGN KEY (${column}) REFERENCES {${field.target}} (id)`);
  }
  if (kind.importable) lines.push(`UNIQUE KEY ${kind.table}_source (source, source_key)`);
  lines.push(...extra);
  return `CREATE TABLE IF NOT EXISTS ${kind.table} (\n  ${lines.join(',\n  ')}\n) ENGINE=InnoDB`;
}
