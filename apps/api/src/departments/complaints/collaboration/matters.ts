import { label } from '@kehu/domain/catalogue/labels';
import { badInput } from '../../../commands/errors.js';
import { type CaseAct, takesPart, tell } from './case-act.js';
import { complainedStaysOut, customerService, inTheCase, stillOpen } from './guards.js';
import { answerersOf, others } from './people.js';

/** Two cases of the same matter (R4.1); whoever links them sees both. */
export const linkCase = (): CaseAct => ({
  name: 'linkCase',
  label: label('关联案件', '關聯案件', 'Link a case to another'),
  right: takesPart,
  guards: [inTheCase, complainedStaysOut],
  adds: true,
  writes: { kind: 'CaseLink', fields: ['other', 'basis'], required: ['other', 'basis'] },
  returns: 'CaseLink',
  async run(work, { complaint, row }) {
    if (row.basis == null) throw badInput({ path: 'basis', message: 'input.required' });
    if (row.otherId == null || !(await work.sees('Complaint', String(row.otherId))))
      throw badInput({ path: 'otherId', message: 'input.noSuchRecord' });
    const one = String(complaint.id);
    const other = String(row.otherId);
    if (one === other) throw badInput({ path: 'otherId', message: 'rule.sameCase' });
    const there = await work.count('CaseLink', { complaintId: one, otherId: other });
    const back = await work.count('CaseLink', { complaintId: other, otherId: one });
    if (there + back > 0) throw badInput({ path: 'otherId', message: 'rule.linkedAlready' });
    const id = await work.insert('CaseLink', {
      complaintId: one,
      otherId: other,
      basis: row.basis,
      byId: work.actor.staffId,
      at: work.now.toISOString(),
    });
    return { id };
  },
});

/** Takes a link back; the audit trail keeps what it was. */
export const unlinkCase = (): CaseAct => ({
  name: 'unlinkCase',
  label: label('取消关联', '取消關聯', 'Take a link back'),
  right: takesPart,
  guards: [inTheCase, complainedStaysOut],
  part: 'CaseLink',
  async run(work, { complaint, part }) {
    await work.remove('CaseLink', String(part.id));
    return { id: String(complaint.id) };
  },
});

/** A disputed matter ruled on the evidence, as a record that prints (R4.5); a later ruling stands beside it. */
export const ruleOnEvidence = (): CaseAct => ({
  name: 'ruleOnEvidence',
  label: label('裁定争议', '裁定爭議', 'Rule on a disputed matter'),
  right: { subject: 'acceptanceRuling', action: 'APPROVE' },
  guards: [stillOpen, customerService, complainedStaysOut],
  adds: true,
  writes: { kind: 'EvidenceRuling', fields: ['matter', 'evidence', 'ruling'] },
  returns: 'EvidenceRuling',
  async run(work, { complaint, row }) {
    const id = await work.insert('EvidenceRuling', {
      ...row,
      complaintId: complaint.id,
      byId: work.actor.staffId,
      at: work.now.toISOString(),
    });
    const to = others(work, await answerersOf(work, complaint), complaint.handlerId);
    return { id, told: await tell(work, complaint, to, 'note.evidenceRuled') };
  },
});
