import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { ActInput, Command, Work } from '../../../commands/command.js';
import { badInput, ruleViolation } from '../../../commands/errors.js';
import { checkFields } from '../../../commands/validate.js';
import type { RecordRow } from '../../../records/encode.js';
import type { TimerRule } from '../../../timers/rule.js';
import { setTimer } from '../../../timers/timer.js';
import { clear } from '../../../workflow/clear.js';
import { numberOfDay, ruleValue, tell } from '../accounts/house-rules.js';
import { visitMachine } from './machine.js';

/** What a plan of a visit says. */
export const planFields = [
  'plannedAt',
  'level',
  'mode',
  'objective',
  'objectiveText',
  'place',
  'materials',
  'expectedQuestions',
] as const;
const needed = ['plannedAt', 'level', 'mode', 'objective'] as const;

export type PlanVisitInput = ActInput & Readonly<Record<string, unknown>>;

/** Until when a visit that took place at an instant is reported. */
export async function reportDueAt(work: Work, visitedAt: string): Promise<string> {
  const hours = Number(await ruleValue(work, 'visit.reportHours', work.now));
  return new Date(Date.parse(visitedAt) + hours * 3_600_000).toISOString();
}

/** Plans a visit to a customer or, while he is none, for a solicitation (R3.1); its report has its limit from the start. */
export const planVisit: Command<PlanVisitInput, { readonly id: string }> = {
  name: 'planVisit',
  permission: { subject: 'keyAccount', action: 'CREATE' },
  targets: ({ customerId, solicitationId }) => [
    ...(customerId == null
      ? []
      : [
          {
            kind: 'Customer',
            id: String(customerId),
            expectedVersion: null,
            reach: 'see' as const,
            path: 'customerId',
          },
        ]),
    ...(solicitationId == null
      ? []
      : [
          {
            kind: 'Solicitation',
            id: String(solicitationId),
            expectedVersion: null,
            reach: 'see' as const,
            path: 'solicitationId',
          },
        ]),
  ],
  async run(work, { idempotencyKey: _, customerId, solicitationId, ...input }) {
    const { row, problems } = checkFields(kindNamed('CustomerVisit'), input, {
      fields: planFields,
      partial: true,
    });
    for (const path of needed)
      if (row[path] == null && !problems.some((one) => one.path === path))
        problems.push({ path, message: 'input.required' });
    if (customerId == null && solicitationId == null)
      problems.push({ path: 'customerId', message: 'visit.forOne' });
    if (problems.length > 0) throw badInput(...problems);
    const solicitation =
      solicitationId == null ? null : await work.peek('Solicitation', String(solicitationId));
    const visit: RecordRow = {
      ...row,
      customerId: customerId ?? solicitation?.customerId ?? null,
      solicitationId: solicitationId ?? null,
      visitorId: work.actor.staffId,
      state: 'PLANNED',
      nextSteps: 0,
      reportDueAt: await reportDueAt(work, String(row.plannedAt)),
    };
    await clear(work, visitMachine, null, 'planVisit', null, {
      state: 'PLANNED',
      visitorId: work.actor.staffId,
      tookPlace: false,
      reasonGiven: false,
    });
    if (
      !(await work.reaches({ subject: 'keyAccount', action: 'CREATE' }, 'CustomerVisit', {
        ...visit,
        id: '0',
      }))
    )
      throw ruleViolation('rule.outsideOwnScope', null);
    const id = await work.insert('CustomerVisit', { ...visit, no: await numberOfDay(work, 'BF', 'visit') });
    await setTimer(work, reportTimer(id), new Date(String(visit.reportDueAt)));
    return { id };
  },
};

export const reportTimer = (recordId: string) => ({ kind: 'CustomerVisit', recordId, rule: 'REPORT' });

/** A visit whose report is overdue: the visitor is told, once. */
const overdue: TimerRule = {
  kind: 'CustomerVisit',
  rule: 'REPORT',
  async fire(work, _timer, visit) {
    if (visit.state !== 'PLANNED' && visit.state !== 'DONE') return;
    await tell(work, {
      to: [visit.visitorId],
      message: 'visit.reportDue',
      kind: 'CustomerVisit',
      recordId: String(visit.id),
      no: String(visit.no),
      weight: 'WARNING',
      dueAt: visit.reportDueAt == null ? null : String(visit.reportDueAt),
    });
  },
};

export const visitTimers: readonly TimerRule[] = [overdue];
