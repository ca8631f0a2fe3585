import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casePeople } from '../../../acceptance/valid-complaint-acts.js';
import { openWorld, type World } from '../../../acceptance/world.js';
import type { RecordRow } from '../../../records/encode.js';
import { houseStaff, loginOf } from '../../../testing/small-house.js';
import { plantCase } from '../testing/plant-case.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.stop());

const registeredAt = '2026-01-06T02:00:00.000Z';
/** Everything by which somebody could guess who complained. */
const naming = ['欧阳建国', '建国', '欧阳先生', '李律师', '13912340000', 'ouyang@', '客户原话'];

/** A case about somebody, with a step whose note names the complainant, and one that was taken back. */
async function caseAbout(staffId: string, more: RecordRow = {}): Promise<string> {
  const { id } = await plantCase((kind, row) => world.plant(kind, row), 'INVESTIGATING', casePeople, {
    complainedStaffId: staffId,
    shielded: true,
    complainantName: '欧阳建国',
    representedBy: '李律师',
    subject: '欧阳先生投诉服务态度',
    description: '欧阳建国（13912340000，ouyang@example.com）由李律师代为投诉：店员出言不逊。',
    ...more,
  });
  await world.server.services.database.change('DELETE FROM case_step WHERE complaint_id = ?', [id]);
  const step = (action: string, to: string, row: RecordRow = {}) =>
    world.plant('CaseStep', {
      complaintId: id,
      action,
      transition: '1',
      to,
      byId: '151',
      at: registeredAt,
      note: '客户原话：我是建国，电话 13912340000',
      late: false,
      conflictOverride: false,
      ...row,
    });
  await step('registerComplaint', 'REGISTERED');
  await step('assessComplaint', 'PENDING_RULING');
  await step('ruleOnComplaint', 'ACCEPTED', { recalledAt: registeredAt });
  return id;
}

const question = `{ complaintsAboutMe { id no state category subject description complainantName receivedAt repliedAt
  hidden steps { action label at state by note } } }`;

const seenBy = async (login: string, id: string) => {
  const client = await world.server.as(login);
  const { complaintsAboutMe } = await client.data(question);
  return (complaintsAboutMe as { id: string }[]).find((each) => each.id === id);
};

describe('a case about oneself', () => {
  const login = loginOf('HANDLER');
  const staffId = houseStaff[login] ?? '';

  it('shows before the reply which acts were done when and where the case stood, and nothing that names who complained', async () => {
    const seen = await seenBy(login, await caseAbout(staffId));
    expect(seen).toMatchObject({
      hidden: true,
      complainantName: null,
      steps: [
        { action: 'registerComplaint', at: registeredAt, state: 'REGISTERED', by: null, note: null },
        { action: 'assessComplaint', state: 'PENDING_RULING', by: null, note: null },
      ],
    });
    const whole = JSON.stringify(seen);
    expect(whole).toContain('店员出言不逊');
    expect(naming.filter((word) => whole.includes(word))).toEqual([]);
  });

  it('shows after the reply who did what, and what was noted', async () => {
    const seen = await seenBy(login, await caseAbout(staffId, { repliedAt: registeredAt }));
    expect(seen).toMatchObject({ hidden: false, complainantName: '欧阳建国' });
    const [step] = (seen as unknown as { steps: { by: string | null; note: string }[] }).steps;
    expect(step?.by).not.toBeNull();
    expect(step?.note).toContain('客户原话');
  });

  it('is shown to nobody else by this question', async () => {
    const id = await caseAbout(staffId);
    expect(await seenBy(loginOf('HANDLER_SUP'), id)).toBeUndefined();
  });
});
