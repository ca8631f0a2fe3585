import { label } from '@kehu/domain/catalogue/labels';
import type { TechSupportState } from '@kehu/domain/key-accounts/after-sales';
import type { TechSupportFacts } from '@kehu/domain/key-accounts/after-sales-guards';
import type { TechSupportGuard } from '@kehu/domain/key-accounts/tech-support-workflow';
import { GraphQLString } from 'graphql';
import { holdersOf } from '../../../access/role-holders.js';
import { inputFields, reasonField } from '../../../commands/act-schema.js';
import { badInput } from '../../../commands/errors.js';
import { notify } from '../../../notify/notify.js';
import type { WorkflowAct } from '../../../workflow/act.js';
import { fieldsOf, reasonOf } from '../../../workflow/step-input.js';

type SupportAct = WorkflowAct<TechSupportState, TechSupportGuard, TechSupportFacts>;

const code = (name: string, hans: string, hant: string, en: string) => ({
  [name]: { type: () => GraphQLString, required: true as const, label: label(hans, hant, en) },
});

/** The acts of technical support (R3.6, D5), in their order. */
export function supportSteps(): SupportAct[] {
  return [
    {
      name: 'assignSupport',
      input: inputFields('TechSupportRequest', ['engineer', 'dueAt'], ['engineer']),
      given: (_work, input) => ({ hasEngineer: input.engineerId != null }),
      async write(work, input, row) {
        const engineerId = String(input.engineerId);
        const engineers = await holdersOf(work, ['TECH']);
        if (!engineers.includes(engineerId))
          throw badInput({ path: 'engineerId', message: 'input.noSuchRecord' });
        const told = await notify(work, {
          to: [engineerId],
          message: 'support.assigned',
          content: { no: String(row.no) },
          weight: 'TODO',
          kind: 'TechSupportRequest',
          recordId: String(row.id),
          recordNo: String(row.no),
          dueAt: row.responseDueAt == null ? null : new Date(String(row.responseDueAt)),
        });
        return { changes: { engineerId, ...fieldsOf('TechSupportRequest', input, ['dueAt']) }, told };
      },
    },
    {
      name: 'startSupport',
      input: code('mode', 'ON_SITE 或 REMOTE', 'ON_SITE 或 REMOTE', 'ON_SITE or REMOTE'),
      outcome: ({ mode }) => String(mode),
      async write(work, _input, row) {
        if (row.respondedAt != null) return {};
        const minutes = Math.floor(
          (work.now.getTime() - new Date(String(row.requestedAt)).getTime()) / 60_000,
        );
        return { changes: { respondedAt: work.now.toISOString(), minutesToRespond: minutes } };
      },
    },
    {
      name: 'solveSupport',
      input: inputFields('TechSupportRequest', ['solution']),
      given: (_work, input, row) => ({ hasSolution: (input.solution ?? row.solution) != null }),
      write: async (work, input) => ({
        changes: { ...fieldsOf('TechSupportRequest', input, ['solution']), solvedAt: work.now.toISOString() },
      }),
    },
    {
      name: 'confirmSupport',
      input: {
        ...code('answer', 'SOLVED 或 NOT_SOLVED', 'SOLVED 或 NOT_SOLVED', 'SOLVED or NOT_SOLVED'),
        ...inputFields('TechSupportRequest', ['signedBy']),
        ...reasonField(false),
      },
      outcome: ({ answer }) => String(answer),
      given: (_work, input) => ({
        hasSignature: input.signedBy != null,
        reasonGiven: reasonOf(input) !== null,
      }),
      write: async (work, input) => ({
        note: reasonOf(input),
        changes:
          input.answer === 'SOLVED'
            ? { ...fieldsOf('TechSupportRequest', input, ['signedBy']), confirmedAt: work.now.toISOString() }
            : { solvedAt: null },
      }),
    },
    {
      name: 'closeSupport',
      input: {},
      write: async (work) => ({ changes: { closedAt: work.now.toISOString() } }),
    },
  ];
}
