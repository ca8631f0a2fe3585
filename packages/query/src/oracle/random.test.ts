import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ReadPolicy } from '../policy.js';
import { countsRule } from './counts.js';
import { Draw } from './draw.js';
import { disagreement, expectedAnswer, OracleDatabase } from './harness.js';
import { epoch, randomWorld } from './random-data.js';
import { randomModel } from './random-model.js';
import { isHidden, randomPolicy, redrawnPolicy, usableBy } from './random-policy.js';
import { type QueryContext, type Request, randomRequest } from './random-query.js';
import { redrawn } from './random-where.js';
import type { World } from './world.js';

/** Queries in all; more of them are a longer walk over the same paths (`KEHU_RANDOM_RUNS=5000`). */
const queries = Number(process.env.KEHU_RANDOM_RUNS ?? 300);
const seed = Number(process.env.KEHU_RANDOM_SEED ?? 20260307);
const policiesPerWorld = 6;
const queriesPerPolicy = 6;
const worlds = Math.max(1, Math.ceil(queries / (policiesPerWorld * queriesPerPolicy)));
const zones = ['Asia/Shanghai', 'Asia/Taipei', 'America/New_York', 'Europe/Berlin', 'Asia/Kolkata', 'UTC'];

let database: OracleDatabase;

beforeAll(async () => {
  database = await OracleDatabase.start();
}, 120_000);

afterAll(async () => {
  await database.stop();
}, 60_000);

/** What the actor may use and select; one time in twelve everything is tried. */
function contextOf(draw: Draw, world: World, policy: ReadPolicy): QueryContext {
  const careless = draw.chance(8);
  const usable = usableBy(policy);
  return {
    draw,
    world,
    usable: careless
      ? { kind: () => true, field: (_, field) => (field.encrypted ? 'exact' : 'any') }
      : usable,
    counts: (kind) => countsRule(policy, kind),
    selectable: (kind, field) => careless || !isHidden(policy, kind, field),
  };
}

/** The same request with other values in its filter: served by the plan of the first. */
function again(context: QueryContext, request: Request): Request {
  const kind = context.world.model.kinds.get(request.kind);
  if (request.call === 'one' || !request.args.where || !kind) return request;
  return {
    ...request,
    args: { ...request.args, where: redrawn(context, kind, request.args.where) },
  } as Request;
}

it(
  `answers ${queries} random queries of random actors as the plain evaluation of the contract does`,
  async () => {
    const seen = { asked: 0, refused: 0, full: 0, compared: 0, counted: 0, folded: 0 };
    const result = await fc.check(
      fc.asyncProperty(fc.gen(), async (generate) => {
        const draw = new Draw(generate);
        const model = randomModel(draw);
        const world = randomWorld(draw, model, 25);
        await database.fill(world);
        const engine = database.engine(model);
        for (let p = 0; p < policiesPerWorld; p++) {
          const policy = randomPolicy(draw, world, `actor ${p}`);
          const twin = redrawnPolicy(draw, world, policy);
          for (let q = 0; q < queriesPerPolicy; q++) {
            const context = contextOf(draw, world, policy);
            const request = randomRequest(context);
            const zone = draw.pick(zones);
            const now = new Date(epoch);
            for (const asked of [
              { request, policy },
              { request: again(context, request), policy: draw.chance(50) ? twin : policy },
            ]) {
              const asking = { policy: asked.policy, now, zone };
              const found = await disagreement(engine, world, asked.request, asking);
              if (found !== null) expect.fail(report(found, asked.request, asked.policy, zone));
              const expected = expectedAnswer(world, asked.request, asking);
              seen.asked += 1;
              if (expected === 'FORBIDDEN') seen.refused += 1;
              else if (isFull(expected)) seen.full += 1;
              const groups = Array.isArray(expected) ? expected : [];
              if (groups.some((group) => group['@previous'])) seen.compared += 1;
              if (groups.length > 0 && countsRule(asked.policy, asked.request.kind)) seen.counted += 1;
              if (groups.some((group) => group.folded)) seen.folded += 1;
            }
          }
        }
      }),
      { seed, numRuns: worlds, endOnFailure: true },
    );
    // The seed repeats the case; the drawn numbers themselves would fill pages.
    if (result.failed) expect.fail(`seed ${seed}, world ${result.numRuns}: ${String(result.errorInstance)}`);
    // Answers that are mostly empty or refused would prove little.
    expect(seen.asked).toBeGreaterThanOrEqual(queries);
    expect(seen.full / seen.asked).toBeGreaterThan(0.4);
    expect(seen.refused / seen.asked).toBeGreaterThan(0.01);
    for (const rare of [seen.compared, seen.counted, seen.folded])
      expect(rare / seen.asked).toBeGreaterThan(0.003);
  },
  60_000 + queries * 200,
);

/** Whether there are rows, or a group with a row. */
function isFull(expected: Exclude<ReturnType<typeof expectedAnswer>, 'FORBIDDEN'>): boolean {
  if (Array.isArray(expected)) return expected.some((group) => group.count !== 0);
  const items = expected?.items;
  return Array.isArray(items) ? items.length > 0 : expected !== null;
}

/** Everything that is needed to see the case again. */
function report(found: string, request: Request, policy: ReadPolicy, zone: string): string {
  const kinds = [...policy.kinds].map(([name, kind]) => [
    name,
    kind.grants,
    kind.restrictions,
    kind.countsOnly,
  ]);
  const text = (value: unknown) =>
    JSON.stringify(value, (_, inner: unknown) => (inner instanceof Set ? [...inner] : inner));
  return `${found}\nrequest ${text(request)}\npolicy ${text(kinds)}\nzone ${zone}`;
}
