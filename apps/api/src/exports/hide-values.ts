import { catalogue } from '@kehu/domain/catalogue/catalogue';
import { type ASTNode, parse, print, stripIgnoredCharacters, visit } from 'graphql';

type Variables = Readonly<Record<string, unknown>>;

/** What is written where a value stood. */
const hidden = '***';

/** Names of fields that hold names of persons or identifiers in some kind of record. */
const personal: ReadonlySet<string> = new Set(
  catalogue.flatMap(({ fields }) =>
    Object.entries(fields).flatMap(([name, { protection }]) =>
      protection === 'identifier' || protection === 'name' ? [name] : [],
    ),
  ),
);

/**
 * The question of an export as the log may keep it: the log is read by people who may not see customers
 * (privacy officer) or not their numbers (everybody else), so that what personal fields were compared
 * with is left out; null when there is nothing of the kind. The question itself is kept sealed.
 */
export function withoutPersonalValues(
  query: string,
  variables: Variables,
): { readonly query: string; readonly variables: Variables } | null {
  const named = new Set<string>();
  let found = false;
  const hide = <Node extends ASTNode>(node: Node): Node =>
    visit(node, {
      StringValue: (text) => {
        found = true;
        return { ...text, value: hidden, block: false };
      },
      Variable: (variable) => {
        named.add(variable.name.value);
      },
    });
  const shown = visit(parse(query), {
    ObjectField: (field) => (personal.has(field.name.value) ? hide(field) : undefined),
  });
  const cleaned = visit(shown, {
    VariableDefinition: (definition) =>
      named.has(definition.variable.name.value) && definition.defaultValue
        ? { ...definition, defaultValue: hide(definition.defaultValue) }
        : undefined,
  });
  const mask = (value: unknown, inside: boolean): unknown => {
    if (typeof value === 'string' && inside) {
      found = true;
      return hidden;
    }
    if (Array.isArray(value)) return value.map((item) => mask(item, inside));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, mask(inner, inside || personal.has(name))]),
    );
  };
  const values = Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [name, mask(value, named.has(name))]),
  );
  return found ? { query: stripIgnoredCharacters(print(cleaned)), variables: values } : null;
}
