import { createHash } from 'node:crypto';
import { existsSync, readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../testing/client.js';
import { house } from '../testing/small-house.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { mostBytes, storedPath } from './store.js';
import { sweepUploadedFiles } from './sweep.js';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const page = Buffer.from('<!doctype html><script>alert(document.cookie)</script>');
const sound = Buffer.concat([
  Buffer.from('ID3'),
  Buffer.from(Array.from({ length: 500 }, (_, i) => i % 251)),
]);

interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers of any shape
  readonly body: any;
}
type Files = readonly (readonly [name: string, content: Uint8Array])[];

describe('files', () => {
  let server: TestServer;
  const as = (login: string) => server.as(login);

  async function upload(
    client: Client,
    files: Files,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> {
    const form = new FormData();
    for (const [name, content] of files)
      form.append('file', new Blob([Buffer.from(content)], { type: 'image/png' }), name);
    const response = await fetch(`${client.url}/files`, {
      method: 'POST',
      headers: {
        'accept-language': 'en',
        ...(client.token ? { authorization: `Bearer ${client.token}` } : {}),
        ...headers,
      },
      body: form,
    });
    return { status: response.status, body: await response.json() };
  }
  const uploaded = async (client: Client, name: string, content: Uint8Array): Promise<string> => {
    const { status, body } = await upload(client, [[name, content]]);
    expect(status, JSON.stringify(body)).toBe(201);
    return body.id;
  };
  const registered = async (client: Client, fileIds: readonly string[], more = {}) => {
    const { registerComplaint } = await client.data(
      `mutation($input: RegisterComplaintInput!) { registerComplaint(input: $input) { complaint { id version attachments(orderBy: [{ id: ASC }]) { id fileName mime size sha256 original uploadedBy { login } } } } }`,
      {
        input: {
          customerId: house.customersA[0],
          subject: '椅脚断裂',
          description: '坐下时断裂',
          category: 'QUALITY_DEFECT',
          channel: 'STORE',
          demands: [{ type: 'REFUND' }],
          fileIds,
          ...more,
        },
      },
    );
    return registerComplaint.complaint;
  };
  const attach =
    'mutation($input: AttachFilesInput!) { attachFiles(input: $input) { complaint { attachments { id } } } }';

  beforeAll(async () => {
    server = await startTestServer();
    await server.services.database.change('UPDATE id_block SET next = GREATEST(next, 100000) WHERE id = 1');
  });
  afterAll(() => server?.stop());

  it('come in several at once, get ids that an act takes, and are there for whoever sees the case', async () => {
    const clerk = await as('store-staff');
    const { status, body } = await upload(clerk, [
      ['照片.png', png],
      ['录音.mp3', sound],
    ]);
    expect(status).toBe(201);
    expect(body.files).toMatchObject([
      {
        fileName: '照片.png',
        mime: 'image/png',
        size: png.length,
        sha256: createHash('sha256').update(png).digest('hex'),
      },
      { fileName: '录音.mp3', mime: 'audio/mpeg' },
    ]);
    const ids = body.files.map((file: { id: string }) => file.id);
    const { attachments } = await registered(clerk, ids);
    expect(attachments).toMatchObject([
      { fileName: '照片.png', mime: 'image/png', original: false, uploadedBy: { login: 'store-staff' } },
      { fileName: '录音.mp3' },
    ]);
    const picture = await (await as('ops-cs')).get(`/files/${attachments[0].id}`);
    expect(picture.status).toBe(200);
    expect(Buffer.from(await picture.arrayBuffer()).equals(png)).toBe(true);
    expect(picture.headers.get('content-type')).toBe('image/png');
    expect(picture.headers.get('x-content-type-options')).toBe('nosniff');
    expect(picture.headers.get('content-security-policy')).toContain('sandbox');
    expect(picture.headers.get('content-disposition')).toBe(
      `inline; filename="__.png"; filename*=UTF-8''${encodeURIComponent('照片.png')}`,
    );
    const [noted] = await server.services.database.query<{ n: string }>(
      "SELECT COUNT(*) AS n FROM audit_entry WHERE action = 'openAttachment' AND entity_id = ?",
      [attachments[0].id],
    );
    expect(Number(noted?.n)).toBe(1);
  });

  it('of another store, of nobody and of a mere analyst look alike: not there', async () => {
    const clerk = await as('store-staff');
    const { attachments } = await registered(clerk, [await uploaded(clerk, 'a.png', png)]);
    const [{ id }] = attachments;
    for (const login of ['store-staff-b', 'analyst', 'sys-admin', 'rm'])
      expect((await (await as(login)).get(`/files/${id}`)).status, login).toBe(404);
    expect((await clerk.get('/files/999999999')).status).toBe(404);
    expect((await server.anonymous.get(`/files/${id}`)).status).toBe(401);
  });

  it('of a contract are for whoever sees the contract, and their opening stands in its trail', async () => {
    const manager = await as('kam');
    const {
      draftContract: { contract },
    } = await manager.data(
      'mutation($input: DraftContractInput!) { draftContract(input: $input) { contract { id files { id fileName } } } }',
      {
        input: {
          customerId: house.dealer,
          name: '年度合同',
          startsOn: '2026-01-01',
          endsOn: '2026-12-31',
          fileIds: [await uploaded(manager, '合同.png', png)],
        },
      },
    );
    const [{ id }] = contract.files;
    for (const login of ['kam', 'dept-head', 'finance', 'gm'])
      expect((await (await as(login)).get(`/files/${id}`)).status, login).toBe(200);
    for (const login of ['store-staff', 'logistics', 'analyst', 'sys-admin'])
      expect((await (await as(login)).get(`/files/${id}`)).status, login).toBe(404);
    const [noted] = await server.services.database.query<{ n: string }>(
      "SELECT COUNT(*) AS n FROM audit_entry WHERE action = 'openAttachment' AND entity = 'ContractFile' AND whole_entity = 'Contract' AND whole_id = ?",
      [contract.id],
    );
    expect(Number(noted?.n)).toBe(4);
  });

  it('of somebody else, taken already, or expired are no files for an act', async () => {
    const [clerk, other] = [await as('store-staff'), await as('store-sup')];
    const id = await uploaded(clerk, 'mine.png', png);
    expect((await other.get(`/files/${id}`)).status).toBe(404);
    expect((await clerk.get(`/files/${id}`)).status).toBe(200);
    const { id: complaint } = await registered(clerk, []);
    const tried = await other.error(attach, { variables: { input: { id: complaint, fileIds: [id] } } });
    expect(tried.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'fileIds.0' }] });
    await clerk.data(attach, { input: { id: complaint, fileIds: [id] } });
    const twice = await clerk.error(attach, { variables: { input: { id: complaint, fileIds: [id] } } });
    expect(twice.extensions.code).toBe('BAD_USER_INPUT');
    const old = await uploaded(clerk, 'old.png', png);
    await server.services.database.change("UPDATE uploaded_file SET at = '2020-01-01' WHERE id = ?", [old]);
    const late = await clerk.error(attach, { variables: { input: { id: complaint, fileIds: [old] } } });
    expect(late.extensions.code).toBe('BAD_USER_INPUT');
    expect((await clerk.get(`/files/${old}`)).status).toBe(404);
  });

  it('cannot be put to a case by whoever has no part in it', async () => {
    const clerk = await as('store-staff');
    const { id: complaint } = await registered(clerk, []);
    const stranger = await as('store-staff-b');
    const file = await uploaded(stranger, 'x.png', png);
    const error = await stranger.error(attach, { variables: { input: { id: complaint, fileIds: [file] } } });
    expect(error.extensions.code).toBe('NOT_FOUND');
    const analyst = await as('analyst');
    const counted = await uploaded(analyst, 'x.png', png);
    const refused = await analyst.error(attach, {
      variables: { input: { id: complaint, fileIds: [counted] } },
    });
    expect(refused.extensions.code).toBe('RULE_VIOLATION');
  });

  it('that pretend to be a picture are what they are, and never a page of ours', async () => {
    const clerk = await as('store-staff');
    const zip = Buffer.from('UEsDBAoAAAAAAA==', 'base64');
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
    const { body } = await upload(clerk, [
      ['photo.png', page],
      ['plan.svg', svg],
      ['all.zip', zip],
    ]);
    expect(body.files.map((file: { fileName: string; mime: string }) => [file.fileName, file.mime])).toEqual([
      ['photo.png.html', 'text/html'],
      ['plan.svg', 'image/svg+xml'],
      ['all.zip', 'application/zip'],
    ]);
    for (const { id } of body.files) {
      const answer = await clerk.get(`/files/${id}`);
      expect(answer.headers.get('content-type')).toBe('application/octet-stream');
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment;/);
      expect(answer.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
    }
    const program = await upload(clerk, [['photo.png', Buffer.from('#!/bin/sh\necho')]]);
    expect(program).toMatchObject({ status: 415, body: { error: { message: 'Programs are not taken.' } } });
    expect((await upload(clerk, [['leer.png', Buffer.alloc(0)]])).status).toBe(422);
    expect((await upload(clerk, [])).status).toBe(422);
  });

  it('that are too large or too many are refused, and leave nothing', async () => {
    const clerk = await as('store-staff');
    const incoming = join(server.services.settings.home, 'files', 'incoming');
    const large = await upload(clerk, [['film.mp4', Buffer.alloc(mostBytes + 1, 1)]]);
    expect(large).toMatchObject({ status: 413, body: { error: { code: 'BAD_USER_INPUT' } } });
    const many = await upload(
      clerk,
      Array.from({ length: 11 }, (_, i) => [`${i}.png`, png] as const),
    );
    expect(many.status).toBe(413);
    expect(readdirSync(incoming)).toEqual([]);
    await server.services.database.change(
      "UPDATE uploaded_file SET size = 200000000 WHERE staff_id = (SELECT id FROM staff WHERE login = 'store-staff')",
    );
    const quota = await upload(clerk, [['one-more.png', png]]);
    expect(quota).toMatchObject({ status: 429, body: { error: { code: 'RATE_LIMITED' } } });
    await server.services.database.change('DELETE FROM uploaded_file');
  });

  it('keep their names without any way out of the folder', async () => {
    const clerk = await as('store-staff');
    const { body } = await upload(clerk, [
      ['../../../etc/passwd', Buffer.from('root:x:0:0')],
      ['..\\..\\boot.ini', Buffer.from('boot')],
      ['a\u0000b"\r\nSet-Cookie: x.png', png],
    ]);
    expect(body.files.map((file: { fileName: string }) => file.fileName)).toEqual([
      expect.stringMatching(/^passwd\.txt$/),
      expect.stringMatching(/^boot\.ini\.txt$/),
      expect.not.stringMatching(/[\r\n"/\\]/),
    ]);
    for (const path of [
      '/files/..%2F..%2Fsecrets',
      '/files/%2e%2e/secrets',
      '/files/1%20OR%201=1',
      '/files/0x10',
    ])
      expect((await clerk.get(path)).status, path).toBe(404);
    const answer = await clerk.get(`/files/${body.files[2].id}`);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(() => storedPath('/home', '../../etc/passwd')).toThrow();
  });

  it('are refused when a page of another site sends or asks for them with the cookie', async () => {
    const clerk = await as('store-staff');
    const id = await uploaded(clerk, 'a.png', png);
    const cookie = `kehu_session=${clerk.token}`;
    const foreign = { cookie, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    const nobody = { url: clerk.url, token: null } as Client;
    expect((await upload(nobody, [['a.png', png]], foreign)).status).toBe(403);
    expect((await fetch(`${clerk.url}/files/${id}`, { headers: foreign })).status).toBe(403);
    const own = { cookie, origin: clerk.url, 'sec-fetch-site': 'same-origin' };
    expect((await upload(nobody, [['a.png', png]], own)).status).toBe(201);
    expect((await upload(server.anonymous, [['a.png', png]])).status).toBe(401);
  });

  it('of sound and film are played from any place', async () => {
    const clerk = await as('store-staff');
    const { attachments } = await registered(clerk, [await uploaded(clerk, 'call.mp3', sound)]);
    const path = `/files/${attachments[0].id}`;
    const part = await clerk.get(path, { range: 'bytes=100-149' });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe(`bytes 100-149/${sound.length}`);
    expect(Buffer.from(await part.arrayBuffer()).equals(sound.subarray(100, 150))).toBe(true);
    const beyond = await clerk.get(path, { range: 'bytes=9999-' });
    expect(beyond.status).toBe(416);
    expect((await clerk.get(path)).headers.get('accept-ranges')).toBe('bytes');
  });

  it('that no act takes within a day go, but not those whose content a case has', async () => {
    const clerk = await as('store-staff');
    const { database, settings } = server.services;
    const lost = Buffer.from(`lost ${Math.random()}`);
    const ids = [await uploaded(clerk, 'lost.txt', lost), await uploaded(clerk, 'same.mp3', sound)];
    const hash = (content: Buffer) => createHash('sha256').update(content).digest('hex');
    await database.change("UPDATE uploaded_file SET at = '2020-01-01' WHERE id IN (?)", [ids]);
    const paths = [lost, sound].map((content) => storedPath(settings.home, hash(content)));
    for (const path of paths) utimesSync(path, new Date('2020-01-01'), new Date('2020-01-01'));
    expect(await sweepUploadedFiles(server.services)).toBe(2);
    expect(paths.map((path) => existsSync(path))).toEqual([false, true]);
    expect((await database.query('SELECT 1 FROM uploaded_file WHERE id IN (?)', [ids])).length).toBe(0);
  });
});
