import type { RoleLimits } from '@kehu/domain/access/role-limits';
import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { Kind } from '@kehu/domain/catalogue/kind';
import type { Language } from '@kehu/domain/catalogue/labels';
import { message } from '@kehu/domain/messages/message';
import type { SelectedField } from '@kehu/query/arguments';
import { selectionOf } from '@kehu/query/selection';
import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  getOperationAST,
  getVariableValues,
  Kind as NodeKind,
} from 'graphql';
import { badInput } from '../commands/errors.js';
import { Companions } from '../graphql/companions.js';
import { Documents } from '../graphql/documents.js';
import { limitProblem } from '../graphql/limits.js';
import { catalogueTypes } from '../graphql/schema/catalogue-types.js';
import { buildSchema, builtSchema } from '../graphql/schema.js';

/** What is exported: the rows of one list, or the groups of one aggregate. */
export interface ExportQuestion {
  readonly kind: Kind;
  readonly is: 'list' | 'aggregate';
  readonly args: Readonly<Record<string, unknown>>;
  /** The document itself sets how many groups it wants. */
  readonly limited: boolean;
  /** As written, with labels of codes (`stateLabel`): what the columns are made of. */
  readonly written: readonly SelectedField[];
  /** As the read engine takes it. */
  readonly selection: readonly SelectedField[];
}

/** Groups of one aggregate; more are refused, not cut. */
export const mostGroups = 5000;

let made: { schema: GraphQLSchema; documents: Documents; companions: Companions } | null = null;

/** The server's own schema; where no server runs (the operator's tool), the catalogue's queries alone. */
function exportSchema() {
  const schema = builtSchema() ?? buildSchema([]).schema;
  if (made?.schema !== schema) {
    made = { schema, documents: new Documents(schema), companions: new Companions(catalogueTypes().kinds) };
  }
  return made;
}

/**
 * Reads the document of an export: one operation with one list or aggregate at its root, within the
 * person's limits. Throws BAD_USER_INPUT that names what is wrong.
 */
export function parseExport(
  text: string,
  variables: Readonly<Record<string, unknown>>,
  limits: RoleLimits,
  language: Language,
): ExportQuestion {
  const { schema, documents } = exportSchema();
  const known = documents.get(text);
  if (!('document' in known)) throw badQuery(known.syntaxError?.message ?? '');
  const over = limitProblem(known.shape, known.tokens, limits);
  if (over) throw badQuery(message(over.key, over.values, language));
  const [invalid] = known.problems() as readonly GraphQLError[];
  if (invalid) throw badQuery(invalid.message);
  const operation = getOperationAST(known.document);
  if (operation?.operation !== 'query') throw notOneList();
  const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  if (coerced.errors) throw badQuery(coerced.errors[0]?.message ?? '', 'variables');
  const [root, ...others] = operation.selectionSet.selections;
  if (root?.kind !== NodeKind.FIELD || others.length > 0) throw notOneList();
  const fragments = Object.fromEntries(
    known.document.definitions.flatMap((d) =>
      d.kind === NodeKind.FRAGMENT_DEFINITION ? [[d.name.value, d]] : [],
    ),
  );
  return question(schema, root, { fragments, variableValues: coerced.coerced });
}

function question(
  schema: GraphQLSchema,
  root: FieldNode,
  rest: { fragments: Record<string, FragmentDefinitionNode>; variableValues: Record<string, unknown> },
): ExportQuestion {
  const found = catalogueTypes().kinds.find(
    ({ plural }) => root.name.value === plural || root.name.value === `${plural}Aggregate`,
  );
  const field = schema.getQueryType()?.getFields()[root.name.value];
  if (!found || !field) throw notOneList();
  const is = root.name.value === found.plural ? 'list' : 'aggregate';
  const selected = selectionOf({ ...rest, schema, fieldNodes: [root], returnType: getNamedType(field.type) });
  const written = is === 'list' ? (selected.find(({ name }) => name === 'items')?.selection ?? []) : selected;
  if (written.length === 0) throw badInput({ path: 'query', message: 'export.noColumns' });
  const args = getArgumentValues(field, root, rest.variableValues);
  const limited = root.arguments?.some(({ name }) => name.value === 'limit') ?? false;
  return {
    kind: kindNamed(found.name),
    is,
    limited,
    // An export is whole: the default that keeps answers short does not cut it.
    args: is === 'aggregate' && !limited ? { ...args, limit: mostGroups } : args,
    written,
    selection: exportSchema().companions.without(written),
  };
}

function badQuery(problem: string, path = 'query') {
  return badInput({ path, message: 'export.badQuery', values: { problem } });
}

function notOneList() {
  return badInput({ path: 'query', message: 'export.notOneList' });
}
