import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { Column, Derived, Kind, ToOne } from '@kehu/domain/catalogue/kind';

/** What a filter of the address bar may hold: `{ name: "张", grade: ["A"], orderedAt: { from, to } }`. */
export type Filter = Readonly<Record<string, unknown>>;

/** A filter in the language of the API. */
export type Where = Readonly<Record<string, unknown>>;

/**
 * A list's filter as a `where`. Values decide the operator: a list is `in`, a span `between`, text of a
 * searchable field `contains`, everything else `eq`. Unknown names and empty values are left out, so that
 * an old address still opens. `where` itself is taken as it is (for lists that a figure leads to).
 */
export function whereOf(kind: Kind, filter: Filter): Where | undefined {
  const parts: Where[] = [];
  for (const [name, value] of Object.entries(filter)) {
    if (blank(value)) continue;
    if (name === 'where') parts.push(value as Where);
    else if (name === 'q') parts.push(searchOf(kind, String(value)));
    else {
      const condition = conditionOf(kind, name, value);
      if (condition) parts.push(condition);
    }
  }
  if (parts.length <= 1) return parts[0];
  return { and: parts };
}

/**
 * The words of the top search: name contains, number starts with, or the exact phone number. `usable` leaves
 * out what the person may not filter by, since that would refuse the whole search.
 */
export function searchOf(kind: Kind, words: string, usable: (field: string) => boolean = () => true): Where {
  const ways = Object.entries(kind.fields).flatMap(([name, field]): Where[] => {
    if (field.is !== 'column' || field.type !== 'text' || !usable(name)) return [];
    if (field.encrypted) return /^[\d+()\- ]{5,}$/.test(words) ? [{ [name]: { eq: words } }] : [];
    if (!field.searchable) return [];
    return [{ [name]: /No$/.test(name) ? { startsWith: words } : { contains: words } }];
  });
  return ways.length === 1 ? (ways[0] as Where) : { or: ways };
}

function conditionOf(kind: Kind, name: string, value: unknown): Where | undefined {
  if (name === 'id') return { id: Array.isArray(value) ? { in: value } : { eq: String(value) } };
  const field = kind.fields[name];
  if (!field) return undefined;
  if (field.is === 'toOne') return { [name]: relationOf(field, value) };
  const operators = operatorsOf(field, value);
  return operators && { [name]: operators };
}

function relationOf(field: ToOne, value: unknown): Where {
  if (typeof value === 'object' && !Array.isArray(value))
    return whereOf(kindNamed(field.target), value as Filter) ?? {};
  return { id: Array.isArray(value) ? { in: value } : { eq: String(value) } };
}

function operatorsOf(field: Column | Derived, value: unknown): Where | undefined {
  if (Array.isArray(value)) return { in: value };
  if (typeof value === 'object' && value !== null) return spanOf(value as Record<string, unknown>);
  if (field.type === 'boolean') return { eq: value === true || value === 'true' };
  if (field.is === 'column' && field.searchable) return { contains: String(value) };
  if (field.type === 'integer' || field.type === 'double') return { eq: Number(value) };
  return { eq: String(value) };
}

/** `{ from, to }` where `to` is excluded; one side may be open; anything else is already an operator. */
function spanOf(value: Record<string, unknown>): Where | undefined {
  if (!('from' in value) && !('to' in value)) return value;
  const from = blank(value.from) ? undefined : value.from;
  const to = blank(value.to) ? undefined : value.to;
  if (from && to) return { between: { from, to } };
  if (from) return { gte: from };
  return to ? { lt: to } : undefined;
}

function blank(value: unknown): boolean {
  return (
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  );
}
