import { authenticate } from '../access/authenticate.js';
import type { Department } from '../departments/department.js';
import { departments as registered } from '../departments/register.js';
import { openEndpoint } from '../graphql/endpoint.js';
import { type ApiSchema, buildSchema } from '../graphql/schema.js';
import type { Services } from '../services.js';
import { databaseGauges } from './database-gauges.js';
import { type HttpServer, listen } from './http-server.js';
import { createLog, type Log } from './log.js';
import { Metrics } from './metrics.js';
import { restServer } from './rest.js';

export interface ApiServerOptions {
  readonly departments?: readonly Department[];
  /** The schema when it has been built already. */
  readonly api?: ApiSchema;
  readonly log?: Log;
  readonly dashboard?: string;
}

/** The schema, `/graphql` and everything beside it, listening where the settings say. */
export async function startApiServer(
  services: Services,
  options: ApiServerOptions = {},
): Promise<HttpServer> {
  const { host, port, logLevel } = services.settings;
  const departments = options.departments ?? registered;
  const log = options.log ?? createLog(logLevel);
  const metrics = new Metrics();
  for (const gauge of databaseGauges(services.database, services.clock)) metrics.addGauge(gauge);
  const api = options.api ?? buildSchema(departments);
  const graphql = await openEndpoint({ services, api, authenticate, log, metrics });
  const rest = await restServer({
    services,
    departments,
    metrics,
    log,
    ...(options.dashboard ? { dashboard: options.dashboard } : {}),
  });
  const server = await listen({ host, port, graphql, rest, log });
  return {
    ...server,
    async stop(graceSeconds) {
      await server.stop(graceSeconds);
      await graphql.stop();
    },
  };
}
