import type { Actor } from '@kehu/domain/access/actor';
import { permits } from '@kehu/domain/access/permissions';
import type { Role } from '@kehu/domain/access/roles';
import { brokenGuards } from '@kehu/domain/access/separation-of-duties';
import { endedStates } from '@kehu/domain/complaints/vocabularies';
import type { Obstacle } from '../../../commands/allowed-actions.js';
import { ruleViolation } from '../../../commands/errors.js';
import type { RecordRow } from '../../../records/encode.js';

/** What of a case and of the person stands against an act beside the pipeline; null when nothing does. */
export type CaseGuard = (complaint: RecordRow, actor: Actor) => Obstacle | null;

const has = (actor: Actor, ...roles: readonly Role[]): boolean =>
  actor.roles.some((held) => roles.includes(held));
const text = (value: unknown): string | null => (value == null ? null : String(value));

/** Nothing more is due in a case that has ended. */
export const stillOpen: CaseGuard = ({ state }) =>
  endedStates.some((ended) => ended === state) ? { message: 'rule.caseEnded' } : null;

/**
 * Everybody in a case may record what he does for it (R1.5). Readers alone are not in it: whoever may
 * not register a complaint has no part in one.
 */
export const inTheCase: CaseGuard = (_, { roles }) =>
  permits(roles, 'complaintCard', 'CREATE').length > 0 ? null : { message: 'rule.notInCase' };

/** The person complained about, and the own staff of a head complained about, take no part (B7.2). */
export const complainedStaysOut: CaseGuard = (complaint, actor) => {
  const [broken] = brokenGuards(['complainedPersonStaysOut'], {
    actor,
    complainedStaffId: text(complaint.complainedStaffId),
    complainedDepartmentId: text(complaint.complainedDepartmentId),
    managerComplainedAbout: complaint.aboutHead === true,
  });
  return broken ? { message: 'rule.complainedStaysOut', article: 'B7.2' } : null;
};

/** Whoever works on the case now: handler, handling department, its desk, customer service, HR, the general manager. */
export const worksOnIt: CaseGuard = (complaint, actor) => {
  if (has(actor, 'OPS_CS', 'HR_ADMIN', 'GM')) return null;
  const mine =
    [complaint.handlerId, complaint.deskId].some((id) => text(id) === actor.staffId) ||
    [complaint.handlingDepartmentId, complaint.deskDepartmentId].some(
      (id) => id != null && actor.departmentIds.includes(String(id)),
    );
  return mine ? null : { message: 'rule.notHandling' };
};

/** Supervision of the whole and falling severity are for HR and the general manager (R4.25, D1.3). */
export const hrOrGm: CaseGuard = (_, actor) =>
  has(actor, 'HR_ADMIN', 'GM') ? null : { message: 'rule.hrOrGmOnly', article: 'R4.25' };

/** Disputed matters are ruled on by customer service (R4.5). */
export const customerService: CaseGuard = (_, actor) =>
  has(actor, 'OPS_CS', 'GM') ? null : { message: 'rule.customerServiceRules', article: 'R4.5' };

/** The first obstacle of several guards. */
export const firstOf =
  (...guards: readonly CaseGuard[]): CaseGuard =>
  (complaint, actor) => {
    for (const guard of guards) {
      const obstacle = guard(complaint, actor);
      if (obstacle) return obstacle;
    }
    return null;
  };

/** Throws what stands against the act. */
export function require(guard: CaseGuard, complaint: RecordRow, actor: Actor): void {
  const obstacle = guard(complaint, actor);
  if (obstacle) throw ruleViolation(obstacle.message, obstacle.article ?? null);
}
