import { describe, expect, it } from 'vitest';
import { actInput, fieldAt, initialValues } from './act-form';
import { formOf } from './act-forms';
import type { CaseFile } from './file';

const closing = formOf('closeComplaint');
if (!closing) throw new Error('There is no form that closes a case.');
const file = {
  id: '1',
  no: 'TS-20260301-0001',
  version: 3,
  state: 'EXECUTING',
  opinions: [{ id: '8', detail: '换一把新椅子', executor: { id: '5', displayName: '周经办' } }],
} as unknown as CaseFile;
const first = initialValues(closing, file, new Date('2026-03-01T00:00:00Z'), 'Asia/Shanghai');

describe('the form that raises the severity', () => {
  const raising = formOf('raiseSeverity');

  it('sends what makes a case severe as codes, and only of a severe one', () => {
    const values = { severity: 'SEVERE', triggers: 'INJURY_SAFETY GROUP', reason: '多人受伤' };
    expect(raising && actInput(raising, values)).toEqual({
      severity: 'SEVERE',
      triggers: ['INJURY_SAFETY', 'GROUP'],
      reason: '多人受伤',
    });
    expect(raising && actInput(raising, { ...values, severity: 'MAJOR' })).not.toHaveProperty('triggers');
  });
});

describe('the form of the report', () => {
  const report = formOf('submitInvestigationReport');

  it('sends the id of the original, whether the case has the file or it was just uploaded', () => {
    const sent = (originalComplaint: string) =>
      report && actInput(report, { ...initialValues(report, file, new Date(0), 'UTC'), originalComplaint });
    expect(sent('71')).toMatchObject({ originalComplaintId: '71' });
    expect(sent('72\n投诉信.pdf')).toMatchObject({ originalComplaintId: '72' });
    expect(sent('')).not.toHaveProperty('originalComplaintId');
  });
});

describe('the form that closes a case', () => {
  it('sends the proof of a remedy that was carried out, and nothing of an undertaking', () => {
    expect(actInput(closing, { ...first, proof: '换货单 88' })).toEqual({ proof: '换货单 88' });
  });

  it('suggests as undertaking what the opinion says and who carries it out, and sends it as one object', () => {
    const input = actInput(closing, { ...first, remedyDone: 'PROMISED', dueAt: '2026-03-05T18:00' });
    expect(input).toEqual({
      undertaking: { text: '换一把新椅子', assigneeId: '5', dueAt: expect.stringMatching(/^2026-03-05T/) },
    });
  });

  it('finds the field that a path of the input means', () => {
    expect(fieldAt(closing, 'undertaking.assigneeId')?.name).toBe('assignee');
    expect(fieldAt(closing, 'undertaking.text')?.name).toBe('text');
    expect(fieldAt(closing, 'proof')?.name).toBe('proof');
    expect(fieldAt(closing, 'undertaking')).toBeUndefined();
  });
});
