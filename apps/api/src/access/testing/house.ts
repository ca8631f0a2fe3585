import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { idBlocks } from '@kehu/database/id-blocks';
import { migrate } from '@kehu/database/migrations';
import { type TestDatabase, testDatabase } from '@kehu/database/testing';
import type { Actor } from '@kehu/domain/access/actor';
import type { Role } from '@kehu/domain/access/roles';
import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { Language } from '@kehu/domain/catalogue/labels';
import { fold } from '@kehu/domain/text/fold';
import { createEngine } from '@kehu/query/create-engine';
import type { RequestContext } from '../../context.js';
import { migrations } from '../../migrations/register.js';
import { openOrganisation } from '../../organisation.js';
import { readRunner } from '../../read-runner.js';
import { insertRows } from '../../records/bulk.js';
import { createCodec } from '../../records/codec.js';
import { openDataSource } from '../../records/data-source.js';
import type { RecordRow } from '../../records/encode.js';
import { readCodec } from '../../records/read-codec.js';
import { readModel } from '../../records/read-model.js';
import { openSecrets } from '../../secrets.js';
import type { Services } from '../../services.js';
import { readSettings } from '../../settings.js';
import { loadActor, operatorActor } from '../actors.js';
import { policyFor } from '../policy-for.js';

/** A clock that stands until it is moved. */
export class TestClock {
  private at: Date;
  constructor(at = '2026-03-07T02:00:00.000Z') {
    this.at = new Date(at);
  }
  now(): Date {
    return this.at;
  }
  forward(seconds: number): void {
    this.at = new Date(this.at.getTime() + seconds * 1000);
  }
}

/** Everything that commands need, on a fresh database; for tests of this application. */
export interface House {
  readonly services: Services;
  readonly clock: TestClock;
  /** Inserts a row with the given or a new id; returns the id. */
  plant(kind: string, row: RecordRow): Promise<string>;
  /** A person with roles that hold. */
  person(login: string, roles: readonly Role[], more?: RecordRow): Promise<string>;
  actor(staffId: string): Promise<Actor>;
  /** A request of a person; `null` is nobody, `operator` the operator's tool. */
  as(staffId: string | null, language?: Language): Promise<RequestContext>;
  close(): Promise<void>;
}

export async function testHouse(): Promise<House> {
  const test: TestDatabase = await testDatabase();
  const home = mkdtempSync(join(tmpdir(), 'kehu-house-'));
  const { database } = test;
  await migrate(database, migrations);
  const clock = new TestClock();
  const secrets = openSecrets(home);
  const codec = createCodec({ encryption: secrets.fieldEncryption, hashing: secrets.fieldHashing });
  const model = readModel();
  const services: Services = {
    settings: readSettings({ KEHU_HOME: home, KEHU_LOG: 'silent', DATABASE_URL: test.url }),
    secrets,
    clock,
    database,
    dataSource: await openDataSource(database),
    ids: idBlocks(database),
    codec,
    model,
    engine: createEngine({
      model,
      runner: readRunner(database),
      codec: readCodec(codec),
      fold,
      cursorKey: secrets.cursor,
    }),
    organisation: await openOrganisation(database, clock),
  };
  const defaults: Readonly<Record<string, RecordRow>> = {
    Staff: { status: 'ACTIVE' },
    Department: { active: true, kind: 'OTHER' },
    Customer: { type: 'CONSUMER', partyType: 'PERSON', lifecycle: 'ACTIVE' },
    Contact: { isPrimary: false },
    Order: { state: 'COMPLETED', orderedAt: '2026-01-01T00:00:00Z', returned: false, total: '1' },
    AssignedTask: { undertaking: false },
    Product: { active: true },
    VisitorRegistration: { companions: 0, purpose: 'PURCHASE', arrivedAt: '2026-03-01T02:00:00Z' },
    RoleGrant: { state: 'ACTIVE', grantedVia: 'operator' },
  };
  let customers = 0;
  const plant = async (kindName: string, row: RecordRow) => {
    const kind = kindNamed(kindName);
    const id = String(row.id ?? (await services.ids.next()));
    if (kindName === 'Customer') customers += 1;
    const numbered = kindName === 'Customer' ? { customerNo: `T${customers}` } : {};
    await insertRows(
      database,
      kind,
      [{ ...defaults[kindName], ...numbered, ...row, id }],
      codec,
      clock.now(),
    );
    return id;
  };
  const actor = async (staffId: string) => {
    const found = await loadActor(database, staffId, {
      via: 'session',
      mustChangePassword: false,
      now: clock.now(),
      zone: 'Asia/Shanghai',
    });
    if (!found) throw new Error(`There is no person ${staffId}.`);
    return found;
  };
  let requests = 0;
  return {
    services,
    clock,
    plant,
    actor,
    async person(login, roles, more = {}) {
      const id = await plant('Staff', { login, displayName: login, ...more });
      for (const role of roles) await plant('RoleGrant', { staffId: id, role });
      return id;
    },
    async as(staffId, language = 'en') {
      const who = staffId === null ? null : staffId === 'operator' ? operatorActor() : await actor(staffId);
      requests += 1;
      return {
        services,
        requestId: `test-${requests}`,
        language,
        actor: who,
        policy: who ? policyFor(who) : null,
        sessionId: null,
        organisation: services.organisation.facts(),
        primary: true,
        ip: '127.0.0.1',
        secure: false,
        fromBrowser: false,
        explain: null,
        responseHeaders: new Map(),
      };
    },
    async close() {
      await test.drop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
