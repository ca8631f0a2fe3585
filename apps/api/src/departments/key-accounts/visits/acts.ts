import { label } from '@kehu/domain/catalogue/labels';
import { accountActLabel } from '@kehu/domain/key-accounts/account-act-labels';
import { type ActSpec, inputFields } from '../../../commands/act-schema.js';
import { catalogueTypes } from '../../../graphql/schema/catalogue-types.js';
import { workflowSpec } from '../../../workflow/act.js';
import { visitMachine } from './machine.js';
import { nextStepFields } from './next-steps.js';
import { planFields, planVisit } from './plan.js';
import { setVisitRhythm } from './rhythm.js';
import { visitSteps } from './steps.js';

/** Mutations on visits (R3.1). */
export function visitActs(): ActSpec[] {
  const { declarations } = catalogueTypes();
  declarations.input('NextStepInput', inputFields('AssignedTask', nextStepFields, ['title', 'dueAt']));
  const nextStep = declarations.ref('NextStepInput');
  const answer = (outcome: unknown) => ({ recordId: (outcome as { id: string }).id });
  const own = [
    {
      command: planVisit,
      label: accountActLabel('planVisit'),
      input: inputFields(
        'CustomerVisit',
        ['customer', 'solicitation', ...planFields],
        ['plannedAt', 'level', 'mode', 'objective'],
      ),
      returns: 'CustomerVisit',
      answer,
    },
    {
      command: setVisitRhythm,
      label: accountActLabel('setVisitRhythm'),
      input: inputFields('VisitRhythm', ['grade', 'days', 'effectiveFrom'], ['grade', 'days']),
      returns: 'VisitRhythm',
      answer,
    },
  ] as unknown as ActSpec[];
  const steps = visitSteps({
    nextSteps: { type: () => [nextStep() as never], label: label('后续事项', '後續事項', 'Next steps') },
  });
  return [...own, ...steps.map((act) => workflowSpec(visitMachine, act))];
}
