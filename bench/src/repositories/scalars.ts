import { GraphQLScalarType } from 'graphql';

/** Decimals as they come from the database. */
export const DecimalScalar = new GraphQLScalarType({ name: 'Decimal' });

/** TypeORM makes a Date of a time; it is sent as ISO text in UTC. */
export const InstantScalar = new GraphQLScalarType({
  name: 'DateTime',
  serialize: (value) => (value as Date).toISOString(),
});
