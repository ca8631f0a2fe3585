import { label } from '@kehu/domain/catalogue/labels';
import { badInput, ruleViolation } from '../../../commands/errors.js';
import { finishToDos } from '../../../notify/commands.js';
import { logBeside } from '../case/log-beside.js';
import { type CaseAct, supervises, tell } from './case-act.js';
import { type CaseGuard, complainedStaysOut, hrOrGm } from './guards.js';
import { others } from './people.js';

/** A case that was picked and has no finding yet. */
const waitsForFinding: CaseGuard = ({ sampledAt, sampleResult }) => {
  if (sampledAt == null) return { message: 'rule.notSampled', article: 'R1.5' };
  return sampleResult == null ? null : { message: 'rule.sampleReviewed', article: 'R1.5' };
};

/**
 * What HR and administration found of a simple case that was sampled (R1.5): a review of its own kind in the
 * file, and the finding on the case, so that findings are counted. Found wanting, it says why, and whoever
 * leads the case is told. Nobody looks at what he did himself (B7.1).
 */
export const reviewSample = (): CaseAct => ({
  name: 'reviewSample',
  label: label('登记抽查结果', '登記抽查結果', 'Record the finding of a sample'),
  right: supervises,
  guards: [hrOrGm, waitsForFinding, complainedStaysOut],
  writes: { kind: 'SupervisorReview', fields: ['result', 'opinion'], required: ['result'] },
  async run(work, { complaint, row, as }) {
    const id = String(complaint.id);
    if (row.result !== 'AGREE' && row.result !== 'RETURN')
      throw badInput({ path: 'result', message: 'input.notOneOf', values: { codes: 'AGREE, RETURN' } });
    if (row.result === 'RETURN' && row.opinion == null)
      throw badInput({ path: 'opinion', message: 'input.required' });
    const mine = [work.actor.staffId, as.staffId];
    const steps = await work.find('CaseStep', { complaintId: id });
    if (steps.some(({ from, to, byId }) => from !== to && mine.includes(String(byId))))
      throw ruleViolation('rule.sampledOwnWork', 'B7.1');
    const onBehalfOfId = as === work.actor ? null : as.staffId;
    await work.insert('SupervisorReview', {
      ...row,
      complaintId: id,
      step: 'SAMPLE',
      byId: work.actor.staffId,
      onBehalfOfId,
      at: work.now.toISOString(),
    });
    await work.update('Complaint', id, { sampleResult: row.result });
    const note = (row.opinion as string | null | undefined) ?? null;
    await logBeside(work, complaint, 'reviewSample', { note, onBehalfOfId });
    await finishToDos(work, 'Complaint', id);
    if (row.result === 'AGREE') return undefined;
    const to = others(work, complaint.ownerId);
    return { told: await tell(work, complaint, to, 'note.sampleFound', { weight: 'WARNING' }) };
  },
});
