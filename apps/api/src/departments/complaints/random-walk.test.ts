import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import { expectedAct } from '@kehu/domain/complaints/expected';
import { complaintState } from '@kehu/domain/complaints/vocabularies';
import { complaintTransitions } from '@kehu/domain/complaints/workflow';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casePeople } from '../../acceptance/valid-complaint-acts.js';
import { loadActor } from '../../access/actors.js';
import { policyFor } from '../../access/policy-for.js';
import { sealAll } from '../../audit/seal.js';
import { verifyAudit } from '../../audit/verify.js';
import type { Command } from '../../commands/command.js';
import { ActError } from '../../commands/errors.js';
import { perform } from '../../commands/run.js';
import type { RequestContext } from '../../context.js';
import { insertRows } from '../../records/bulk.js';
import type { RecordRow } from '../../records/encode.js';
import { house, houseStaff } from '../../testing/small-house.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';
import { pipelineActs } from './acts.js';
import { openCase } from './case/open-case.js';
import { actInput } from './testing/plant-case.js';

/** The short form runs with the tests; KEHU_LONG_TESTS=1 walks at least ten thousand acts. */
const length = process.env.KEHU_LONG_TESTS === '1' ? 10_000 : 1_500;
const httpEvery = 20;

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server?.stop());

/** The same walk each time for a seed, so that a failure can be walked again. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 0x1_0000_0000;
  };
}

/** Tables of documents, and by which column they say that they are signed. */
const documents: Readonly<Record<string, string>> = {
  store_assessment: '1',
  acceptance_ruling: '1',
  assignment_order: '1',
  investigation_report: 'signed_at IS NOT NULL',
  supervisor_review: '1',
  hr_opinion: '1',
  gm_decision: '1',
  handling_opinion: 'signed_at IS NOT NULL',
  customer_reply: '1',
  card_copy: '1',
};

/** Content of every signed document: a later state of the house must hold all of them unchanged. */
async function signedDocuments(): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const [table, signed] of Object.entries(documents)) {
    const rows = await server.services.database.query<Record<string, unknown>>(
      `SELECT * FROM ${table} WHERE ${signed} ORDER BY id`,
    );
    for (const row of rows) {
      // Receipts are added to an order and a copy; what they say stays.
      const { version, updated_at, seen_at, seen_by_id, ended_at, end_reason, read_at, read_by_id, ...said } =
        row;
      if (table === 'assignment_order') delete said.handler_id;
      found.set(`${table} ${String(row.id)}`, JSON.stringify(said));
    }
  }
  return found;
}

describe('a random walk by random people', () => {
  it(`of ${length} acts reaches no undefined state, loses no document, and leaves a trail that verifies`, async () => {
    const seed = Number(process.env.KEHU_SEED ?? 20_260_307);
    const random = randomFrom(seed);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
    const { services } = server;
    const { database, codec, ids } = services;
    const logins = Object.keys(houseStaff);
    const commands = new Map(
      pipelineActs().map(({ command }) => [command.name, command as unknown as Command<never, unknown>]),
    );
    const names = [...commands.keys()];
    const contextOf = async (login: string): Promise<RequestContext> => {
      const actor = await loadActor(database, houseStaff[login] ?? '', {
        via: 'session',
        mustChangePassword: false,
        now: services.clock.now(),
        zone: 'Asia/Shanghai',
      });
      return {
        services,
        requestId: `walk-${random()}`,
        language: 'en',
        actor,
        policy: actor ? policyFor(actor) : null,
        sessionId: null,
        organisation: services.organisation.facts(),
        primary: true,
        ip: '127.0.0.1',
        secure: false,
        fromBrowser: false,
        explain: null,
        responseHeaders: new Map(),
      };
    };
    const register: Command<{ idempotencyKey?: string; row: RecordRow }, { id: string }> = {
      name: 'registerComplaint',
      permission: { subject: 'complaintCard', action: 'CREATE' },
      run: async (work, { row }) => ({ id: (await openCase(work, row)).id }),
    };
    const cases: string[] = [];
    const originals = new Map<string, string>();
    const open = async () => {
      const row: RecordRow = {
        procedure: random() < 0.15 ? 'SIMPLE' : 'STANDARD',
        severity: pick(['GENERAL', 'MAJOR', 'SEVERE']),
        situation: pick(['A_QUALITY', 'A_QUALITY', 'A_QUALITY', 'B_CONTRACT']),
        category: pick(['QUALITY_DEFECT', 'SERVICE_ATTITUDE']),
        anonymous: random() < 0.1,
        channel: 'STORE',
        subject: '椅子断裂',
        description: '坐下时断裂',
        customerId: house.customersA[0],
        complainantName: '王小明',
        complainantPhone: '13912340000',
        storeId: random() < 0.8 ? house.departments.storeA : null,
        complainedStaffId: random() < 0.2 ? houseStaff[pick(['store-sup', 'handler', 'gm'])] : null,
        policyVersion: 'R4-1',
        procedureVersion: 1,
      };
      const { id } = await perform(register, { row }, await contextOf(pick(['store-staff', 'ops-cs', 'gm'])));
      const original = await ids.next();
      await insertRows(
        database,
        kindNamed('Attachment'),
        [
          {
            id: original,
            complaintId: id,
            fileName: '投诉信.pdf',
            mime: 'application/pdf',
            size: 1,
            sha256: 'a'.repeat(64),
            personal: true,
            original: true,
            uploadedAt: services.clock.now(),
          },
        ],
        codec,
      );
      cases.push(id);
      originals.set(id, original);
    };
    const outcomes: Readonly<Record<string, readonly Record<string, unknown>[]>> = {
      ruleOnComplaint: [{ decision: 'ACCEPT' }, { decision: 'NOT_ACCEPT' }],
      reviewInvestigationReport: [{ result: 'AGREE' }, { result: 'RETURN', opinion: '再查' }],
      reviewHandlingOpinion: [{ result: 'AGREE' }, { result: 'RETURN', opinion: '再拟' }],
      giveHrOpinion: [{ result: 'AGREE' }, { result: 'RETURN' }, { skipGeneralManager: true }],
      decideComplaint: [{ result: 'AGREE' }, { result: 'RETURN' }, { result: 'INSTRUCT' }],
      submitHandlingOpinion: [{ remedy: 'EXPLAIN' }, { remedy: 'EXCHANGE' }],
      replyToCustomer: ['EXECUTE', 'CLOSE', 'REJECTED', 'TO_GM', 'CLOSE_DISPUTED'].map((outcome) => ({
        outcome,
        rejectionReason: outcome === 'EXECUTE' || outcome === 'CLOSE' ? null : '要求退款',
        outsideChannels: '12315',
      })),
    };
    const reasons = { reason: '说明理由' };
    const free: Readonly<Record<string, Record<string, unknown>>> = {
      consentToRefusal: reasons,
      recallStep: reasons,
      overrideConflict: { ...reasons, staffId: houseStaff['store-sup'] },
      passOnCase: { ...reasons, staffId: houseStaff.tech },
    };
    let done = 0;
    const codes = new Map<string, number>();
    let kept = new Map<string, string>();
    for (let at = 0; at < length; at += 1) {
      if (cases.length === 0 || random() < 0.03) await open();
      const id =
        random() < 0.7
          ? (cases.at(-1 - Math.floor(random() * Math.min(6, cases.length))) ?? '')
          : pick(cases);
      const [row] = await database.query<Record<string, unknown>>(
        'SELECT state, version, desk_id, `procedure`, anonymous, situation FROM complaint WHERE id = ?',
        [id],
      );
      const state = String(row?.state);
      expect(complaintState.codes, `state ${state} after ${at} acts of seed ${seed}`).toContain(state);
      const onDesk = logins.find((login) => houseStaff[login] === String(row?.desk_id));
      // Half of the acts are what would be expected of whoever has the case; the rest is anything by anybody.
      const likely = random() < 0.55;
      const login = likely && onDesk ? onDesk : pick(logins);
      const name = likely
        ? (expectedAct({ ...row, anonymous: row?.anonymous === 1 } as never, ['B_CONTRACT']) ?? pick(names))
        : pick(names);
      if (name === 'markCardRead') continue;
      const input = {
        id,
        ...(name === 'markCaseSeen' ? {} : { expectedVersion: random() < 0.03 ? 1 : Number(row?.version) }),
        ...actInput(name, casePeople, originals.get(id) ?? ''),
        ...free[name],
        ...(outcomes[name] ? pick(outcomes[name]) : {}),
      };
      if (at % httpEvery === 0) {
        const client = await server.as(login);
        const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
        const { data, errors } = await client.query(
          `mutation A($input: ${type}!) { ${name}(input: $input) { told { name } } }`,
          { variables: { input } },
        );
        const code = (data as Record<string, unknown> | null)?.[name]
          ? 'done'
          : String(errors[0]?.extensions?.code);
        expect(['done', 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT', 'RULE_VIOLATION', 'BAD_USER_INPUT']).toContain(
          code,
        );
        codes.set(code, (codes.get(code) ?? 0) + 1);
        if (code === 'done') done += 1;
        continue;
      }
      try {
        await perform(commands.get(name) as Command<never, unknown>, input as never, await contextOf(login));
        done += 1;
        codes.set('done', (codes.get('done') ?? 0) + 1);
      } catch (error) {
        if (!(error instanceof ActError))
          throw new Error(`${name} by ${login} in ${state}, seed ${seed}, act ${at}`, { cause: error });
        codes.set(error.code, (codes.get(error.code) ?? 0) + 1);
      }
      if (at % 250 === 249) {
        const now = await signedDocuments();
        for (const [key, content] of kept) expect(now.get(key), `${key} after ${at} acts`).toBe(content);
        kept = now;
      }
    }
    expect(done, JSON.stringify([...codes])).toBeGreaterThan(length / 6);

    // Each case's log leads from state to state by rows of the table, and ends where the case stands.
    const table = new Map(complaintTransitions.map((transition) => [transition.id, transition]));
    const reached = new Set<string>();
    for (const id of cases) {
      const steps = await database.query<{ transition: string; from: string | null; to: string }>(
        'SELECT transition, `from`, `to` FROM case_step WHERE complaint_id = ? ORDER BY id',
        [id],
      );
      let stands: string | null = null;
      for (const step of steps) {
        expect(step.from, `case ${id}, step ${step.transition}`).toBe(stands);
        const known = table.get(step.transition);
        if (known) {
          expect(known.to).toBe(step.to);
          if (step.from !== null) expect(known.from).toContain(step.from);
          reached.add(step.transition);
        }
        stands = step.to;
      }
      const [row] = await database.query<{ state: string }>('SELECT state FROM complaint WHERE id = ?', [id]);
      expect(row?.state).toBe(stands);
    }
    expect(reached.size).toBeGreaterThan(15);
    const now = services.clock.now();
    await sealAll(database, services.secrets.auditChain, now);
    const report = await verifyAudit(database, services.secrets.auditChain, {
      heads: [],
      unsealedBefore: now.toISOString(),
    });
    expect(report.problems).toEqual([]);
    expect(report.links).toBeGreaterThan(done);
  }, 900_000);
});
