import type { SelectedField } from './arguments.js';
import type { KindPolicy, ReadPolicy } from './policy.js';

/**
 * The shape of a value: everything that decides about the SQL text, without the values that become
 * parameters. Two requests of the same shape share one plan.
 */
export function shapeOf(value: unknown): string {
  if (value === null) return 'n';
  if (value === undefined) return 'u';
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (typeof value !== 'object' || value instanceof Date) return 's';
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    if (value.every((item) => typeof item !== 'object' || item === null)) return 'l';
    return `[${value.map(shapeOf).join(',')}]`;
  }
  let text = '{';
  for (const key of Object.keys(value)) {
    const inner = (value as Record<string, unknown>)[key];
    // The other field of a column-against-column comparison is part of the SQL.
    text += `${JSON.stringify(key)}:${key.endsWith('Field') ? JSON.stringify(inner) : shapeOf(inner)},`;
  }
  return `${text}}`;
}

/** Arguments: the filter by its shape, everything else as it stands. */
export function argumentShape(args: Readonly<Record<string, unknown>>, whole: boolean): string {
  let text = '';
  for (const key of Object.keys(args)) {
    text += `${key}=${key === 'where' && !whole ? shapeOf(args[key]) : JSON.stringify(args[key])};`;
  }
  return text;
}

const selections = new WeakMap<readonly SelectedField[], string>();

/** The shape of a selection; remembered for as long as the selection is. */
export function selectionShape(selection: readonly SelectedField[]): string {
  const known = selections.get(selection);
  if (known !== undefined) return known;
  let text = '';
  for (const field of selection) {
    text += field.key === field.name ? field.name : `${field.key}:${field.name}`;
    const aggregate = field.name.endsWith('Aggregate');
    for (const _ in field.arguments) {
      text += `(${argumentShape(field.arguments, aggregate)})`;
      break;
    }
    if (field.selection.length > 0) text += `{${selectionShape(field.selection)}}`;
    text += ' ';
  }
  selections.set(selection, text);
  return text;
}

const policies = new WeakMap<ReadPolicy, string>();

/**
 * The shape of a policy: two actors whose policies have the same shape share plans, never values.
 * `implied` is what the values, compared with each other, let a plan leave out.
 */
export function policyShape(
  policy: ReadPolicy,
  implied: (policy: ReadPolicy) => ReadonlySet<string>,
): string {
  const known = policies.get(policy);
  if (known !== undefined) return known;
  let text = `${JSON.stringify(policy.limits)}|${[...implied(policy)].sort().join(' ')}`;
  for (const [name, kind] of policy.kinds) text += `|${name}${kindShape(kind)}`;
  policies.set(policy, text);
  return text;
}

function kindShape({ grants, restrictions, countsOnly }: KindPolicy): string {
  const granted = grants.map(
    (g) => `${g.disclosure[0]}${shapeOf(g.where)}${g.hidden ? [...g.hidden].sort().join(',') : ''}`,
  );
  return `${granted.join('+')}-${restrictions.map(shapeOf).join('+')}-${countsOnly ? JSON.stringify(countsOnly) : ''}`;
}
