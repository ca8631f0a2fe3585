import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import { label } from '@kehu/domain/catalogue/labels';
import type { ContractFacts } from '@kehu/domain/key-accounts/contract-guards';
import type { ContractGuard } from '@kehu/domain/key-accounts/contract-workflow';
import type { ContractState } from '@kehu/domain/key-accounts/vocabularies';
import { GraphQLString } from 'graphql';
import { holdersOf } from '../../../access/role-holders.js';
import { inputFields, reasonField } from '../../../commands/act-schema.js';
import type { Work } from '../../../commands/command.js';
import { cleanReason } from '../../../commands/reason.js';
import { checkRow } from '../../../commands/validate.js';
import { fileIdsField, takeFilesOf } from '../../../files/attach.js';
import type { Told } from '../../../notify/notify.js';
import type { RecordRow } from '../../../records/encode.js';
import type { StepInput, WorkflowAct } from '../../../workflow/act.js';
import { hasReason, reasonOf } from '../../../workflow/step-input.js';
import { headOf, tell, today } from '../accounts/house-rules.js';
import { draftRenewal } from './draft.js';

type ContractAct = WorkflowAct<ContractState, ContractGuard, ContractFacts>;

const filesGiven = ({ fileIds }: StepInput): number => (Array.isArray(fileIds) ? fileIds.length : 0);
const renewalFields = ['no', 'name', 'startsOn', 'endsOn', 'amount'] as const;

function tellOf(
  work: Work,
  row: RecordRow,
  to: readonly unknown[],
  message: 'contract.toDecide' | 'contract.returned' | 'contract.approved',
): Promise<readonly Told[]> {
  return tell(work, {
    to,
    message,
    kind: 'Contract',
    recordId: String(row.id),
    no: String(row.no),
    weight: message === 'contract.approved' ? 'INFO' : 'TODO',
  });
}

/** A contract that is approved takes the place of the one that it renews as soon as it holds itself. */
async function succeed(work: Work, row: RecordRow): Promise<void> {
  if (row.previousId == null) return;
  const previous = await work.load('Contract', String(row.previousId));
  const holds = String(row.startsOn) <= today(work);
  if (previous?.state === 'EXPIRED' || (previous?.state === 'ACTIVE' && holds))
    await work.update('Contract', String(previous.id), { state: 'RENEWED' });
}

/** The acts of a contract's path (R3.1), in their order. */
export function contractSteps(): ContractAct[] {
  return [
    {
      name: 'submitContract',
      input: fileIdsField,
      async given(work, input, row) {
        const papers = await work.count('ContractFile', { contractId: String(row.id) });
        return { papers: papers + filesGiven(input) };
      },
      async write(work, input, row) {
        await takeFilesOf(work, {
          kind: 'ContractFile',
          recordId: String(row.id),
          fileIds: input.fileIds,
        });
        return {
          changes: {
            submittedById: work.actor.staffId,
            submittedAt: work.now.toISOString(),
            reviewNote: null,
          },
          told: await tellOf(work, row, [await headOf(work, row.ownerId)], 'contract.toDecide'),
        };
      },
    },
    {
      name: 'approveContract',
      input: {
        decision: {
          type: () => GraphQLString,
          required: true,
          label: label('PASS 或 RETURN', 'PASS 或 RETURN', 'PASS or RETURN'),
        },
        ...reasonField(false),
      },
      outcome: (input) => String(input.decision),
      given: (_work, input) => hasReason(input),
      async write(work, input, row, { transition }) {
        const reviewNote = reasonOf(input);
        switch (transition.to) {
          case 'ACTIVE':
            await succeed(work, row);
            return {
              changes: { reviewNote, approvedById: work.actor.staffId, approvedAt: work.now.toISOString() },
              told: await tellOf(work, row, [row.ownerId], 'contract.approved'),
            };
          case 'GM_REVIEW':
            return {
              changes: { reviewNote },
              told: await tellOf(work, row, await holdersOf(work, ['GM']), 'contract.toDecide'),
            };
          default:
            return {
              changes: { reviewNote },
              told: await tellOf(work, row, [row.ownerId], 'contract.returned'),
            };
        }
      },
    },
    {
      name: 'renewContract',
      input: inputFields('Contract', renewalFields),
      async write(work, input, row) {
        const given = Object.fromEntries(
          renewalFields.flatMap((name) => (input[name] == null ? [] : [[name, input[name]]])),
        );
        await draftRenewal(
          work,
          row,
          checkRow(kindNamed('Contract'), given, { fields: renewalFields, partial: true }),
        );
        return {};
      },
    },
    {
      name: 'terminateContract',
      input: reasonField(true),
      given: (_work, input) => hasReason(input),
      async write(work, input) {
        const reason = cleanReason(input.reason, 'reason');
        work.reason(reason);
        return { changes: { endedReason: reason } };
      },
    },
  ];
}
