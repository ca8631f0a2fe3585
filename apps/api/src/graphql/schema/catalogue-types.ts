import { catalogue } from '@kehu/domain/catalogue/catalogue';
import type { Kind } from '@kehu/domain/catalogue/kind';
import type { Vocabulary } from '@kehu/domain/catalogue/vocabulary';
import { readModel } from '../../records/read-model.js';
import { declareAggregate, declareAggregateInputs, declareMeasureInputs } from './aggregate-types.js';
import { Declarations, type Descriptions, type FieldSpec, type TypeClass } from './declare.js';
import { type SchemaKind, schemaKinds } from './kinds.js';
import { declareObject, declarePage, declarePageInfo, rootFields } from './object-types.js';
import { declareGroupBy, declareOrderBy, declareSharedEnums } from './order-inputs.js';
import { declareEnumOperators, declareOperators, declareWhere } from './where-inputs.js';

/** The catalogue as type-graphql classes. */
export interface CatalogueTypes {
  readonly kinds: readonly SchemaKind[];
  /** The resolver class that carries the queries of every kind. */
  readonly queries: TypeClass;
  readonly declarations: Declarations;
  readonly descriptions: Descriptions;
}

let built: CatalogueTypes | null = null;

/** Declares every type of every kind; once per process, since type-graphql keeps what is declared. */
export function catalogueTypes(): CatalogueTypes {
  built ??= declareCatalogue(catalogue);
  return built;
}

function declareCatalogue(kinds: readonly Kind[]): CatalogueTypes {
  const to = new Declarations();
  const described = schemaKinds(kinds, readModel(kinds));
  declareSharedEnums(to);
  declareOperators(to);
  declareMeasureInputs(to);
  declarePageInfo(to);
  for (const vocabulary of vocabulariesOf(kinds)) {
    to.enum(vocabulary.name, vocabulary.codes, undefined, vocabulary.labels);
    declareEnumOperators(to, vocabulary.name);
  }
  const queries: Record<string, FieldSpec> = {};
  for (const kind of described) {
    declareObject(to, kind);
    declarePage(to, kind);
    declareWhere(to, kind);
    declareOrderBy(to, kind);
    declareGroupBy(to, kind);
    declareAggregate(to, kind);
    declareAggregateInputs(to, kind);
    Object.assign(queries, rootFields(to, kind));
  }
  return { kinds: described, queries: to.queries(queries), declarations: to, descriptions: to.descriptions };
}

/** The vocabularies that fields use, by name. */
export function vocabulariesOf(kinds: readonly Kind[]): Vocabulary[] {
  const found = new Map<string, Vocabulary>();
  for (const kind of kinds) {
    for (const field of Object.values(kind.fields)) {
      if (field.is !== 'column' || !field.vocabulary) continue;
      const known = found.get(field.vocabulary.name);
      if (known && known !== field.vocabulary) {
        throw new Error(`Two vocabularies are named ${field.vocabulary.name}.`);
      }
      found.set(field.vocabulary.name, field.vocabulary);
    }
  }
  return [...found.values()];
}
