import 'reflect-metadata';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { parseAddress } from '@kehu/database/address';
import { buildSchema } from 'type-graphql';
import { DataSource } from 'typeorm';
import { Customer, Order, OrderLine, Product, Staff } from './entities.js';
import { CustomerResolver, OrderLineResolver, OrderResolver, useDataSource } from './resolvers.js';

/** What one gets without a read engine: Apollo, type-graphql and a repository call in every field. */
const { socketPath, host, port, user, password, database } = parseAddress(process.env.DATABASE_URL ?? '');
const dataSource = new DataSource({
  type: 'mariadb',
  ...(socketPath ? { socketPath } : { host: host ?? 'localhost', port: port ?? 3306 }),
  username: user ?? '',
  password: password ?? '',
  database,
  poolSize: Number(process.env.BENCH_POOL ?? 10),
  dateStrings: true,
  timezone: 'Z',
  entities: [Customer, Order, OrderLine, Product, Staff],
});
await dataSource.initialize();
useDataSource(dataSource);

const schema = await buildSchema({
  resolvers: [CustomerResolver, OrderResolver, OrderLineResolver],
  validate: false,
});
const server = new ApolloServer({ schema });
const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } });
process.send?.({ port: Number(new URL(url).port) });
process.on('message', (message) => {
  if (message === 'memory') process.send?.({ rss: process.memoryUsage.rss() });
});
process.on('SIGTERM', () => {
  server
    .stop()
    .then(() => dataSource.destroy())
    .then(() => process.exit(0));
});
