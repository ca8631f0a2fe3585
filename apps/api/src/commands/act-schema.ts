import 'reflect-metadata';
import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { Kind } from '@kehu/domain/catalogue/kind';
import { type Label, label } from '@kehu/domain/catalogue/labels';
import { type GraphQLResolveInfo, GraphQLString } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../context.js';
import type { ResolverClass } from '../departments/department.js';
import { readContext } from '../graphql/read-resolvers.js';
import { catalogueTypes } from '../graphql/schema/catalogue-types.js';
import type { ArgumentSpec, FieldSpecs, TypeThunk } from '../graphql/schema/declare.js';
import { scalars } from '../graphql/schema/kinds.js';
import { selectedFields } from '../graphql/selected-fields.js';
import type { ActInput, Command } from './command.js';
import { withInstants } from './local-instants.js';
import { perform } from './run.js';

/** What a payload carries beside the record; the record itself is read by its id. */
export interface ActAnswer {
  readonly recordId: string | null;
  readonly told: readonly unknown[];
  readonly next: unknown;
  readonly [more: string]: unknown;
}

/** A mutation that runs a command. */
export interface ActSpec<Input extends ActInput = never, Outcome = unknown> {
  readonly command: Command<Input, Outcome>;
  readonly label: Label;
  readonly input: FieldSpecs;
  /** The kind of record that comes back; null when there is none. */
  readonly returns: string | null;
  readonly more?: FieldSpecs;
  /** Id of the record that comes back, what is expected next, and values of `more`, from the outcome. */
  answer?(outcome: Outcome, input: Input, context: RequestContext): Partial<ActAnswer>;
}

/** Any other root field: its arguments, its type, and what answers it. */
export interface RootSpec {
  readonly name: string;
  readonly label: Label;
  readonly args: Readonly<Record<string, ArgumentSpec>>;
  readonly type: TypeThunk;
  readonly nullable?: boolean;
  resolve(args: Readonly<Record<string, unknown>>, context: RequestContext): Promise<unknown>;
}

/** Input fields from the catalogue: the same types and words as the kind's own fields. */
export function inputFields(
  kindName: string,
  names: readonly string[],
  required: readonly string[] = [],
): FieldSpecs {
  const kind = kindNamed(kindName);
  const specs: Record<string, FieldSpecs[string]> = {};
  for (const name of names) {
    const field = kind.fields[name];
    if (!field || field.is === 'derived') throw new Error(`${kindName} has no field ${name} to write.`);
    const property = field.is === 'toOne' ? `${name}Id` : name;
    specs[property] = {
      type: field.is === 'toOne' ? () => scalars.id : typeOf(kind, name),
      label: field.label,
      ...(required.includes(name) ? { required: true as const } : {}),
    };
  }
  return specs;
}

function typeOf(kind: Kind, name: string): TypeThunk {
  const field = kind.fields[name];
  if (field?.is !== 'column') throw new Error(`${kind.name}.${name} is no column.`);
  const { type, vocabulary } = field;
  if (type === 'enum') return catalogueTypes().declarations.ref(vocabulary?.name ?? '');
  return () => scalars[type];
}

const idLabel = label('记录编号', '紀錄編號', 'Id of the record');
/** The record that is changed and the version that the person saw. */
export const versioned: FieldSpecs = {
  id: { type: () => scalars.id, required: true, label: idLabel },
  expectedVersion: {
    type: () => scalars.integer,
    required: true,
    label: label('所见的版本', '所見的版本', 'The version that was seen'),
  },
};
export const reasonField = (required: boolean): FieldSpecs => ({
  reason: {
    type: () => GraphQLString,
    label: label('原因', '原因', 'Reason'),
    ...(required ? { required: true as const } : {}),
  },
});

const keyField: FieldSpecs = {
  idempotencyKey: {
    type: () => GraphQLString,
    label: label(
      '同一人同一操作以同一键重复提交，只执行一次',
      '同一人同一操作以同一鍵重複送出，只執行一次',
      'The same act with the same key is done once',
    ),
  },
};

let shared = false;

/** Types that every payload uses: who was told, and what is expected now. */
function declareShared(): void {
  if (shared) return;
  shared = true;
  const { declarations } = catalogueTypes();
  declarations.object(
    'Told',
    {
      name: { type: () => GraphQLString, required: true, label: label('姓名', '姓名', 'Name') },
      via: { type: () => GraphQLString, required: true, label: label('方式', '方式', 'Via') },
    },
    label('已通知的人', '已通知的人', 'Somebody who was told'),
  );
  declarations.object(
    'NextAct',
    {
      action: { type: () => GraphQLString, required: true, label: label('操作', '操作', 'Act') },
      label: { type: () => GraphQLString, required: true, label: label('名称', '名稱', 'In words') },
      by: { type: () => GraphQLString, label: label('由谁', '由誰', 'By whom') },
      dueAt: { type: () => scalars.dateTime, label: label('期限', '期限', 'Due at') },
    },
    label('下一步', '下一步', 'What is expected next'),
  );
}

/** Mutations from their specs: input and payload types, and the resolver classes that carry them. */
export function actResolvers(name: string, acts: readonly ActSpec[]): ResolverClass[] {
  declareShared();
  const target = named(`${name}Acts`);
  Resolver()(target);
  const payloads = acts.map((spec) => declareAct(target, spec));
  return [target, ...payloads];
}

function declareAct(target: ResolverClass, spec: ActSpec): ResolverClass {
  const { declarations } = catalogueTypes();
  const { command, returns } = spec;
  const type = `${command.name.charAt(0).toUpperCase()}${command.name.slice(1)}`;
  declarations.input(`${type}Input`, { ...spec.input, ...keyField });
  const record = returns ? returns.charAt(0).toLowerCase() + returns.slice(1) : null;
  const told = declarations.ref('Told');
  declarations.object(`${type}Payload`, {
    told: { type: () => [told()], required: true },
    next: { type: declarations.ref('NextAct') },
    ...spec.more,
  });
  root(target, Mutation, {
    name: command.name,
    label: spec.label,
    args: { input: { type: declarations.ref(`${type}Input`), required: true } },
    type: declarations.ref(`${type}Payload`),
    async resolve(args, context) {
      // Type-graphql hands over an instance of the input class; commands take plain data.
      const input = { ...(args.input as object) } as never;
      const outcome = await perform(command, input, context);
      const answer: ActAnswer = {
        recordId: null,
        told: [],
        next: null,
        ...spec.answer?.(outcome, input, context),
      };
      return answer;
    },
  });
  return recordReader(`${type}Payload`, record && returns ? { field: record, kind: returns } : null);
}

/** The record of a payload: read by the engine, from the primary, as the person may see it after the act. */
function recordReader(payload: string, record: { field: string; kind: string } | null): ResolverClass {
  const { declarations } = catalogueTypes();
  const target = named(`${payload}Record`);
  Resolver(declarations.ref(payload) as never)(target);
  if (!record) return target;
  const method = define(
    target,
    record.field,
    (parent: ActAnswer, context: RequestContext, info: GraphQLResolveInfo) => {
      if (parent.recordId === null) return null;
      const reading = { ...readContext(context), primary: true };
      return context.services.engine.one(record.kind, parent.recordId, selectedFields(info), reading);
    },
  );
  Root()(target.prototype, record.field, 0);
  Ctx()(target.prototype, record.field, 1);
  Info()(target.prototype, record.field, 2);
  FieldResolver(declarations.ref(record.kind) as never, { nullable: true })(
    target.prototype,
    record.field,
    method as never,
  );
  return target;
}

/** Queries and mutations that are no commands. */
export function rootResolvers(
  name: string,
  queries: readonly RootSpec[],
  mutations: readonly RootSpec[] = [],
): ResolverClass {
  const target = named(`${name}Roots`);
  Resolver()(target);
  for (const spec of queries) root(target, Query, spec);
  for (const spec of mutations) root(target, Mutation, spec);
  return target;
}

function root(target: ResolverClass, kind: typeof Query | typeof Mutation, spec: RootSpec): void {
  const { descriptions } = catalogueTypes();
  const owner = kind === Query ? 'Query' : 'Mutation';
  const names = Object.keys(spec.args);
  const method = define(
    target,
    spec.name,
    (context: RequestContext, info: GraphQLResolveInfo, ...values: unknown[]) => {
      const given = Object.fromEntries(names.map((name, at) => [name, values[at]]));
      return spec.resolve(kind === Query ? given : instantsOf(given, info, context), context);
    },
  );
  Ctx()(target.prototype, spec.name, 0);
  Info()(target.prototype, spec.name, 1);
  for (const [at, name] of names.entries()) {
    const arg = spec.args[name];
    if (!arg) continue;
    // Inputs are checked against the catalogue by the command, which names every bad field at once.
    Arg(name, arg.type, {
      nullable: arg.required !== true,
      validate: false,
      ...(arg.label ? { description: arg.label['zh-Hans'] } : {}),
    })(target.prototype, spec.name, at + 2);
    if (arg.label) descriptions.set(`${owner}.${spec.name}.${name}`, arg.label);
  }
  descriptions.set(`${owner}.${spec.name}`, spec.label);
  kind(spec.type as never, { nullable: spec.nullable === true, description: spec.label['zh-Hans'] })(
    target.prototype,
    spec.name,
    method as never,
  );
}

/** The arguments of an act with every time as an instant; the read engine reads those of questions itself. */
function instantsOf(
  given: Readonly<Record<string, unknown>>,
  { parentType, fieldName }: GraphQLResolveInfo,
  { organisation }: RequestContext,
): Readonly<Record<string, unknown>> {
  const args = parentType.getFields()[fieldName]?.args ?? [];
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => {
      const type = args.find((arg) => arg.name === name)?.type;
      return [name, type ? withInstants(value, type, organisation.zone) : value];
    }),
  );
}

function named(name: string): ResolverClass {
  return { [name]: class {} }[name] as ResolverClass;
}

function define(
  target: ResolverClass,
  name: string,
  value: (...values: never[]) => unknown,
): PropertyDescriptor {
  const descriptor = { configurable: true, writable: true, enumerable: false, value };
  Object.defineProperty(target.prototype, name, descriptor);
  return descriptor;
}
