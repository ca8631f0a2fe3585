import type { Actor } from '@kehu/domain/access/actor';
import type { Action } from '@kehu/domain/access/permission';
import type { CodeOf } from '@kehu/domain/catalogue/vocabulary';
import type { casePart } from '@kehu/domain/complaints/vocabularies';
import type { Where } from '@kehu/query/arguments';

/**
 * What a part in a case opens to a person, whatever the role (the scope "assigned cases" of B2):
 *
 * - whoever **handles** it, was named to investigate it, or is of the department that handles it while
 *   nobody is named, reads the file and works on it;
 * - whoever **carries out** the remedy, or was **copied** (抄送), reads the file;
 * - whoever **registered** it, was asked to **assist** (协办), was given a **task** (交办) or a preventive
 *   measure, or was urged or supervised by name, reads the card with its log, and records what he does;
 * - whoever **sent an assignment back** (D1.2 no. 9) reads the card until the next person has opened it, so
 *   that it can still be taken back.
 *
 * A copy that was ended and a request or task that was cancelled open nothing any more.
 */
const isMe = (actor: Actor): Where => ({ id: { eq: actor.staffId } });

const takesPartAs = (actor: Actor, ...parts: readonly CodeOf<typeof casePart>[]): Where => ({
  participants: {
    some: {
      staff: isMe(actor),
      until: { isNull: true },
      ...(parts.length === 0 ? {} : { part: { in: [...parts] } }),
    },
  },
});

function handles(actor: Actor): Where[] {
  const mine: Where[] = [{ handler: isMe(actor) }];
  if (actor.departmentId !== null)
    mine.push({
      handler: { id: { isNull: true } },
      handlingDepartment: { id: { eq: actor.departmentId } },
    });
  return mine;
}

/** Finance pays what was approved, and sees the case for that (practice, settings 1). */
const paysFor = (actor: Actor): Where[] =>
  actor.roles.includes('FINANCE')
    ? [{ compensations: { some: { state: { in: ['APPROVED', 'EXECUTED'] } } } }]
    : [];

/** Cases that the actor works on; carrying out what was decided is also for the executor and for finance. */
export function worksOn(actor: Actor, action: Action): Where {
  return action === 'PERFORM'
    ? { or: [...handles(actor), takesPartAs(actor, 'INVESTIGATOR', 'EXECUTOR'), ...paysFor(actor)] }
    : { or: [...handles(actor), takesPartAs(actor, 'INVESTIGATOR')] };
}

/** Cases whose reports, opinions, decisions, replies and compensation the actor's part opens. */
export function inTheFile(actor: Actor): Where {
  return { or: [...handles(actor), takesPartAs(actor)] };
}

const standing = { in: ['OPEN', 'ACCEPTED', 'DONE', 'CONFIRMED', 'RETURNED'] };

/** The step back to HR clears the department and with it the scope of whoever took it. */
const sentBack = (me: Where): Where => ({
  state: { eq: 'ACCEPTED' },
  steps: {
    some: {
      transition: { eq: '9' },
      or: [{ by: me }, { onBehalfOf: me }],
      seenAt: { isNull: true },
      recalledAt: { isNull: true },
    },
  },
});

/** Cases whose card, log and evidence the actor's part opens. */
export function onTheCard(actor: Actor): Where {
  const me = isMe(actor);
  const mine: Where[] = [
    ...handles(actor),
    takesPartAs(actor),
    { receivedBy: me },
    { departmentTasks: { some: { assignee: me, state: standing } } },
    { assignedTasks: { some: { assignee: me, state: standing } } },
    { preventiveActions: { some: { owner: me } } },
    { trackingEntries: { some: { to: me, kind: { in: ['URGE', 'SUPERVISE'] } } } },
    sentBack(me),
    ...paysFor(actor),
  ];
  if (actor.departmentId !== null)
    mine.push({
      departmentTasks: {
        some: {
          department: { id: { eq: actor.departmentId } },
          assignee: { id: { isNull: true } },
          state: standing,
        },
      },
    });
  return { or: mine };
}
