import { GraphQLScalarType } from 'graphql';

/** Decimals as they come from the database. */
export const DecimalScalar = new GraphQLScalarType({ name: 'Decimal' });

/** `2026-01-01 00:00:00.000`, as the driver gives it, is sent as ISO text in UTC. */
export const InstantScalar = new GraphQLScalarType({
  name: 'DateTime',
  serialize: (value) => {
    const text = String(value);
    return `${text.slice(0, 10)}T${text.slice(11)}Z`;
  },
});
