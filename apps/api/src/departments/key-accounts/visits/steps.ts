import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { VisitFacts } from '@kehu/domain/key-accounts/visit-guards';
import type { VisitGuard } from '@kehu/domain/key-accounts/visit-workflow';
import type { VisitState } from '@kehu/domain/key-accounts/vocabularies';
import { inputFields, reasonField } from '../../../commands/act-schema.js';
import { badInput } from '../../../commands/errors.js';
import { cleanReason, optionalReason } from '../../../commands/reason.js';
import { checkFields, checkRow } from '../../../commands/validate.js';
import { fileIdsField, takeFilesOf } from '../../../files/attach.js';
import type { FieldSpecs } from '../../../graphql/schema/declare.js';
import type { RecordRow } from '../../../records/encode.js';
import { setTimer, stopTimers } from '../../../timers/timer.js';
import type { StepInput, WorkflowAct } from '../../../workflow/act.js';
import { givenOf } from '../../../workflow/step-input.js';
import { tell } from '../accounts/house-rules.js';
import { writeNextSteps } from './next-steps.js';
import { reportDueAt, reportTimer } from './plan.js';
import { keepVisited } from './rhythm.js';

type VisitAct = WorkflowAct<VisitState, VisitGuard, VisitFacts>;

const placeFields = ['place', 'latitude', 'longitude'] as const;
const reportFields = [
  'visitedAt',
  ...placeFields,
  'participants',
  'topics',
  'needsFound',
  'competitorInfo',
  'strengthsWeaknesses',
  'objections',
  'agreements',
  'issues',
  'result',
  'expense',
  'nextVisitOn',
] as const;

/** The fields of the visit among what an act was given; coordinates come in pairs and lie on the earth. */
function fieldsOf(input: StepInput, fields: readonly string[], needed: readonly string[] = []): RecordRow {
  const { row, problems } = checkFields(kindNamed('CustomerVisit'), givenOf(input, fields), {
    fields,
    partial: true,
  });
  for (const path of needed)
    if (row[path] == null && !problems.some((one) => one.path === path))
      problems.push({ path, message: 'input.required' });
  const { latitude, longitude } = row;
  if ((latitude == null) !== (longitude == null))
    problems.push({ path: latitude == null ? 'latitude' : 'longitude', message: 'input.required' });
  if (latitude != null && Math.abs(Number(latitude)) > 90)
    problems.push({ path: 'latitude', message: 'visit.noPlace' });
  if (longitude != null && Math.abs(Number(longitude)) > 180)
    problems.push({ path: 'longitude', message: 'visit.noPlace' });
  if (problems.length > 0) throw badInput(...problems);
  return row;
}

/** When the visit took place: as the report says, as it was checked in, else as planned. */
function visitedAt(input: StepInput, row: RecordRow): string {
  const { visitedAt: given } = checkRow(
    kindNamed('CustomerVisit'),
    input.visitedAt == null ? {} : { visitedAt: input.visitedAt },
    { fields: ['visitedAt'], partial: true },
  );
  return String(given ?? row.visitedAt ?? row.plannedAt);
}

/** The acts of a visit's path (R3.1), in their order. */
export function visitSteps(nextSteps: FieldSpecs): VisitAct[] {
  return [
    {
      name: 'checkInVisit',
      input: { ...inputFields('CustomerVisit', placeFields), ...fileIdsField },
      async write(work, input, row) {
        const recordId = String(row.id);
        const at = work.now.toISOString();
        const dueAt = await reportDueAt(work, at);
        await takeFilesOf(work, { kind: 'VisitFile', recordId, fileIds: input.fileIds });
        await setTimer(work, reportTimer(recordId), new Date(dueAt));
        return { changes: { ...fieldsOf(input, placeFields), visitedAt: at, reportDueAt: dueAt } };
      },
    },
    {
      name: 'reportVisit',
      input: {
        ...inputFields('CustomerVisit', reportFields, ['topics', 'result']),
        ...nextSteps,
        ...fileIdsField,
      },
      given: (work, input, row) => ({ tookPlace: visitedAt(input, row) <= work.now.toISOString() }),
      async write(work, input, row) {
        const recordId = String(row.id);
        const changes = fieldsOf(input, reportFields, ['topics', 'result']);
        const at = visitedAt(input, row);
        const dueAt = await reportDueAt(work, at);
        await takeFilesOf(work, { kind: 'VisitFile', recordId, fileIds: input.fileIds });
        const { count, told } = await writeNextSteps(work, recordId, input.nextSteps);
        if (row.customerId != null) await keepVisited(work, String(row.customerId), at);
        await stopTimers(work, 'CustomerVisit', recordId);
        return {
          told,
          changes: {
            ...changes,
            visitedAt: at,
            reportDueAt: dueAt,
            reportedAt: work.now.toISOString(),
            reportLate: work.now.toISOString() > dueAt,
            nextSteps: count,
          },
        };
      },
    },
    {
      name: 'reviewVisit',
      input: inputFields('CustomerVisit', ['reviewNote']),
      async write(work, input, row) {
        return {
          changes: {
            ...fieldsOf(input, ['reviewNote']),
            reviewedById: work.actor.staffId,
            reviewedAt: work.now.toISOString(),
          },
          told: await tell(work, {
            to: [row.visitorId],
            message: 'visit.reviewed',
            kind: 'CustomerVisit',
            recordId: String(row.id),
            no: String(row.no),
          }),
        };
      },
    },
    {
      name: 'cancelVisit',
      input: reasonField(true),
      given: (_work, input) => ({ reasonGiven: optionalReason(input.reason, 'reason') !== null }),
      async write(work, input, row) {
        work.reason(cleanReason(input.reason, 'reason'));
        await stopTimers(work, 'CustomerVisit', String(row.id));
        return { changes: { reportDueAt: null } };
      },
    },
  ];
}
