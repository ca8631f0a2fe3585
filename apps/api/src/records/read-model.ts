import { maskPersonalName, maskValue } from '@kehu/domain/access/masks';
import { catalogue } from '@kehu/domain/catalogue/catalogue';
import type { Column, Field } from '@kehu/domain/catalogue/fields';
import { columnName, type Kind } from '@kehu/domain/catalogue/kind';
import type { ReadField, ReadKind, ReadModel, ReadRelation } from '@kehu/query/model';

/** The catalogue as the read engine understands it. Inverse lists appear on the other side here. */
export function readModel(kinds: readonly Kind[] = catalogue): ReadModel {
  const model = new Map<string, ReadKind & { relations: Map<string, ReadRelation> }>();
  for (const kind of kinds) {
    model.set(kind.name, {
      name: kind.name,
      plural: kind.plural,
      table: kind.table,
      fields: fieldsOf(kind),
      relations: new Map(),
      defaultOrder: kind.defaultOrder,
    });
  }
  for (const kind of kinds) {
    for (const [name, field] of Object.entries(kind.fields)) {
      if (field.is !== 'toOne') continue;
      const column = columnName(name, field);
      model.get(kind.name)?.relations.set(name, { is: 'one', name, target: field.target, column });
      if (!field.inverse) continue;
      const other = model.get(field.target);
      if (!other)
        throw new Error(`${kind.name}.${name} points to ${field.target}, which is not in the catalogue.`);
      if (other.relations.has(field.inverse) || other.fields.has(field.inverse)) {
        throw new Error(`${field.target}.${field.inverse} is declared twice.`);
      }
      other.relations.set(
        field.inverse,
        field.inverseOne
          ? { is: 'one', name: field.inverse, target: kind.name, foreignColumn: column }
          : { is: 'many', name: field.inverse, target: kind.name, foreignColumn: column },
      );
    }
  }
  for (const kind of kinds) {
    for (const [name, { path }] of Object.entries(kind.through)) {
      model
        .get(kind.name)
        ?.relations.set(name, { is: 'through', name, path, target: endOf(model, kind.name, path) });
    }
  }
  return { kinds: model };
}

function endOf(model: ReadonlyMap<string, ReadKind>, start: string, path: readonly string[]): string {
  return path.reduce((kind, step) => {
    const relation = model.get(kind)?.relations.get(step);
    if (!relation) throw new Error(`${kind} has no relation ${step}.`);
    return relation.target;
  }, start);
}

function fieldsOf(kind: Kind): Map<string, ReadField> {
  const fields = new Map<string, ReadField>([
    ['id', { name: 'id', type: 'id', nullable: false, column: 'id', protection: 'plain' }],
  ]);
  for (const [name, field] of Object.entries(kind.fields)) {
    if (field.is !== 'toOne') fields.set(name, readField(name, field));
  }
  return fields;
}

function readField(name: string, field: Exclude<Field, { is: 'toOne' }>): ReadField {
  const shared = {
    name,
    type: field.type,
    nullable: field.nullable,
    protection: field.protection,
    ...(field.protectedWhen ? { protectedWhen: field.protectedWhen } : {}),
  };
  if (field.is === 'derived')
    return {
      ...shared,
      derived: field.formula,
      ...(field.scale === undefined ? {} : { scale: field.scale }),
    };
  const column = columnName(name, field);
  return {
    ...shared,
    ...(field.encrypted
      ? { encrypted: { cipher: `${column}_cipher`, hash: `${column}_hash`, mask: `${column}_mask` } }
      : { column }),
    ...(field.searchable ? { foldedColumn: `${column}_folded` } : {}),
    ...(field.sorted ? { sortColumn: `${column}_sort` } : {}),
    ...(field.type === 'decimal' ? { scale: field.scale ?? 4 } : {}),
    ...(field.vocabulary ? { codes: field.vocabulary.codes } : {}),
    ...maskOf(field),
  };
}

function maskOf(field: Column): Pick<ReadField, 'mask'> {
  const { mask } = field;
  if (field.protection === 'name') return { mask: maskPersonalName };
  return mask && !field.encrypted ? { mask: (value) => maskValue(mask, value) } : {};
}
