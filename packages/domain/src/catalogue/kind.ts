import type { Column, Derived, Field, ToOne } from './fields.js';
import { dateTime, integer, text } from './fields.js';
import { type Label, label } from './labels.js';

/** The departments' folders, in `domain`, `api` and `dashboard` alike. */
export type DepartmentFolder =
  | 'administration'
  | 'banking'
  | 'complaints'
  | 'customers'
  | 'key-accounts'
  | 'platform'
  | 'service-desk'
  | 'targets';

export type Fields = Readonly<Record<string, Field>>;

/**
 * One kind of record: everything that the API, the dashboard, the importer, the docs and the tests
 * know about it. A field is declared here and nowhere else.
 */
export interface Kind<F extends Fields = Fields> {
  /** `Order`; the GraphQL type. */
  readonly name: string;
  /** `orders`; the GraphQL list. The single record is the name in camelCase. */
  readonly plural: string;
  readonly table: string;
  readonly department: DepartmentFolder;
  /** The column of the permission matrices that decides about this kind (dossier B3–B6). */
  readonly subject: string;
  /** The to-one relation that leads to the whole that this is a part of; rows follow the whole's row policy. */
  readonly partOf?: string;
  readonly label: Label;
  readonly note?: Label;
  readonly fields: F;
  /** Chains that people ask for, as lists: `orderLines: ['orders', 'lines']`. */
  readonly through: Readonly<Record<string, { readonly path: readonly string[]; readonly label: Label }>>;
  readonly defaultOrder: readonly { readonly field: string; readonly direction: 'ASC' | 'DESC' }[];
  /** The field that names a record to a person. */
  readonly title: string;
  /** Whether an import may write it; such kinds have `source` and `sourceKey`. */
  readonly importable: boolean;
}

/** Fields that every kind has. */
export const commonFields = {
  createdAt: dateTime(label('创建时间', '建立時間', 'Created at'), { system: true }),
  updatedAt: dateTime(label('更新时间', '更新時間', 'Updated at'), { system: true }),
  version: integer(label('版本', '版本', 'Version'), {
    system: true,
    note: label(
      '每次修改加一；提交修改时须带上所见的版本',
      '每次修改加一；送出修改時須帶上所見的版本',
      'Grows by one with each change; a change names the version it saw',
    ),
  }),
} satisfies Fields;

/** Fields of kinds that can be imported: together the key of the import. */
export const sourceFields = {
  source: text(label('来源', '來源', 'Source'), {
    optional: true,
    max: 40,
    system: true,
    note: label(
      '导入方案的名称；在本系统录入的为空',
      '匯入方案的名稱；在本系統輸入的為空',
      'The import profile; empty when entered here',
    ),
  }),
  sourceKey: text(label('来源编号', '來源編號', 'Source key'), { optional: true, max: 190, system: true }),
} satisfies Fields;

interface KindOptions<F extends Fields> {
  readonly plural: string;
  readonly table: string;
  readonly department: DepartmentFolder;
  readonly subject: string;
  readonly partOf?: keyof F & string;
  readonly label: Label;
  readonly note?: Label;
  readonly fields: F;
  readonly through?: Kind['through'];
  readonly defaultOrder?: Kind['defaultOrder'];
  readonly title: (keyof F & string) | 'id';
  readonly importable?: boolean;
}

/** Declares a kind; the common fields are added to its own. */
export function kind<F extends Fields>(
  name: string,
  options: KindOptions<F>,
): Kind<F & typeof commonFields & Partial<typeof sourceFields>> {
  const importable = options.importable ?? false;
  return {
    through: {},
    defaultOrder: [{ field: 'id', direction: 'DESC' }],
    ...options,
    name,
    importable,
    fields: { ...options.fields, ...commonFields, ...(importable ? sourceFields : {}) },
  };
}

type ValueOf<C> = C extends Column<infer Value> ? Value : never;
type ColumnNames<F> = { [K in keyof F]: F[K] extends Column ? K : never }[keyof F];
type RelationNames<F> = { [K in keyof F & string]: F[K] extends ToOne ? K : never }[keyof F & string];

/** The row of a kind as the commands write it: columns by name, relations as `<name>Id`. */
export type RowOf<K extends Kind> = { id: string } & {
  [N in ColumnNames<K['fields']>]: ValueOf<K['fields'][N]>;
} & { [N in RelationNames<K['fields']> as `${N}Id`]: string | null };

/** The SQL name of a field: `orderedAt` → `ordered_at`, a relation `owner` → `owner_id`. */
export function columnName(name: string, field: Column | ToOne): string {
  const snake = name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);
  return field.is === 'toOne' ? `${snake}_id` : snake;
}

/** Whether a field has a column of its own. */
export function isStored(field: Field): field is Column | ToOne {
  return field.is !== 'derived';
}

export type { Column, Derived, Field, ToOne };
