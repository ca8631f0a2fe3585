import type { Field } from '@kehu/domain/catalogue/fields';
import type { Kind } from '@kehu/domain/catalogue/kind';
import { type Label, label } from '@kehu/domain/catalogue/labels';
import type { ReadField, ReadFieldType, ReadKind, ReadModel, ReadRelation } from '@kehu/query/model';
import {
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  type GraphQLScalarType,
  GraphQLString,
} from 'graphql';
import { DateScalar, DateTimeScalar, DecimalScalar, JsonScalar, MonthScalar } from './scalars.js';

/** A stored or derived field of a kind as the schema shows it. */
export interface SchemaField {
  readonly read: ReadField;
  readonly text: Label;
  /** Name of the enum type, for fields with a vocabulary. */
  readonly enumName: string | null;
}

export interface SchemaRelation {
  readonly read: ReadRelation;
  readonly text: Label;
}

/** One kind with everything that the type builders ask for: the catalogue's words beside the engine's model. */
export interface SchemaKind {
  readonly name: string;
  /** `order`: the query for one record. */
  readonly single: string;
  readonly plural: string;
  readonly text: Label;
  readonly fields: readonly SchemaField[];
  readonly toOne: readonly SchemaRelation[];
  /** Lists, through lists included. */
  readonly toMany: readonly SchemaRelation[];
}

export const scalars: Readonly<Record<Exclude<ReadFieldType, 'enum'>, GraphQLScalarType>> = {
  id: GraphQLID,
  text: GraphQLString,
  boolean: GraphQLBoolean,
  integer: GraphQLInt,
  decimal: DecimalScalar,
  double: GraphQLFloat,
  dateTime: DateTimeScalar,
  date: DateScalar,
  month: MonthScalar,
  json: JsonScalar,
};

export const isNumber = (type: ReadFieldType): boolean =>
  type === 'integer' || type === 'decimal' || type === 'double';

/** Encrypted values and free-form content stand in no order, group or measure for anybody. */
export const isComparable = ({ read }: SchemaField): boolean => !read.encrypted && read.type !== 'json';

const idText = label('编号', '編號', 'Id');

/** The kinds of a catalogue with the labels of both sides of every relation. */
export function schemaKinds(catalogue: readonly Kind[], model: ReadModel): SchemaKind[] {
  return catalogue.map((kind) => {
    const read = model.kinds.get(kind.name);
    if (!read) throw new Error(`The read model lacks ${kind.name}.`);
    const relations = [...read.relations.values()].map((relation) => ({
      read: relation,
      text: relationText(catalogue, kind, relation),
    }));
    return {
      name: kind.name,
      single: kind.name.charAt(0).toLowerCase() + kind.name.slice(1),
      plural: kind.plural,
      text: withNote(kind.label, kind.note),
      fields: fieldsOf(kind, read),
      toOne: relations.filter((relation) => relation.read.is === 'one'),
      toMany: relations.filter((relation) => relation.read.is !== 'one'),
    };
  });
}

function fieldsOf(kind: Kind, read: ReadKind): SchemaField[] {
  return [...read.fields.values()].map((field) => {
    const declared = kind.fields[field.name];
    if (!declared || declared.is === 'toOne') return { read: field, text: idText, enumName: null };
    return {
      read: field,
      text: fieldText(declared),
      enumName: (declared.is === 'column' && declared.vocabulary?.name) || null,
    };
  });
}

const protections: Readonly<Record<string, Label>> = {
  name: label(
    '个人姓名：对去标识化的读者打码',
    '個人姓名：對去識別化的讀者遮蔽',
    'A personal name: masked for de-identified readers',
  ),
  identifier: label(
    '标识信息：打码显示，查看完整号码须说明理由并留痕',
    '識別資訊：遮蔽顯示，檢視完整號碼須說明理由並留存紀錄',
    'An identifier: shown masked; revealed with a reason, on record',
  ),
  secret: label(
    '商业秘密：须有相应权限',
    '商業秘密：須有相應權限',
    'A business secret: needs the right to see such',
  ),
};

/** Label, 口径 and protection of a field. */
function fieldText(field: Field): Label {
  return withNote(withNote(field.label, field.note), protections[field.protection]);
}

export function withNote(text: Label, note: Label | undefined): Label {
  if (!note) return text;
  return {
    'zh-Hans': `${text['zh-Hans']}。${note['zh-Hans']}`,
    'zh-Hant': `${text['zh-Hant']}。${note['zh-Hant']}`,
    en: `${text.en}. ${note.en}`,
  };
}

function relationText(catalogue: readonly Kind[], kind: Kind, relation: ReadRelation): Label {
  const own = kind.fields[relation.name];
  if (own?.is === 'toOne') return withNote(own.label, own.note);
  const through = kind.through[relation.name];
  if (through) return through.label;
  const other = catalogue.find(({ name }) => name === relation.target);
  const holder = Object.values(other?.fields ?? {}).find(
    (field) => field.is === 'toOne' && field.target === kind.name && field.inverse === relation.name,
  );
  if (!other || holder?.is !== 'toOne') throw new Error(`${kind.name}.${relation.name} has no other side.`);
  return holder.inverseLabel ?? withNote(other.label, holder.label);
}
