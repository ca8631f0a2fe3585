import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { refusal } from '../testing/refusal.js';
import { authenticate, forgetSessions } from './authenticate.js';
import { setCredential } from './credentials.js';
import { hashPassword } from './passwords.js';
import { signIn, signOut } from './sign-in.js';
import { type House, testHouse } from './testing/house.js';
import { waitAfter } from './throttle.js';
import { newToken, tokenHash } from './tokens.js';

const password = 'kx8-vut2wq';
let house: House;
let li: string;
let counter: string;
let hash: string;

beforeAll(async () => {
  house = await testHouse();
  hash = await hashPassword(password);
  const store = await house.plant('Department', { code: 'S1', name: '一店', kind: 'STORE' });
  li = await house.person('li.wei', ['OPS_CS']);
  counter = await house.person('counter', ['STORE_STAFF'], { departmentId: store });
  for (const id of [li, counter])
    await setCredential(house.services.database, id, hash, { mustChange: false, now: house.clock.now() });
});
beforeEach(async () => {
  house.clock.forward(2 * 24 * 3600);
  await house.services.database.change('DELETE FROM sign_in_throttle');
  forgetSessions(house.services.database);
});
afterAll(() => house?.close());

const enter = (login: string, secret: string, ip = '10.0.0.1') =>
  signIn(house.services, { login, password: secret, ip, requestId: 'r' });
const withBearer = (token: string) =>
  authenticate(house.services, { method: 'POST', headers: { authorization: `Bearer ${token}` } });
const withCookie = (token: string, headers: Record<string, string> = {}, method = 'POST') =>
  authenticate(house.services, {
    method,
    headers: { host: 'kehu.test', cookie: `a=b; kehu_session=${token}`, ...headers },
  });

describe('signing in', () => {
  it('with login and password begins a session, whatever the case of the login', async () => {
    const session = await enter(' LI.Wei ', password);
    expect(session.token).toMatch(/^[\w-]{43}$/);
    const { actor, policy, sessionId } = await withBearer(session.token);
    expect(actor).toMatchObject({ staffId: li, login: 'li.wei', roles: ['OPS_CS'], via: 'session' });
    expect(policy?.kinds.has('Customer')).toBe(true);
    expect(sessionId).toBe(session.sessionId);
  });

  it('stores no token, only its hash', async () => {
    const { token } = await enter('li.wei', password);
    const rows = await house.services.database.query<Record<string, unknown>>(
      'SELECT * FROM session WHERE token_hash = ?',
      [tokenHash(token)],
    );
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('is refused in the same words for a wrong password, an unknown login, one without password, one who left', async () => {
    await house.person('no-password', ['OPS_CS']);
    const left = await house.person('left', ['OPS_CS'], { status: 'LEFT', leftOn: '2026-01-01' });
    await setCredential(house.services.database, left, hash, { mustChange: false, now: house.clock.now() });
    const answers = [];
    for (const [login, secret] of [
      ['li.wei', 'wrong-password'],
      ['nobody-here', password],
      ['no-password', password],
      ['left', password],
      ["' OR 1=1 --", password],
      ['li.wei', ''],
      ['x'.repeat(100_000), 'y'.repeat(100_000)],
    ] as const) {
      const error = await refusal(enter(login, secret));
      answers.push([error.code, error.text('en'), JSON.stringify(error.extensions('en'))].join());
    }
    expect(new Set(answers).size).toBe(1);
  });

  it('takes as long for an unknown login as for a known one: it hashes for both', async () => {
    const time = async (login: string) => {
      const began = performance.now();
      await refusal(enter(login, 'wrong-password', `10.1.${login.length}.1`));
      return performance.now() - began;
    };
    // The lower quartile: what else the machine does at the same time only ever adds.
    const typical = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 4)] ?? 0;
    const known: number[] = [];
    const unknown: number[] = [];
    for (let i = 0; i < 32; i += 1) {
      await house.services.database.change('DELETE FROM sign_in_throttle');
      known.push(await time('li.wei'));
      unknown.push(await time('li.wex'));
    }
    // Without the hash an unknown login would take a tenth of the time; the two are compared in one run.
    expect(typical(unknown) / typical(known)).toBeGreaterThan(0.5);
    expect(typical(unknown) / typical(known)).toBeLessThan(2);
  });
});

describe('failures', () => {
  it('cost nothing five times, then one second, doubling to a quarter of an hour', () => {
    expect(Array.from({ length: 18 }, (_, n) => waitAfter(n))).toEqual([
      0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900,
    ]);
  });

  it('make an account wait, also for the right password, and let it in when the wait is over', async () => {
    for (let i = 0; i < 5; i += 1)
      expect((await refusal(enter('li.wei', 'wrong', `10.2.0.${i}`))).code).toBe('UNAUTHENTICATED');
    const error = await refusal(enter('li.wei', password));
    expect([error.code, error.retryAfterSeconds]).toEqual(['RATE_LIMITED', 1]);
    house.clock.forward(1);
    expect((await refusal(enter('li.wei', 'wrong', '10.2.1.1'))).code).toBe('UNAUTHENTICATED');
    expect((await refusal(enter('li.wei', password))).retryAfterSeconds).toBe(2);
    house.clock.forward(2);
    await enter('li.wei', password);
    expect((await refusal(enter('li.wei', 'wrong'))).code).toBe('UNAUTHENTICATED');
  });

  it('of an unknown login make it wait just the same', async () => {
    for (let i = 0; i < 5; i += 1) await refusal(enter('ghost', 'wrong', `10.3.0.${i}`));
    expect((await refusal(enter('ghost', 'wrong'))).code).toBe('RATE_LIMITED');
  });

  it('asked all at once are counted all the same: five are looked at', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => refusal(enter('li.wei', `wrong-${i}`, `10.4.0.${i}`))),
    );
    expect(answers.filter((error) => error.code === 'UNAUTHENTICATED')).toHaveLength(5);
  });

  it('from one address end after thirty in a minute, for every login; those who sign in rightly do not count', async () => {
    for (let i = 0; i < 29; i += 1) await refusal(enter(`guess-${i}`, 'wrong', '10.9.9.9'));
    for (let i = 0; i < 3; i += 1) await enter('li.wei', password, '10.9.9.9');
    await refusal(enter('guess-30', 'wrong', '10.9.9.9'));
    expect((await refusal(enter('li.wei', password, '10.9.9.9'))).code).toBe('RATE_LIMITED');
    await enter('li.wei', password, '10.9.9.10');
    house.clock.forward(61);
    await enter('li.wei', password, '10.9.9.9');
  });
});

describe('a session', () => {
  it('ends after half an hour without use, and lives on while it is used', async () => {
    const { token } = await enter('li.wei', password);
    house.clock.forward(29 * 60);
    expect((await withBearer(token)).actor?.staffId).toBe(li);
    house.clock.forward(29 * 60);
    forgetSessions(house.services.database);
    expect((await withBearer(token)).actor?.staffId).toBe(li);
    house.clock.forward(31 * 60);
    forgetSessions(house.services.database);
    expect((await withBearer(token)).actor).toBeNull();
  });

  it('at a counter lives through a quiet morning, and twelve hours at most', async () => {
    const { token } = await enter('counter', password);
    house.clock.forward(7 * 3600);
    expect((await withBearer(token)).actor?.staffId).toBe(counter);
    house.clock.forward(4.9 * 3600);
    forgetSessions(house.services.database);
    expect((await withBearer(token)).actor?.staffId).toBe(counter);
    house.clock.forward(0.2 * 3600);
    forgetSessions(house.services.database);
    expect((await withBearer(token)).actor).toBeNull();
  });

  it('ends with signing out', async () => {
    const session = await enter('li.wei', password);
    await withBearer(session.token);
    await signOut(house.services, { ...session, ip: null, requestId: 'r' });
    expect((await withBearer(session.token)).actor).toBeNull();
  });

  it('of one who leaves, and rights that are taken away, hold for one second at most', async () => {
    const wang = await house.person('wang', ['OPS_CS', 'STORE_SUP']);
    await setCredential(house.services.database, wang, hash, { mustChange: false, now: house.clock.now() });
    const { token } = await enter('wang', password);
    expect((await withBearer(token)).actor?.roles).toEqual(['STORE_SUP', 'OPS_CS']);
    await house.services.database.change(
      "UPDATE role_grant SET state = 'REVOKED' WHERE staff_id = ? AND role = 'OPS_CS'",
      [wang],
    );
    await new Promise((later) => setTimeout(later, 1050));
    expect((await withBearer(token)).actor?.roles).toEqual(['STORE_SUP']);
    await house.services.database.change("UPDATE staff SET status = 'LEFT' WHERE id = ?", [wang]);
    await new Promise((later) => setTimeout(later, 1050));
    expect((await withBearer(token)).actor).toBeNull();
  });

  it('with a password that somebody else set has no role until it is changed', async () => {
    const zhao = await house.person('zhao', ['GM']);
    await setCredential(house.services.database, zhao, hash, { mustChange: true, now: house.clock.now() });
    const { token } = await enter('zhao', password);
    const { actor, policy } = await withBearer(token);
    expect(actor).toMatchObject({ roles: [], mustChangePassword: true });
    expect(policy?.kinds.size).toBe(0);
  });

  it.each(['', 'kehu_session', 'x'.repeat(43), `kehu_${'x'.repeat(43)}`, '../../etc/passwd'])(
    'is none for the token %j',
    async (token) => {
      expect((await withBearer(token || ' ')).actor).toBeNull();
    },
  );

  it('with roles whose grant waits, is revoked, or has run out, lacks them', async () => {
    const sun = await house.person('sun', []);
    await house.plant('RoleGrant', { staffId: sun, role: 'GM', state: 'PENDING' });
    await house.plant('RoleGrant', { staffId: sun, role: 'OPS', state: 'ACTIVE', expiresOn: '2026-03-01' });
    await house.plant('RoleGrant', {
      staffId: sun,
      role: 'KAM',
      state: 'ACTIVE',
      validTo: '2026-03-01T00:00:00Z',
    });
    await house.plant('RoleGrant', {
      staffId: sun,
      role: 'RM',
      state: 'ACTIVE',
      validFrom: '2036-03-01T00:00:00Z',
    });
    await house.plant('RoleGrant', { staffId: sun, role: 'TECH', state: 'ACTIVE' });
    expect((await house.actor(sun)).roles).toEqual(['TECH']);
  });
});

describe('a cookie', () => {
  it('is taken from our own pages and from whoever types the address', async () => {
    const { token } = await enter('li.wei', password);
    for (const headers of [
      { 'sec-fetch-site': 'same-origin', origin: 'https://kehu.test' },
      { 'sec-fetch-site': 'none' },
      { origin: 'http://kehu.test' },
      {},
    ]) {
      expect((await withCookie(token, headers as Record<string, string>)).actor?.staffId).toBe(li);
    }
    const navigation = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
    expect((await withCookie(token, navigation, 'GET')).actor?.staffId).toBe(li);
  });

  it('is refused when another site sends it', async () => {
    const { token } = await enter('li.wei', password);
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' },
      { origin: 'https://evil.test' },
      { origin: 'null' },
    ]) {
      expect((await refusal(withCookie(token, headers as Record<string, string>))).key).toBe(
        'access.crossSite',
      );
    }
  });
});

describe('an API token', () => {
  it('stands for its owner until it expires or is revoked', async () => {
    const token = newToken('kehu_');
    const id = await house.plant('ApiToken', {
      name: 'report',
      staffId: li,
      prefix: token.slice(0, 9),
      expiresAt: new Date(house.clock.now().getTime() + 3600_000),
    });
    await house.services.database.change(
      'INSERT INTO api_token_secret (token_id, token_hash) VALUES (?, ?)',
      [id, tokenHash(token)],
    );
    const found = await withBearer(token);
    expect(found.actor).toMatchObject({ staffId: li, via: 'token' });
    expect(found.sessionId).toBeNull();
    const [row] = await house.services.database.query<{ last_used_at: string }>(
      'SELECT last_used_at FROM api_token WHERE id = ?',
      [id],
    );
    expect(row?.last_used_at).not.toBeNull();
    house.clock.forward(3601);
    forgetSessions(house.services.database);
    expect((await withBearer(token)).actor).toBeNull();
  });
});
