import { describe, expect, it } from 'vitest';
import type { Role } from './roles.js';
import { brokenGuards, type DutyFacts, type DutyGuardName, dutyGuards } from './separation-of-duties.js';

const actor = (staffId: string, roles: Role[] = [], more: Partial<DutyFacts['actor']> = {}) => ({
  staffId,
  roles,
  departmentId: '10',
  via: 'session' as const,
  ...more,
});
const broken = (name: DutyGuardName, facts: DutyFacts): boolean => brokenGuards([name], facts).length > 0;

describe('separation of duties (B7)', () => {
  it('lets nobody review what he wrote, not even through a delegation', () => {
    expect(broken('authorIsNotReviewer', { actor: actor('1'), authorId: '1' })).toBe(true);
    expect(broken('authorIsNotReviewer', { actor: actor('2'), onBehalfOfId: '1', authorId: '1' })).toBe(true);
    expect(broken('authorIsNotReviewer', { actor: actor('2'), authorId: '1' })).toBe(false);
  });

  it('keeps the person complained about out of the case', () => {
    expect(broken('complainedPersonStaysOut', { actor: actor('1'), complainedStaffId: '1' })).toBe(true);
    expect(broken('complainedPersonStaysOut', { actor: actor('2'), complainedStaffId: '1' })).toBe(false);
  });

  it("keeps a manager's own staff out when the manager is complained about", () => {
    const facts = { actor: actor('2'), complainedDepartmentId: '10', complainedStaffId: '1' };
    expect(broken('complainedPersonStaysOut', { ...facts, managerComplainedAbout: true })).toBe(true);
    expect(broken('complainedPersonStaysOut', { ...facts, managerComplainedAbout: false })).toBe(false);
    const outside = { ...facts, actor: actor('3', [], { departmentId: '11' }), managerComplainedAbout: true };
    expect(broken('complainedPersonStaysOut', outside)).toBe(false);
  });

  it('lets customer service alone reply, and the store when it did not accept', () => {
    expect(broken('replyByCustomerService', { actor: actor('1', ['OPS_CS']) })).toBe(false);
    expect(broken('replyByCustomerService', { actor: actor('1', ['STORE_SUP']) })).toBe(true);
    expect(
      broken('replyByCustomerService', { actor: actor('1', ['STORE_SUP']), notAcceptedReply: true }),
    ).toBe(false);
    expect(broken('replyByCustomerService', { actor: actor('1', ['HANDLER']), notAcceptedReply: true })).toBe(
      true,
    );
  });

  it('lets no relationship manager decide about a facility', () => {
    expect(broken('relationshipManagerDoesNotDecide', { actor: actor('1', ['RM']) })).toBe(true);
    const own = { actor: actor('1', ['CREDIT_REVIEWER']), applicationOwnerId: '1' };
    expect(broken('relationshipManagerDoesNotDecide', own)).toBe(true);
    expect(broken('relationshipManagerDoesNotDecide', { ...own, applicationOwnerId: '2' })).toBe(false);
  });

  it('lets nobody grant a role to himself or approve his own grant', () => {
    expect(broken('noGrantToOneself', { actor: actor('1', ['SYS_ADMIN']), granteeId: '1' })).toBe(true);
    expect(broken('noGrantToOneself', { actor: actor('1', ['SYS_ADMIN']), granteeId: '2' })).toBe(false);
    const grant = { granteeId: '2', grantedById: '1' };
    expect(broken('secondPersonApproves', { actor: actor('1', ['SYS_ADMIN']), ...grant })).toBe(true);
    expect(broken('secondPersonApproves', { actor: actor('2', ['GM']), ...grant })).toBe(true);
    expect(broken('secondPersonApproves', { actor: actor('3', ['GM']), ...grant })).toBe(false);
  });

  it("takes the operator's tool for a second person, so that nobody is locked out", () => {
    const operator = actor('0', [], { via: 'operator' });
    expect(broken('secondPersonApproves', { actor: operator, granteeId: '2', grantedById: null })).toBe(
      false,
    );
  });

  it('asks for a reason when a ruling is overridden', () => {
    expect(broken('overrideWithReason', { actor: actor('1', ['GM']), reason: '  ' })).toBe(true);
    expect(broken('overrideWithReason', { actor: actor('1', ['GM']), reason: '证据不足' })).toBe(false);
  });

  it('names every guard by its own id', () => {
    for (const [name, guard] of Object.entries(dutyGuards)) expect(guard.id).toBe(name);
  });
});
