import { complaintKpis } from '@kehu/domain/kpi/complaint-kpis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../../testing/test-server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
}, 120_000);
afterAll(() => server?.stop(), 60_000);

describe('the statistics in GraphQL', () => {
  it('answer figures with their definitions, and the monthly table, to who may see them', async () => {
    const gm = await server.as('gm');
    const { kpis, complaintFigures, monthlyTable, regulations } = await gm.data(
      `{ kpis(codes: ["E1.2", "E1.10", "E1.17"], period: "2026-02", by: STORE) {
           code label definition unit value text reason where groups { key label value where } }
         complaintFigures(period: "2026-02") { coming { count where } waiting { label value } causes { label count } }
         monthlyTable(period: "2026-02") { period partOnly frozen parts { no title rows { label cells { place text cases } } } }
         regulations(regulation: "1") { code title text enforcedBy { is id label } evidence { cases onTime late lastBreachAt } } }`,
    );
    expect(kpis.map(({ code }: { code: string }) => code)).toHaveLength(8);
    expect(kpis[0]).toMatchObject({ code: 'E1.2', value: null, text: '–', reason: 'Nothing in the period' });
    expect(complaintFigures.coming.count).toBeGreaterThanOrEqual(0);
    expect(monthlyTable.parts).toHaveLength(10);
    expect(regulations.map(({ code }: { code: string }) => code)).toEqual(['R1.1', 'R1.2', 'R1.5']);
  });

  it('say in the schema what each of them counts', async () => {
    const gm = await server.as('gm');
    const { __schema } = await gm.data(
      '{ __schema { queryType { fields { name args { name description } } } } }',
    );
    const { args } = __schema.queryType.fields.find(({ name }: { name: string }) => name === 'kpis');
    const { description } = args.find(({ name }: { name: string }) => name === 'codes');
    for (const { code, definition } of complaintKpis)
      expect(description).toMatch(
        new RegExp(`^- \`${code}\` .*${definition.en.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`, 'm'),
      );
  });

  it('aim at what the organisation set last, and at nothing when it took its aim back', async () => {
    const gm = await server.as('gm');
    const aim = async () =>
      (await gm.data('{ kpis(codes: ["E1.2"], period: "2026-02") { target } }')).kpis[0].target;
    const set = (value: string) =>
      gm.data(
        'mutation($input: SetComplaintSettingInput!) { setComplaintSetting(input: $input) { told { name } } }',
        {
          input: { key: 'kpi.E1.2', value, reason: '年度目标' },
        },
      );
    expect(await aim()).toBe('100');
    await set('95.5');
    expect(await aim()).toBe('95.5');
    await set('-');
    expect(await aim()).toBeNull();
  });

  it('are refused to whoever has no right, and to nobody in particular', async () => {
    const admin = await server.as('sys-admin');
    expect((await admin.error('{ kpis { code } }')).extensions.code).toBe('FORBIDDEN');
    expect((await admin.error('{ complaintFigures { asOf } }')).extensions.code).toBe('FORBIDDEN');
    expect((await admin.error('{ monthlyTable(period: "2026-02") { period } }')).extensions.code).toBe(
      'FORBIDDEN',
    );
    expect((await server.anonymous.error('{ regulations { code } }')).extensions.code).toBe(
      'UNAUTHENTICATED',
    );
  });
});
