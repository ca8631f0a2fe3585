import { describe, expect, it } from 'vitest';
import type { Person } from '../../../app/boot/session';
import { rightsOf } from '../../../data/rights';
import type { CaseFile, Row } from './file';
import { mayAcknowledge, mayEndCopy, mayUnlink } from './part-acts';

const person = (id: string, roles: readonly string[] = [], department = '9'): Person => ({
  id,
  login: null,
  displayName: '',
  department: { id: department, name: '' },
  roles,
  permissions: [],
  mustChangePassword: false,
  timeZone: 'Asia/Shanghai',
  organisationName: '',
});
const right = (action: string) => ({
  subject: 'complaintCard',
  action,
  scope: 'ALL',
  masked: false,
  disclosure: 'PLAIN',
  fields: null,
});
const member = rightsOf([right('READ'), right('CREATE')]);
const reader = rightsOf([right('READ')]);
const file = {
  id: '1',
  no: 'TS-1',
  version: 1,
  state: 'INVESTIGATING',
  handler: { id: '3' },
  desk: { id: '4' },
  handlingDepartment: { id: '7' },
  complainedStaff: { id: '6' },
} as unknown as CaseFile;
const copy: Row = { id: '11', part: 'COPIED', staff: { id: '5' }, until: null };

describe('a copy of a case', () => {
  it('is ended by whoever has it, or works on the case', () => {
    expect(mayEndCopy(copy, file, person('5'), member)).toBe(true);
    expect(mayEndCopy(copy, file, person('3'), member)).toBe(true);
    expect(mayEndCopy(copy, file, person('8', [], '7'), member)).toBe(true);
    expect(mayEndCopy(copy, file, person('8', ['OPS_CS']), member)).toBe(true);
  });

  it('is not ended by others, by readers, by the person complained about, or twice', () => {
    expect(mayEndCopy(copy, file, person('8'), member)).toBe(false);
    expect(mayEndCopy(copy, file, person('5'), reader)).toBe(false);
    expect(mayEndCopy(copy, file, person('6', ['GM']), member)).toBe(false);
    expect(mayEndCopy({ ...copy, until: '2026-03-01' }, file, person('5'), member)).toBe(false);
    expect(mayEndCopy({ ...copy, part: 'INVESTIGATOR' }, file, person('3'), member)).toBe(false);
  });
});

describe('a link between cases', () => {
  it('is taken back by whoever takes part, not by readers nor the person complained about', () => {
    expect(mayUnlink(file, person('8'), member)).toBe(true);
    expect(mayUnlink(file, person('8'), reader)).toBe(false);
    expect(mayUnlink(file, person('6'), member)).toBe(false);
  });
});

describe('an escalation', () => {
  const to = (id: string | null): Row => ({ id: '1', to: id ? { id } : null, acknowledgedAt: null });
  it('is acknowledged by whom it went to, and one to nobody by HR or the general manager', () => {
    expect(mayAcknowledge(to('5'), person('5'), member)).toBe(true);
    expect(mayAcknowledge(to('5'), person('8', ['GM']), member)).toBe(false);
    expect(mayAcknowledge(to(null), person('8', ['GM']), member)).toBe(true);
    expect(mayAcknowledge(to(null), person('8'), member)).toBe(false);
    expect(mayAcknowledge({ ...to('5'), acknowledgedAt: '2026-03-01' }, person('5'), member)).toBe(false);
  });
});
