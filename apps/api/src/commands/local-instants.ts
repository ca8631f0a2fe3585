import { readInstant } from '@kehu/query/values';
import { type GraphQLInputType, getNamedType, getNullableType, isInputObjectType, isListType } from 'graphql';

/** A time that names its zone: `…Z` or `…+08:00`. */
const withOffset = /(?:Z|[+-]\d{2}:\d{2})$/;

/**
 * The input of an act with every time as an instant: one that was written without an offset
 * (`2026-03-07T08:30`, `2026-03-07`) is read in the organisation's zone, as the contract says of DateTime.
 * Which values are times is known from their types, however deep they lie; everything else stays as it is.
 */
export function withInstants(value: unknown, type: GraphQLInputType, zone: string): unknown {
  const inner = getNullableType(type);
  if (value === null || value === undefined) return value;
  if (isListType(inner)) {
    const items = Array.isArray(value) ? value : [value];
    return items.map((item) => withInstants(item, inner.ofType as GraphQLInputType, zone));
  }
  if (isInputObjectType(inner)) {
    const fields = inner.getFields();
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => {
        const field = fields[name];
        return [name, field ? withInstants(each, field.type, zone) : each];
      }),
    );
  }
  if (getNamedType(inner).name !== 'DateTime' || typeof value !== 'string' || withOffset.test(value))
    return value;
  try {
    return new Date(readInstant(value, '', zone)).toISOString();
  } catch {
    // No time at all: the act says so, of its field.
    return value;
  }
}
