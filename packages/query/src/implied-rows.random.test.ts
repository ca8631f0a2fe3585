import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { impliedRows } from './implied-rows.js';
import type { ReadKind, ReadModel } from './model.js';
import { countsRule } from './oracle/counts.js';
import { Draw } from './oracle/draw.js';
import { disagreement, OracleDatabase } from './oracle/harness.js';
import { epoch, randomWorld } from './oracle/random-data.js';
import { randomModel } from './oracle/random-model.js';
import { isHidden, randomPolicy, redrawnPolicy, usableBy } from './oracle/random-policy.js';
import { randomRequest } from './oracle/random-query.js';
import type { KindPolicy, ReadGrant, ReadPolicy } from './policy.js';

const worlds = Math.max(1, Math.ceil(Number(process.env.KEHU_RANDOM_RUNS ?? 300) / 50));
const seed = Number(process.env.KEHU_RANDOM_SEED ?? 20260308);

let database: OracleDatabase;
beforeAll(async () => {
  database = await OracleDatabase.start();
}, 120_000);
afterAll(() => database.stop(), 60_000);

/** The same actor, but that what points to a whole mostly follows the whole's policy, as parts do. */
function followingWholes(draw: Draw, model: ReadModel, policy: ReadPolicy): ReadPolicy {
  const kinds = new Map(policy.kinds);
  for (const kind of model.kinds.values()) {
    const whole = [...kind.relations.values()].find((r) => r.is === 'one' && r.column !== undefined);
    const rules = whole && kinds.get(whole.target);
    if (rules && draw.chance(85)) kinds.set(kind.name, partOf(draw, kind, whole.name, rules));
  }
  return { ...policy, kinds };
}

function partOf(draw: Draw, kind: ReadKind, whole: string, rules: KindPolicy): KindPolicy {
  const grants: ReadGrant[] = rules.grants
    .filter(() => !draw.chance(10))
    .map((grant, i) => ({
      id: `${kind.name}-${i}`,
      disclosure: grant.disclosure,
      where: { [whole]: grant.where },
    }));
  const restrictions = rules.restrictions.filter(() => !draw.chance(20)).map((where) => ({ [whole]: where }));
  // Some of the rows of a grant with another disclosure, as an owner sees more of own customers.
  const within = grants.map((grant, i) => ({
    id: `${kind.name}-own-${i}`,
    disclosure: 'PLAIN' as const,
    where: { and: [grant.where, { id: { notIn: ['1007', '2014', '3007'] } }] },
  }));
  if (draw.chance(40)) grants.splice(draw.integer(0, grants.length), 0, ...within);
  return { grants, restrictions: draw.chance(10) ? [...restrictions, { id: { ne: '2007' } }] : restrictions };
}

it('leaves out only policies that other policies imply', async () => {
  let implied = 0;
  const result = await fc.check(
    fc.asyncProperty(fc.gen(), async (generate) => {
      const draw = new Draw(generate);
      const model = randomModel(draw);
      const world = randomWorld(draw, model, 25);
      await database.fill(world);
      const engine = database.engine(model);
      for (let p = 0; p < 6; p++) {
        const policy = followingWholes(draw, model, randomPolicy(draw, world, `actor ${p}`));
        const twin = redrawnPolicy(draw, world, policy);
        implied += impliedRows(model, policy).size;
        const selectable = (kind: ReadKind, field: Parameters<typeof isHidden>[2]) =>
          !isHidden(policy, kind, field);
        for (let q = 0; q < 8; q++) {
          const request = randomRequest({
            draw,
            world,
            usable: usableBy(policy),
            selectable,
            counts: (name) => countsRule(policy, name),
          });
          for (const asked of [policy, twin]) {
            const asking = { policy: asked, now: new Date(epoch), zone: 'Asia/Shanghai' };
            const found = await disagreement(engine, world, request, asking);
            if (found !== null)
              expect.fail(`${found}\n${JSON.stringify(request)}\n${JSON.stringify([...asked.kinds])}`);
          }
        }
      }
    }),
    { seed, numRuns: worlds, endOnFailure: true },
  );
  if (result.failed) expect.fail(`seed ${seed}, world ${result.numRuns}: ${String(result.errorInstance)}`);
  expect(implied).toBeGreaterThan(worlds * 6);
}, 600_000);
