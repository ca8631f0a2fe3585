import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import { optionalReason } from '../commands/reason.js';
import { checkRow } from '../commands/validate.js';
import type { RecordRow } from '../records/encode.js';
import type { StepInput } from './act.js';

/** The reason that an input gives; null when it says nothing. */
export const reasonOf = (input: StepInput): string | null => optionalReason(input.reason, 'reason');

/** Whether it gives one, as guards ask. */
export const hasReason = (input: StepInput): { readonly reasonGiven: boolean } => ({
  reasonGiven: reasonOf(input) !== null,
});

/** The fields of a kind among what an act was given, as they stand in the input. */
export function givenOf(input: StepInput, fields: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    fields.flatMap((name) => (input[name] === undefined ? [] : [[name, input[name]]])),
  );
}

/** The same, checked; BAD_USER_INPUT with every bad field at once. */
export function fieldsOf(kindName: string, input: StepInput, fields: readonly string[]): RecordRow {
  return checkRow(kindNamed(kindName), givenOf(input, fields), { fields, partial: true });
}
