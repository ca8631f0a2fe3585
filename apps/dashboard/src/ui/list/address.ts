/** The address of a list with a filter, as somebody would copy it. */
export function listAddress(plural: string, filter: Readonly<Record<string, unknown>>): string {
  return `/${plural}?filter=${encodeURIComponent(JSON.stringify(filter))}`;
}
