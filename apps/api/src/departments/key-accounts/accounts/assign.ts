import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { Command, Work } from '../../../commands/command.js';
import { badInput, ruleViolation } from '../../../commands/errors.js';
import { cleanReason } from '../../../commands/reason.js';
import { checkRow } from '../../../commands/validate.js';
import type { TimerRule } from '../../../timers/rule.js';
import { setTimer, stopTimers } from '../../../timers/timer.js';
import type { StepInput, StepOutcome } from '../../../workflow/act.js';
import { requireHolder, requireLeader, requireRegion, tell } from './house-rules.js';
import { takeOver } from './take-over.js';

/** What the company alone does with an account (R3.1 在公司安排下): the heads of the department and the area. */
export const byTheCompany = {
  by: ['DEPT_HEAD', 'AREA_MANAGER'],
  rights: [{ subject: 'keyAccount', action: 'UPDATE' }],
} as const;

const timer = (id: string) => ({ kind: 'AccountAssignment', recordId: id, rule: 'START' });

/** What was arranged for later is replaced by what is arranged now; it ends before it begins. */
async function replacePending(work: Work, keyAccountId: string): Promise<void> {
  const at = work.now.toISOString();
  for (const { id, startsAt } of await work.find('AccountAssignment', { keyAccountId, endsAt: null })) {
    if (String(startsAt) <= at) continue;
    await work.update('AccountAssignment', String(id), { endsAt: startsAt });
    await stopTimers(work, 'AccountAssignment', String(id));
  }
}

/**
 * Gives an account to a manager and a region, now or from a later time on (R3.1), with the reason that its
 * history keeps. Customer file, open orders and cases of the early phase follow in the same transaction.
 */
export const assignKeyAccount: Command<StepInput, StepOutcome> = {
  name: 'assignKeyAccount',
  permission: { subject: 'keyAccount', action: 'UPDATE' },
  targets: ({ id, expectedVersion }) => [{ kind: 'KeyAccount', id: String(id), expectedVersion }],
  async run(work, { id: given, managerId, regionId, startsAt, reason: why }) {
    const id = String(given);
    const account = (await work.load('KeyAccount', id)) ?? {};
    await requireLeader(work, kindNamed('KeyAccount'), byTheCompany, account);
    if (account.state === 'ENDED') throw ruleViolation('account.ended', 'R3.1');
    const reason = cleanReason(why, 'reason');
    const manager = await requireHolder(work, managerId, 'managerId', ['KAM']);
    const region = await requireRegion(work, regionId ?? account.regionId);
    const at = work.now.toISOString();
    const from =
      startsAt == null
        ? at
        : String(
            checkRow(kindNamed('AccountAssignment'), { startsAt }, { fields: ['startsAt'], partial: true })
              .startsAt,
          );
    if (from < at) throw badInput({ path: 'startsAt', message: 'input.past' });
    work.reason(reason);
    await replacePending(work, id);
    const now = from === at;
    if (now) await takeOver(work, id, { managerId: manager, regionId: region, reason });
    const assignmentId = await work.insert('AccountAssignment', {
      keyAccountId: id,
      managerId: manager,
      regionId: region,
      reason,
      byId: work.actor.staffId,
      startsAt: from,
    });
    if (!now) {
      await setTimer(work, timer(assignmentId), new Date(from));
      await work.touch('KeyAccount', id);
    }
    const told = await tell(work, {
      to: now ? [manager, account.managerId] : [],
      message: 'account.assigned',
      kind: 'KeyAccount',
      recordId: id,
      no: String(account.accountNo),
      weight: 'TODO',
    });
    return { id, told };
  },
};

/** The day of an assignment that was arranged before has come. */
const start: TimerRule = {
  kind: 'AccountAssignment',
  rule: 'START',
  async fire(work, _timer, assignment) {
    if (assignment.endsAt != null) return;
    const accountId = String(assignment.keyAccountId);
    const account = await work.load('KeyAccount', accountId);
    if (!account || account.state === 'ENDED') return;
    await takeOver(work, accountId, {
      id: String(assignment.id),
      managerId: String(assignment.managerId),
      regionId: String(assignment.regionId),
      reason: String(assignment.reason),
    });
    await tell(work, {
      to: [assignment.managerId],
      message: 'account.assigned',
      kind: 'KeyAccount',
      recordId: accountId,
      no: String(account.accountNo),
      weight: 'TODO',
    });
  },
};

export const accountTimers: readonly TimerRule[] = [start];
