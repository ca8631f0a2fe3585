import { label } from '@kehu/domain/catalogue/labels';
import type { SevereTrigger } from '@kehu/domain/complaints/severe-triggers';
import type { HandlingProcedureKind, Severity } from '@kehu/domain/complaints/vocabularies';
import { severeTrigger, severity } from '@kehu/domain/complaints/vocabularies';
import { holdersOf } from '../../../access/role-holders.js';
import type { Work } from '../../../commands/command.js';
import { badInput, ruleViolation } from '../../../commands/errors.js';
import { cleanReason } from '../../../commands/reason.js';
import { catalogueTypes } from '../../../graphql/schema/catalogue-types.js';
import { dropTriggers, recordTriggers, triggersIn } from '../case/severe-triggers.js';
import { changeClockSeverity } from '../clock/clock.js';
import { type CaseAct, type CaseFacts, supervises, takesPart, tell } from './case-act.js';
import { complainedStaysOut, hrOrGm, inTheCase, stillOpen } from './guards.js';
import { answerersOf, customerServiceLeads, others } from './people.js';

const longestReason = 500;
const rank = (code: unknown): number => severity.codes.indexOf(code as Severity);

/**
 * Anyone in a case raises its severity, the person complained about included: it only brings more
 * eyes to it (D1.3). Customer service's lead, HR and the general manager are told at once.
 */
export const raiseSeverity = (): CaseAct => ({
  name: 'raiseSeverity',
  label: label('提高严重程度', '提高嚴重程度', 'Raise the severity of a case'),
  right: takesPart,
  guards: [stillOpen, inTheCase],
  writes: { kind: 'Complaint', fields: ['severity'] },
  more: {
    triggers: {
      type: () => [catalogueTypes().declarations.ref(severeTrigger.name)()],
      label: label('严重情形（D1.3）', '嚴重情形（D1.3）', 'What makes it severe (D1.3)'),
    },
  },
  reason: 'required',
  async run(work, facts) {
    const { complaint, row } = facts;
    if (rank(row.severity) <= rank(complaint.severity)) throw ruleViolation('rule.severityNotHigher', 'R1.5');
    await change(work, facts, row.severity as Severity, triggersIn(facts.input.triggers, 'triggers'));
    const to = others(
      work,
      await customerServiceLeads(work),
      await holdersOf(work, ['HR_ADMIN', 'GM']),
      await answerersOf(work, complaint),
    );
    const severe = row.severity === 'SEVERE';
    return {
      told: await tell(work, complaint, to, 'note.severityRaised', {
        weight: severe ? 'URGENT' : 'WARNING',
        content: { severity: severity.labels[row.severity as Severity] },
      }),
    };
  },
});

/** Severity falls only by HR and administration or the general manager (D1.3), never by whoever is complained about. */
export const lowerSeverity = (): CaseAct => ({
  name: 'lowerSeverity',
  label: label('降低严重程度', '降低嚴重程度', 'Lower the severity of a case'),
  right: supervises,
  guards: [stillOpen, hrOrGm, complainedStaysOut],
  writes: { kind: 'Complaint', fields: ['severity'] },
  reason: 'required',
  async run(work, facts) {
    const { complaint, row } = facts;
    if (rank(row.severity) >= rank(complaint.severity)) throw ruleViolation('rule.severityNotLower', 'R1.5');
    await change(work, facts, row.severity as Severity, []);
    const to = others(work, await customerServiceLeads(work), await answerersOf(work, complaint));
    return {
      told: await tell(work, complaint, to, 'note.severityLowered', {
        content: { severity: severity.labels[row.severity as Severity] },
      }),
    };
  },
});

/** The new severity with its reason, the procedure that it takes (R1.5), and the clock that follows it. */
async function change(
  work: Work,
  { complaint, input }: CaseFacts,
  to: Severity,
  triggers: readonly SevereTrigger[],
): Promise<void> {
  const said = cleanReason(input.reason, 'reason');
  const words = triggers.map((code) => severeTrigger.labels[code][work.context.language]);
  const reason = [...new Set([...words, said])].join('；');
  if ([...reason].length > longestReason)
    throw badInput({ path: 'reason', message: 'input.tooLong', values: { max: longestReason } });
  work.reason(reason);
  const changes = {
    severity: to,
    severityReason: reason,
    procedure: procedureFor(to, String(complaint.procedure) as HandlingProcedureKind),
  };
  const id = String(complaint.id);
  await work.update('Complaint', id, changes);
  if (to === 'SEVERE') await recordTriggers(work, id, triggers);
  else await dropTriggers(work, id);
  await changeClockSeverity(work, complaint, { ...complaint, ...changes });
}

/** No short cut for what is no longer general; the severe procedure for severe cases alone. */
function procedureFor(to: Severity, now: HandlingProcedureKind): HandlingProcedureKind {
  if (to === 'SEVERE') return 'SEVERE';
  if (now === 'SEVERE') return 'STANDARD';
  return to === 'MAJOR' && now === 'SIMPLE' ? 'STANDARD' : now;
}
