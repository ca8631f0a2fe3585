import { label } from '@kehu/domain/catalogue/labels';
import { holdersOf } from '../../../access/role-holders.js';
import { badInput, ruleViolation } from '../../../commands/errors.js';
import { cleanReason } from '../../../commands/reason.js';
import { extendCaseClock } from '../clock/clock.js';
import { type CaseAct, takesPart, tell } from './case-act.js';
import { complainedStaysOut, inTheCase, stillOpen, worksOnIt } from './guards.js';
import { answerersOf, others } from './people.js';

/**
 * Only the general manager extends, with a reason: for planning. The deadline of R4.26 stands as it
 * was, and a breach is never cleared (D1.4).
 */
export const extendDeadline = (): CaseAct => ({
  name: 'extendDeadline',
  label: label('延期', '延期', 'Extend the deadline'),
  right: { subject: 'gmDecision', action: 'APPROVE' },
  guards: [stillOpen, complainedStaysOut],
  writes: { kind: 'Complaint', fields: ['extendedTo'], required: ['extendedTo'] },
  reason: 'required',
  async run(work, { complaint, row, input }) {
    const reason = cleanReason(input.reason, 'reason');
    const to = typeof row.extendedTo === 'string' ? row.extendedTo : null;
    if (to === null) throw badInput({ path: 'extendedTo', message: 'input.required' });
    const standing = String(complaint.extendedTo ?? complaint.dueAt);
    if (new Date(to).getTime() <= work.now.getTime())
      throw badInput({ path: 'extendedTo', message: 'input.past' });
    if (new Date(to).getTime() <= new Date(standing).getTime())
      throw badInput({ path: 'extendedTo', message: 'rule.notLater' });
    work.reason(reason);
    await work.update('Complaint', String(complaint.id), { extendedTo: to });
    await extendCaseClock(work, { ...complaint, extendedTo: to }, { to, reason });
    const told = others(
      work,
      await answerersOf(work, complaint),
      complaint.ownerId,
      await holdersOf(work, ['HR_ADMIN']),
    );
    return { told: await tell(work, complaint, told, 'note.extended', { dueAt: to }) };
  },
});

/** Why a case is overdue: mandatory once it is (D1.4), by whoever works on it. The breach stays. */
export const explainBreach = (): CaseAct => ({
  name: 'explainBreach',
  label: label('说明超期原因', '說明超期原因', 'Explain why the case is overdue'),
  right: takesPart,
  guards: [inTheCase, worksOnIt, complainedStaysOut],
  writes: { kind: 'Complaint', fields: ['breachReason'], required: ['breachReason'] },
  async run(work, { complaint, row }) {
    if (row.breachReason == null) throw badInput({ path: 'breachReason', message: 'input.required' });
    if (complaint.breached !== true) throw ruleViolation('rule.notBreached', 'R4.26');
    await work.update('Complaint', String(complaint.id), { breachReason: row.breachReason });
    const to = others(work, await holdersOf(work, ['HR_ADMIN', 'GM']));
    return { told: await tell(work, complaint, to, 'note.breachExplained') };
  },
});

/** Whoever an escalation was brought before says that he knows; one without a name is for HR and the general manager. */
export const acknowledgeEscalation = (): CaseAct => ({
  name: 'acknowledgeEscalation',
  label: label('知悉升级', '知悉升級', 'Acknowledge an escalation'),
  right: takesPart,
  guards: [inTheCase],
  part: 'Escalation',
  open: (part, _, who) => {
    if (part.acknowledgedAt != null) return { message: 'rule.answeredAlready', article: 'R4.25' };
    const mine =
      part.toId == null
        ? who.roles.some((role) => role === 'HR_ADMIN' || role === 'GM')
        : String(part.toId) === who.staffId;
    return mine ? null : { message: 'rule.notAddressed', article: 'R4.25' };
  },
  returns: 'Escalation',
  async run(work, { part }) {
    await work.update('Escalation', String(part.id), {
      acknowledgedAt: work.now.toISOString(),
      done: true,
    });
    return undefined;
  },
});
