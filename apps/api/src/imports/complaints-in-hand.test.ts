import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestServer } from '../testing/test-server.js';
import { sweep } from '../timers/job.js';
import { importInto, startDataServer } from './testing/real-data.js';

const header =
  '原编号,状态,收到时间,进入现状态时间,结案时间,客户姓名,客户电话,投诉渠道,投诉类别,严重程度,主题,投诉内容,客户要求,要求金额,门店代码,受理部门代码,经办人登录名,外部编号,外部期限';
const hours = (ago: number): string =>
  new Date(Date.now() - ago * 3_600_000 + 8 * 3_600_000).toISOString().slice(0, 19);
const line = (no: string, state: string, ago: number, more: Readonly<Record<string, string>> = {}): string =>
  header
    .split(',')
    .map(
      (name) =>
        ({
          原编号: no,
          状态: state,
          收到时间: hours(ago),
          客户姓名: '何静怡',
          客户电话: '13800000012',
          投诉渠道: '电话',
          投诉类别: '质量缺陷',
          严重程度: '一般',
          主题: '坐垫塌陷',
          投诉内容: '使用一个月坐垫塌陷',
          客户要求: '换货',
          门店代码: 'A',
          ...more,
        })[name] ?? '',
    )
    .join(',');

describe('complaints in hand at go-live', () => {
  let server: TestServer;
  const folder = mkdtempSync(join(tmpdir(), 'kehu-in-hand-'));
  const path = join(folder, 'cases.csv');
  beforeAll(async () => {
    server = await startDataServer();
  });
  afterAll(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const bring = async (...lines: readonly string[]) => {
    writeFileSync(path, [header, ...lines].join('\n'));
    return importInto(server.services, { profile: 'complaints-in-hand', files: [path] });
  };
  const caseOf = async (no: string) => {
    const gm = await server.as('gm');
    const { complaints } = await gm.data(
      `{ complaints(where: { sourceKey: { eq: "${no}" } }) { items { id version no state receivedAt dueAt breached stateSince stepDueAt
         desk { login } owner { login } customer { name } demands { type } intakes { outsideNo }
         assessments { reason by { id } } rulings { decision } reports { cause } steps { action from to }
         deadlineEntries { rule event dueAt startedBy } } } }`,
    );
    return complaints.items[0];
  };

  it('come in with their state and original receipt time, and get a clock, a desk and an owner, once', async () => {
    const outcome = await bring(
      line('2026-1', '待裁定', 30),
      line('2026-2', '行政人事部审核', 5 * 24, { 受理部门代码: 'HQ', 经办人登录名: 'handler' }),
      line('2026-3', '已登记', 9 * 24),
      line('2026-4', '已受理', 20, { 投诉渠道: '12315', 外部编号: '12315-88', 外部期限: hours(-48) }),
      line('2026-5', '已结案', 40 * 24, { 结案时间: hours(30 * 24) }),
    );
    expect(outcome).toMatchObject({ state: 'DONE', check: { rowsBad: 0 } });
    const waiting = await caseOf('2026-1');
    expect(waiting).toMatchObject({
      state: 'PENDING_RULING',
      deadlineEntries: [],
      steps: [{ action: 'import', to: 'PENDING_RULING' }],
    });
    await sweep(server.services);
    await sweep(server.services);
    const ruling = await caseOf('2026-1');
    expect(Date.parse(ruling.dueAt) - Date.parse(ruling.receivedAt)).toBe(7 * 24 * 3_600_000);
    expect(ruling).toMatchObject({
      desk: { login: 'store-sup' },
      owner: { login: 'ops-cs' },
      customer: { name: '何静怡' },
      demands: [{ type: 'EXCHANGE' }],
      assessments: [{ reason: expect.stringContaining('纸质'), by: null }],
      rulings: [],
    });
    expect(ruling.stepDueAt).not.toBeNull();
    const closing = ruling.deadlineEntries.filter((entry: { rule: string }) => entry.rule === 'CLOSE');
    expect(closing).toEqual([{ rule: 'CLOSE', event: 'STARTED', dueAt: ruling.dueAt, startedBy: 'import' }]);
    const late = await caseOf('2026-2');
    expect(late).toMatchObject({
      desk: { login: 'hr-admin' },
      rulings: [{ decision: 'ACCEPT' }],
      reports: [{ cause: expect.any(String) }],
    });
    const outside = await caseOf('2026-4');
    expect(Date.parse(outside.dueAt)).toBeLessThan(Date.parse(outside.receivedAt) + 4 * 24 * 3_600_000);
    expect(outside.intakes).toEqual([{ outsideNo: '12315-88' }]);
    const closed = await caseOf('2026-5');
    expect(closed).toMatchObject({ state: 'CLOSED', breached: true, deadlineEntries: [], desk: null });
  });

  it('go on here: the next act is taken, and the same file again changes nothing of it', async () => {
    const { id, version } = await caseOf('2026-1');
    const supervisor = await server.as('store-sup');
    const { ruleOnComplaint } = await supervisor.data(
      `mutation { ruleOnComplaint(input: { id: "${id}", expectedVersion: ${version}, decision: ACCEPT, reason: "成立" }) { complaint { state } } }`,
    );
    expect(ruleOnComplaint.complaint.state).toBe('ACCEPTED');
    const again = await importInto(server.services, { profile: 'complaints-in-hand', files: [path] });
    expect(again.counts.get('Complaint')).toEqual({ created: 0, changed: 0, unchanged: 5 });
    expect((await caseOf('2026-1')).state).toBe('ACCEPTED');
  });

  it('are refused with a state that does not exist or without a receipt time', async () => {
    const outcome = await bring(line('2026-8', '处理中', 3), line('2026-9', '已登记', 3, { 收到时间: '' }));
    expect(outcome.state).toBe('REFUSED');
    expect(outcome.check.bad.map(({ column }) => column)).toEqual(['状态', '收到时间']);
  });
});
