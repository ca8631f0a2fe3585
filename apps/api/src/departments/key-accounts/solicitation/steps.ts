import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { SolicitationFacts } from '@kehu/domain/key-accounts/solicitation-guards';
import type { SolicitationGuard } from '@kehu/domain/key-accounts/solicitation-workflow';
import type { SolicitationStage } from '@kehu/domain/key-accounts/vocabularies';
import { inputFields } from '../../../commands/act-schema.js';
import type { Work } from '../../../commands/command.js';
import { checkRow } from '../../../commands/validate.js';
import type { RecordRow } from '../../../records/encode.js';
import type { StepInput, WorkflowAct } from '../../../workflow/act.js';
import { fieldsOf } from '../../../workflow/step-input.js';
import { numberOfDay, today } from '../accounts/house-rules.js';
import { takeOver } from '../accounts/take-over.js';
import { oneAtATime, protectedUntil } from './open.js';

type SolicitationAct = WorkflowAct<SolicitationStage, SolicitationGuard, SolicitationFacts>;

const noteField = inputFields('SolicitationStep', ['note']);
const noteOf = ({ note }: StepInput): string | null =>
  note === undefined
    ? null
    : ((checkRow(kindNamed('SolicitationStep'), { note }, { fields: ['note'], partial: true }).note as
        | string
        | null) ?? null);

/** The account that a signature makes: in the early phase, with its manager's first assignment (R3.2 其所签). */
async function makeAccount(work: Work, row: RecordRow, input: StepInput): Promise<void> {
  const customerId = String(row.customerId);
  const { kind } = checkRow(
    kindNamed('KeyAccount'),
    { kind: input.kind },
    { fields: ['kind'], partial: true },
  );
  const begun: RecordRow = {
    customerId,
    regionId: row.regionId,
    managerId: row.ownerId,
    state: 'ACTIVE',
    stateReason: null,
    phase: 'EARLY',
    phaseSince: work.now.toISOString(),
    signedOn: today(work),
  };
  const [earlier] = await work.find('KeyAccount', { customerId });
  let accountId: string;
  if (earlier) {
    accountId = String(earlier.id);
    await work.update('KeyAccount', accountId, { ...begun, ...(kind ? { kind } : {}) });
  } else {
    accountId = await work.insert('KeyAccount', {
      ...begun,
      accountNo: await numberOfDay(work, 'KA', 'key account'),
      kind: kind ?? 'IMPORTANT',
    });
  }
  const assignment = {
    managerId: String(row.ownerId),
    regionId: String(row.regionId),
    reason: String(row.no),
  };
  await takeOver(work, accountId, assignment);
  await work.insert('AccountAssignment', {
    ...assignment,
    keyAccountId: accountId,
    byId: work.actor.staffId,
    startsAt: work.now.toISOString(),
  });
}

/** The acts of the path of R3.1, in their order. */
export function solicitationSteps(): SolicitationAct[] {
  const onAdvance = ['expectedAmount', 'expectedOn', 'need'] as const;
  return [
    {
      name: 'advanceSolicitation',
      input: {
        ...inputFields('Solicitation', ['stage', ...onAdvance], ['stage']),
        ...noteField,
      },
      outcome: ({ stage }) => String(stage),
      given: (_work, input, row) => ({
        amountGiven: input.expectedAmount != null || row.expectedAmount != null,
      }),
      write: async (_work, input) => ({
        note: noteOf(input),
        changes: fieldsOf('Solicitation', input, onAdvance),
      }),
    },
    {
      name: 'signSolicitation',
      input: { ...inputFields('KeyAccount', ['kind']), ...noteField },
      async write(work, input, row) {
        await makeAccount(work, row, input);
        const at = work.now.toISOString();
        return { note: noteOf(input), changes: { signedAt: at, endedAt: at } };
      },
    },
    {
      name: 'loseSolicitation',
      input: inputFields('Solicitation', ['lostReason', 'lostNote'], ['lostReason']),
      given: (_work, input) => ({ lostReasonGiven: input.lostReason != null }),
      async write(work, input) {
        const changes = fieldsOf('Solicitation', input, ['lostReason', 'lostNote']);
        return {
          note: (changes.lostNote as string | null | undefined) ?? null,
          changes: { ...changes, endedAt: work.now.toISOString(), protectedUntil: null },
        };
      },
    },
    {
      name: 'reopenSolicitation',
      input: noteField,
      async given(work) {
        await oneAtATime(work);
        return {};
      },
      write: async (work, input) => ({
        note: noteOf(input),
        changes: {
          lostReason: null,
          lostNote: null,
          endedAt: null,
          protectedUntil: await protectedUntil(work),
        },
      }),
    },
  ];
}
