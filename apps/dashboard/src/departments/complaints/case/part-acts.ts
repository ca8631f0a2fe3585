import { caseParticipant } from '@kehu/domain/complaints/complaint';
import type { Person } from '../../../app/boot/session';
import type { Rights } from '../../../data/rights';
import type { CaseFile, Row } from './file';

/**
 * What a person may do with small parts of a case: buttons only, the server asks again. Each mirrors the
 * rule of its act, so that nothing is offered that would be refused.
 */

const idOf = (value: unknown): string => String((value as { id?: unknown } | null | undefined)?.id ?? '');

/** Whether somebody has a part in cases at all, and this one is not about himself (B7.2). */
function takesPart(file: CaseFile, person: Person, rights: Rights): boolean {
  if (!rights.may('CREATE', caseParticipant.subject)) return false;
  return idOf(file.complainedStaff) !== person.id;
}

/** Whoever works on the case now: its handler or desk, customer service, HR, the general manager. */
function worksOnIt(file: CaseFile, person: Person): boolean {
  if (person.roles.some((role) => role === 'OPS_CS' || role === 'HR_ADMIN' || role === 'GM')) return true;
  if ([file.handler, file.desk].some((one) => idOf(one) === person.id)) return true;
  const own = person.department?.id;
  return own !== undefined && [file.handlingDepartment, file.deskDepartment].some((one) => idOf(one) === own);
}

/** A copy 抄送 ends for oneself, or by whoever works on the case. */
export function mayEndCopy(row: Row, file: CaseFile, person: Person, rights: Rights): boolean {
  if (row.part !== 'COPIED' || row.until || !takesPart(file, person, rights)) return false;
  return idOf(row.staff) === person.id || worksOnIt(file, person);
}

/** A link between cases is taken back by anybody who takes part. */
export function mayUnlink(file: CaseFile, person: Person, rights: Rights): boolean {
  return takesPart(file, person, rights);
}

/** An escalation is acknowledged by whom it went to; one to nobody in person by HR or the general manager. */
export function mayAcknowledge(row: Row, person: Person, rights: Rights): boolean {
  if (row.acknowledgedAt || !rights.may('CREATE', caseParticipant.subject)) return false;
  const to = idOf(row.to);
  return to ? to === person.id : person.roles.some((role) => role === 'HR_ADMIN' || role === 'GM');
}
