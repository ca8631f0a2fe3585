import 'reflect-metadata';
import type { Label } from '@kehu/domain/catalogue/labels';
import type { GraphQLScalarType } from 'graphql';
import { Arg, Field, InputType, ObjectType, Query, Resolver, registerEnumType } from 'type-graphql';

/** A class that type-graphql knows as an object or input type. */
export type TypeClass = new () => object;
/** An enum: its values by name. */
export type EnumObject = Readonly<Record<string, string>>;
export type TypeRef = TypeClass | GraphQLScalarType | EnumObject;
/** A type, or a list of one (`[Order!]`). Thunks, since kinds refer to each other. */
export type TypeThunk = () => TypeRef | [TypeRef];

export interface ArgumentSpec {
  readonly type: TypeThunk;
  readonly required?: true;
  readonly default?: unknown;
  readonly label?: Label;
}

export interface FieldSpec {
  readonly type: TypeThunk;
  /** Absent: the field may be null. */
  readonly required?: true;
  readonly label?: Label;
  readonly args?: Readonly<Record<string, ArgumentSpec>>;
}

export type FieldSpecs = Readonly<Record<string, FieldSpec>>;

/** Texts by schema coordinate (`Order.total`, `Query.orders.where`), for introspection in each language. */
export type Descriptions = Map<string, Label>;

/**
 * Declares GraphQL types by calling type-graphql's decorators as functions on classes made here.
 * Names are looked up when the schema is built, so that types may refer to each other in circles.
 */
export class Declarations {
  readonly descriptions: Descriptions = new Map();
  private readonly classes = new Map<string, TypeClass>();
  private readonly enums = new Map<string, EnumObject>();

  /** A reference to a type that is or will be declared under this name. */
  ref(name: string): () => TypeRef {
    return () => {
      const found = this.classes.get(name) ?? this.enums.get(name);
      if (!found) throw new Error(`No GraphQL type named ${name} has been declared.`);
      return found;
    };
  }

  has(name: string): boolean {
    return this.classes.has(name) || this.enums.has(name);
  }

  enum(
    name: string,
    values: readonly string[],
    text?: Label,
    valueTexts?: Readonly<Record<string, Label>>,
  ): void {
    if (this.enums.has(name)) return;
    const object: EnumObject = Object.fromEntries(values.map((value) => [value, value]));
    const valuesConfig: Record<string, { description: string }> = {};
    for (const value of values) {
      const label = valueTexts?.[value];
      if (label) valuesConfig[value] = { description: this.describe(`${name}.${value}`, label) };
    }
    registerEnumType(object, { name, ...this.described(name, text), valuesConfig });
    this.enums.set(name, object);
  }

  object(name: string, fields: FieldSpecs, text?: Label): void {
    const target = this.define(name);
    // Plain fields are read by the executor itself; no function is called for them.
    ObjectType(name, { simpleResolvers: true, ...this.described(name, text) })(target);
    for (const [fieldName, field] of Object.entries(fields)) this.outputField(name, target, fieldName, field);
  }

  input(name: string, fields: FieldSpecs, text?: Label): void {
    const target = this.define(name);
    InputType(name, this.described(name, text))(target);
    for (const [fieldName, field] of Object.entries(fields)) {
      Field(field.type, {
        nullable: field.required !== true,
        ...this.described(`${name}.${fieldName}`, field.label),
      })(target.prototype, fieldName);
    }
  }

  /** A resolver class with one query per field; its methods are replaced when the schema is built. */
  queries(fields: FieldSpecs): TypeClass {
    const target = named('CatalogueQueries');
    Resolver()(target);
    for (const [fieldName, field] of Object.entries(fields)) {
      const method = placeholder(target, fieldName);
      this.arguments(`Query.${fieldName}`, target, fieldName, field);
      Query(field.type, {
        nullable: field.required !== true,
        ...this.described(`Query.${fieldName}`, field.label),
      })(target.prototype, fieldName, method);
    }
    return target;
  }

  private outputField(typeName: string, target: TypeClass, name: string, field: FieldSpec): void {
    const options = {
      nullable: field.required !== true,
      ...this.described(`${typeName}.${name}`, field.label),
    };
    if (!field.args) {
      Field(field.type, options)(target.prototype, name);
      return;
    }
    const method = placeholder(target, name);
    this.arguments(`${typeName}.${name}`, target, name, field);
    Field(field.type, options)(target.prototype, name, method);
  }

  private arguments(coordinate: string, target: TypeClass, fieldName: string, field: FieldSpec): void {
    for (const [index, [name, spec]] of Object.entries(field.args ?? {}).entries()) {
      Arg(name, spec.type, {
        nullable: spec.required !== true,
        ...('default' in spec ? { defaultValue: spec.default } : {}),
        ...this.described(`${coordinate}.${name}`, spec.label),
      })(target.prototype, fieldName, index);
    }
  }

  private define(name: string): TypeClass {
    if (this.has(name)) throw new Error(`The GraphQL type ${name} is declared twice.`);
    const target = named(name);
    this.classes.set(name, target);
    return target;
  }

  private described(coordinate: string, text: Label | undefined): { description?: string } {
    return text ? { description: this.describe(coordinate, text) } : {};
  }

  private describe(coordinate: string, text: Label): string {
    this.descriptions.set(coordinate, text);
    return text['zh-Hans'];
  }
}

function named(name: string): TypeClass {
  return { [name]: class {} }[name] as TypeClass;
}

/** Fields with arguments are methods for type-graphql; reading replaces them by `readResolvers`. */
function placeholder(target: TypeClass, name: string): TypedPropertyDescriptor<() => never> {
  const descriptor = {
    configurable: true,
    writable: true,
    enumerable: false,
    value: (): never => {
      throw new Error(`${target.name}.${name} has no resolver.`);
    },
  };
  Object.defineProperty(target.prototype, name, descriptor);
  return descriptor;
}
