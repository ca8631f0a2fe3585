import { parseAddress } from '@kehu/database/address';
import { type TestDatabase, testDatabase } from '@kehu/database/testing';
import { createPool, type Pool } from 'mysql2/promise';
import { createEngine } from '../create-engine.js';
import type { Answer, ReadContext, ReadEngine } from '../engine.js';
import { ReadError } from '../errors.js';
import type { ReadModel } from '../model.js';
import { mysqlRunner } from '../mysql-runner.js';
import type { ReadPolicy } from '../policy.js';
import { aggregate } from './aggregate.js';
import { difference } from './compare.js';
import { counts, countsRule } from './counts.js';
import { one, page } from './page.js';
import { testFold } from './random-data.js';
import type { Request } from './random-query.js';
import { isForbidden } from './refusal.js';
import { fillTables, testDecipher, testHash } from './tables.js';
import { View, type World } from './world.js';

/** A real database for the tests of random queries. */
export class OracleDatabase {
  private constructor(
    private readonly test: TestDatabase,
    readonly pool: Pool,
  ) {}

  static async start(): Promise<OracleDatabase> {
    const test = await testDatabase();
    const pool = createPool({
      ...parseAddress(test.url),
      connectionLimit: 4,
      timezone: 'Z',
      dateStrings: true,
      charset: 'utf8mb4_bin',
    });
    return new OracleDatabase(test, pool);
  }

  async fill(world: World): Promise<void> {
    const connection = await this.pool.getConnection();
    try {
      await connection.query("SET SESSION time_zone = '+00:00'");
      await fillTables(connection, world);
    } finally {
      connection.release();
    }
  }

  engine(model: ReadModel): ReadEngine {
    return createEngine({
      model,
      runner: mysqlRunner({ pool: this.pool, dialect: 'mariadb' }),
      codec: { decrypt: testDecipher, hash: (_kind, _field, value) => testHash(value) },
      fold: testFold,
      cursorKey: Buffer.alloc(32, 7),
    });
  }

  async stop(): Promise<void> {
    await this.pool.end();
    await this.test.drop();
  }
}

/** Who asks, when and where. */
export interface Asking {
  readonly policy: ReadPolicy;
  readonly now: Date;
  readonly zone: string;
}

/** What the contract wants: an answer, or that the request is refused. */
export function expectedAnswer(
  world: World,
  request: Request,
  asking: Asking,
): Answer | Answer[] | null | 'FORBIDDEN' {
  if (isForbidden(world.model, asking.policy, request, asking.zone)) return 'FORBIDDEN';
  const view = new View(world, asking.policy, asking.now, asking.zone);
  if (request.call === 'one') return one(view, request.kind, request.id, request.selection);
  if (request.call === 'page') return page(view, request.kind, request.args, request.selection);
  const kind = view.kind(request.kind);
  const rule = countsRule(asking.policy, request.kind);
  if (rule) return counts(view, kind, rule, request.args, request.selection);
  return aggregate(view, kind, view.visible(request.kind), request.args, request.selection);
}

/** What the engine answers; a refusal as its code. */
export async function actualAnswer(engine: ReadEngine, request: Request, asking: Asking): Promise<unknown> {
  const context: ReadContext = asking;
  try {
    if (request.call === 'one') return await engine.one(request.kind, request.id, request.selection, context);
    if (request.call === 'page')
      return await engine.page(request.kind, request.args, request.selection, context);
    return await engine.aggregate(request.kind, request.args, request.selection, context);
  } catch (error) {
    if (error instanceof ReadError)
      return error.code === 'FORBIDDEN' ? 'FORBIDDEN' : `${error.code}: ${error.message}`;
    throw error;
  }
}

/** Where the engine's answer differs from the contract's; null when it does not. */
export async function disagreement(
  engine: ReadEngine,
  world: World,
  request: Request,
  asking: Asking,
): Promise<string | null> {
  const expected = expectedAnswer(world, request, asking);
  const actual = await actualAnswer(engine, request, asking);
  const cursor = takeCursor(actual);
  const found = difference(expected, actual) ?? (await streamedDifference(engine, world, request, asking));
  if (found !== null || cursor === null || request.call !== 'page' || request.args.offset) return found;
  // The next page by cursor shows what the same page by offset would.
  const limit = request.args.limit ?? 25;
  const next = { ...request, args: { ...request.args, offset: limit } };
  const { offset: _none, ...args } = request.args;
  const following = { ...request, args: { ...args, after: cursor } };
  const answer = await actualAnswer(engine, following, asking);
  takeCursor(answer);
  const later = difference(expectedAnswer(world, next, asking), answer);
  return later === null ? null : `after the cursor: ${later}`;
}

/** A stream shows what a page without a limit would. */
async function streamedDifference(
  engine: ReadEngine,
  world: World,
  request: Request,
  asking: Asking,
): Promise<string | null> {
  if (request.call !== 'page' || request.args.limit || request.args.offset) return null;
  const items = request.selection.filter((field) => field.name === 'items');
  const whole = { ...request, args: { ...request.args, limit: 100_000 }, selection: items };
  const expected = expectedAnswer(world, whole, asking);
  const fields = items.flatMap((field) => field.selection);
  const streamed: Answer[] = [];
  try {
    for await (const row of engine.stream(request.kind, request.args, fields, asking)) streamed.push(row);
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    return expected === error.code ? null : `streamed: ${error.message}`;
  }
  const rows = expected === 'FORBIDDEN' || Array.isArray(expected) ? expected : expected?.items;
  const found = difference(rows, streamed);
  return found === null ? null : `streamed: ${found}`;
}

/** Cursors are opaque: taken out of the answer, and null when the page is the last one. */
function takeCursor(answer: unknown): string | null {
  const info = (answer as { pageInfo?: { hasNextPage: boolean; endCursor?: string | null } } | null)
    ?.pageInfo;
  if (!info) return null;
  const { endCursor } = info;
  delete info.endCursor;
  return info.hasNextPage && endCursor ? endCursor : null;
}
