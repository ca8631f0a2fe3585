import { expect } from 'vitest';
import { ActError } from '../commands/errors.js';

/** The refusal of an act; fails when the act goes through or breaks in another way. */
export async function refusal(act: Promise<unknown>): Promise<ActError> {
  const error = await act.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(ActError);
  return error as ActError;
}

/** What the refusal says of each field of the input, by path. */
export async function refusedFields(act: Promise<unknown>): Promise<Record<string, unknown>> {
  return Object.fromEntries((await refusal(act)).fields.map(({ path, message }) => [path, message]));
}
