import { catalogue } from '@kehu/domain/catalogue/catalogue';
import type { Kind } from '@kehu/domain/catalogue/kind';
import { EntitySchema, type EntitySchemaColumnOptions } from 'typeorm';
import { tableColumns } from './bulk.js';
import type { StoredRow } from './encode.js';
import { columnDefinitions } from './schema-sql.js';

/**
 * TypeORM's view of a kind's table: its stored columns, one to one, made from the catalogue. Values
 * are those of `encodeRow`; TypeORM converts nothing, so that neither a time zone nor a JSON shape can
 * change on the way. The schema belongs to the migrations; TypeORM never synchronises it.
 */
export function entityOf(kind: Kind): EntitySchema<StoredRow> {
  const definitions = columnDefinitions(kind);
  const columns: Record<string, EntitySchemaColumnOptions> = {};
  for (const name of tableColumns(kind)) {
    columns[name] = {
      name,
      type: plainType(definitions.get(name) ?? ''),
      primary: name === 'id',
      nullable: !(definitions.get(name) ?? '').includes('NOT NULL'),
    };
  }
  return new EntitySchema<StoredRow>({ name: kind.name, tableName: kind.table, columns });
}

/** Types that TypeORM passes through: times, dates and JSON arrive as the text that is stored. */
function plainType(definition: string): 'varchar' | 'bigint' | 'int' | 'tinyint' | 'double' | 'varbinary' {
  const word = /^\w+/.exec(definition)?.[0]?.toLowerCase();
  switch (word) {
    case 'bigint':
    case 'int':
    case 'tinyint':
    case 'double':
    case 'varbinary':
      return word;
    default:
      return 'varchar';
  }
}

/** An entity for every kind of the catalogue. */
export const entities: readonly EntitySchema<StoredRow>[] = catalogue.map(entityOf);
