import type { Actor } from '@kehu/domain/access/actor';
import { isOurFault } from '@kehu/domain/complaints/fault';
import { severity } from '@kehu/domain/complaints/vocabularies';
import type { ActionRule, Obstacle } from '../../../commands/allowed-actions.js';
import type { RecordRow } from '../../../records/encode.js';
import { caseActs } from './acts.js';
import { obstacleOnPart } from './case-act.js';
import { firstOf } from './guards.js';

type Further = (row: RecordRow, actor: Actor) => Obstacle | null;

/** What of the case itself, beyond the guards of the act, stands against it just now. */
const further: Readonly<Record<string, Further>> = {
  raiseSeverity: (row) =>
    row.severity === severity.codes.at(-1) ? { message: 'rule.severityNotHigher', article: 'R1.5' } : null,
  lowerSeverity: (row) =>
    row.severity === severity.codes[0] ? { message: 'rule.severityNotLower', article: 'R1.5' } : null,
  recordFirstResponse: (row) =>
    row.firstResponseAt == null ? null : { message: 'rule.alreadyResponded', article: 'R1.5' },
  urgeComplaint: (row) =>
    row.deskId == null && row.deskDepartmentId == null ? { message: 'rule.noDesk' } : null,
  startWaiting: (row) => (row.waitingSince == null ? null : { message: 'rule.waitingAlready' }),
  endWaiting: (row) => (row.waitingSince == null ? { message: 'rule.notWaiting' } : null),
  explainBreach: (row) => (row.breached === true ? null : { message: 'rule.notBreached', article: 'R4.26' }),
  skipPreventiveAction: (row) =>
    isOurFault(row.conclusion) ? { message: 'rule.preventionNeeded', article: 'R4.4' } : null,
};

/** Acts that make sense for some cases alone; others have no such button. */
const fits: Readonly<Record<string, (row: RecordRow) => boolean>> = {
  reviewSample: ({ sampledAt }) => sampledAt != null,
};

/** Buttons on a case beside those of the pipeline, each with what stands against it. */
export function collaborationActions(): ActionRule[] {
  return caseActs()
    .filter(({ part }) => part === undefined)
    .map(({ name, right, guards }) => {
      const guard = firstOf(...guards);
      return {
        action: name,
        right,
        deputies: true,
        ...(fits[name] ? { fits: fits[name] } : {}),
        obstacle: (row, actor) => guard(row, actor) ?? further[name]?.(row, actor) ?? null,
      };
    });
}

/** Buttons on the parts of a case by their kind: `allowedActions` of DepartmentTask and the others with acts. */
export function partActions(): ReadonlyMap<string, readonly ActionRule[]> {
  const found = new Map<string, ActionRule[]>();
  for (const act of caseActs()) {
    if (!act.part) continue;
    const rules = found.get(act.part) ?? [];
    found.set(act.part, rules);
    rules.push({
      action: act.name,
      right: act.right,
      deputies: true,
      async obstacle(part, who, { acting, load }) {
        const complaint = await load('Complaint', String(part.complaintId));
        return complaint
          ? obstacleOnPart(act, part, complaint, who, acting)
          : { message: 'access.forbidden' };
      },
    });
  }
  return found;
}
