import type { Kind } from '@kehu/domain/catalogue/kind';
import type { RecordRow } from '../records/encode.js';
import { badInput, type FieldProblem } from './errors.js';
import { checkId, checkValue } from './validate-value.js';

export interface CheckOptions {
  /** The fields that an act may write, by name; relations by their own name. All others are refused. */
  readonly fields: readonly string[];
  /** A change names only what it changes; a creation must name everything that is required. */
  readonly partial: boolean;
  /** Where the fields stand in the input: `contact.`. */
  readonly path?: string;
}

/**
 * The fields of an input as a row that may be stored; relations are given and returned as
 * `<name>Id`. Throws BAD_USER_INPUT with every bad field at once.
 */
export function checkRow(
  kind: Kind,
  input: Readonly<Record<string, unknown>>,
  options: CheckOptions,
): RecordRow {
  const { row, problems } = checkFields(kind, input, options);
  if (problems.length > 0) throw badInput(...problems);
  return row;
}

/** As `checkRow`, with the problems handed back, for acts that add rules of their own before they answer. */
export function checkFields(
  kind: Kind,
  input: Readonly<Record<string, unknown>>,
  options: CheckOptions,
): { row: Record<string, unknown>; problems: FieldProblem[] } {
  const row: Record<string, unknown> = {};
  const problems: FieldProblem[] = [];
  const prefix = options.path ?? '';
  const known = new Set<string>();
  for (const name of options.fields) {
    const field = kind.fields[name];
    if (!field || field.is === 'derived') throw new Error(`${kind.name} has no field ${name} to write.`);
    const property = field.is === 'toOne' ? `${name}Id` : name;
    known.add(property);
    const given = input[property];
    if (given === undefined) {
      if (!options.partial && !field.nullable && field.is === 'column') {
        problems.push({ path: `${prefix}${property}`, message: 'input.required' });
      }
      continue;
    }
    const checked =
      field.is === 'toOne' ? checkRelation(given, field.nullable) : checkValue(name, field, given);
    if ('problem' in checked) problems.push({ path: `${prefix}${property}`, ...checked.problem });
    else row[property] = checked.value;
  }
  for (const property of Object.keys(input)) {
    if (!known.has(property) && input[property] !== undefined) {
      problems.push({ path: `${prefix}${property}`, message: 'input.unknownField' });
    }
  }
  return { row, problems };
}

function checkRelation(given: unknown, nullable: boolean): ReturnType<typeof checkId> {
  if (given === null) return nullable ? { value: null } : { problem: { message: 'input.required' } };
  return checkId(given);
}
