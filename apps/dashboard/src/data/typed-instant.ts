/** A time as a date-and-time input gives it: without a zone. */
const typed = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/;

/** What was typed into a date-and-time input as the instant that the act takes; anything else as it is. */
export function typedInstant(value: string): string {
  return typed.test(value) ? new Date(value).toISOString() : value;
}
