import type { Connection as Database } from 'mysql2/promise';
import type { BenchQuery } from '../queries.js';
import { Connection } from './client.js';
import type { Variant } from './variants.js';

/**
 * SELECT statements that the database server saw for one request, by its own counter, while nobody
 * else asks. Of several tries the smallest: now and then a session check joins in.
 */
export async function countedStatements(
  database: Database,
  variant: Variant,
  query: BenchQuery,
): Promise<number> {
  const connection = new Connection(variant.port);
  const [request] = variant.requests(query);
  if (!request) return 0;
  try {
    let least = Number.POSITIVE_INFINITY;
    for (let attempt = 0; attempt < 5; attempt++) {
      const before = await selects(database);
      await connection.send(request);
      least = Math.min(least, (await selects(database)) - before);
    }
    return least;
  } finally {
    connection.close();
  }
}

async function selects(database: Database): Promise<number> {
  const [rows] = await database.query("SHOW GLOBAL STATUS LIKE 'Com_select'");
  return Number((rows as { Value: string }[])[0]?.Value ?? 0);
}
