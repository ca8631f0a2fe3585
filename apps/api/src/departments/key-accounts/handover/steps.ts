import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { HandoverFacts } from '@kehu/domain/key-accounts/handover-guards';
import type { HandoverGuard } from '@kehu/domain/key-accounts/handover-workflow';
import type { HandoverState } from '@kehu/domain/key-accounts/vocabularies';
import { inputFields, reasonField } from '../../../commands/act-schema.js';
import type { Work } from '../../../commands/command.js';
import { cleanReason } from '../../../commands/reason.js';
import { checkRow } from '../../../commands/validate.js';
import type { Told } from '../../../notify/notify.js';
import type { RecordRow } from '../../../records/encode.js';
import type { WorkflowAct } from '../../../workflow/act.js';
import { hasReason } from '../../../workflow/step-input.js';
import { headOf, tell } from '../accounts/house-rules.js';
import { moveAccount } from './move.js';

type HandoverAct = WorkflowAct<HandoverState, HandoverGuard, HandoverFacts>;

function tellOf(
  work: Work,
  row: RecordRow,
  to: readonly unknown[],
  message: 'handover.toApprove' | 'handover.refused' | 'handover.effective',
): Promise<readonly Told[]> {
  return tell(work, {
    to,
    message,
    kind: 'PhaseHandover',
    recordId: String(row.id),
    no: String(row.no),
    weight: message === 'handover.effective' ? 'INFO' : 'TODO',
  });
}

/** The acts of a hand-over's path (R3.2, D5), in their order. */
export function handoverSteps(): HandoverAct[] {
  return [
    {
      name: 'acceptHandover',
      input: inputFields('PhaseHandover', ['acceptNote']),
      async write(work, input, row) {
        const { acceptNote = null } = checkRow(
          kindNamed('PhaseHandover'),
          input.acceptNote === undefined ? {} : { acceptNote: input.acceptNote },
          { fields: ['acceptNote'], partial: true },
        );
        return {
          changes: { acceptNote, toStaffId: work.actor.staffId, acceptedAt: work.now.toISOString() },
          told: await tellOf(work, row, [await headOf(work, row.fromManagerId)], 'handover.toApprove'),
        };
      },
    },
    {
      name: 'refuseHandover',
      input: reasonField(true),
      given: (_work, input) => hasReason(input),
      async write(work, input, row) {
        const acceptNote = cleanReason(input.reason, 'reason');
        return {
          changes: { acceptNote, toStaffId: work.actor.staffId },
          told: await tellOf(work, row, [row.fromManagerId], 'handover.refused'),
        };
      },
    },
    {
      name: 'approveHandover',
      input: {},
      async write(work, _input, row) {
        await moveAccount(work, String(row.id), String(row.keyAccountId), 'EARLY', 'REGULAR');
        const at = work.now.toISOString();
        return {
          changes: { approvedById: work.actor.staffId, approvedAt: at, effectiveAt: at },
          told: await tellOf(work, row, [row.fromManagerId, row.toStaffId], 'handover.effective'),
        };
      },
    },
    {
      name: 'withdrawHandover',
      input: reasonField(true),
      given: (_work, input) => hasReason(input),
      async write(work, input) {
        work.reason(cleanReason(input.reason, 'reason'));
        return {};
      },
    },
  ];
}
