import { dateTime, decimal, oneOf, text, toOne } from '../catalogue/fields.js';
import { kind } from '../catalogue/kind.js';
import { label } from '../catalogue/labels.js';
import { type CodeOf, vocabulary } from '../catalogue/vocabulary.js';

export const proposalType = vocabulary('ProposalType', {
  DEVELOPMENT: label('大客户开发', '大客戶開發', 'Development of key accounts'),
  OPERATION: label('大客户运营', '大客戶營運', 'Operation of key accounts'),
  COST: label('节约成本', '節約成本', 'Saving of cost'),
  MANAGEMENT: label('公司管理', '公司管理', 'Management of the company'),
});

/** States of a proposal (D4); answered within 15 working days. */
export const proposalState = vocabulary('ProposalState', {
  SUBMITTED: label('已提交', '已提交', 'Submitted'),
  REVIEWED: label('已评审', '已審查', 'Reviewed'),
  ADOPTED: label('已采纳', '已採納', 'Adopted'),
  DECLINED: label('未采纳', '未採納', 'Declined'),
  IMPLEMENTED: label('已实施', '已實施', 'Implemented'),
  EFFECT_CHECKED: label('已核实效果', '已核實成效', 'Effect checked'),
});
export type ProposalState = CodeOf<typeof proposalState>;

/** A reasonable suggestion 合理化建议 (R3.3, R3.7): reviewed, decided, carried out, its effect checked. */
export const improvementProposal = kind('ImprovementProposal', {
  plural: 'improvementProposals',
  table: 'improvement_proposal',
  department: 'key-accounts',
  subject: 'proposal',
  label: label('合理化建议', '合理化建議', 'Proposal'),
  title: 'title',
  defaultOrder: [{ field: 'no', direction: 'DESC' }],
  fields: {
    no: text(label('建议编号', '建議編號', 'No.'), { max: 32 }),
    title: text(label('标题', '標題', 'Title'), { max: 160, searchable: true }),
    type: oneOf(label('类别', '類別', 'Type'), proposalType),
    state: oneOf(label('状态', '狀態', 'State'), proposalState),
    problem: text(label('现状与问题', '現狀與問題', 'Problem'), { max: 4000 }),
    suggestion: text(label('建议内容', '建議內容', 'Suggestion'), { max: 4000 }),
    expectedSaving: decimal(label('预计节约', '預計節約', 'Expected saving'), {
      optional: true,
      scale: 2,
      money: true,
      min: 0,
    }),
    policy: toOne('DealerPolicy', label('相关制度', '相關制度', 'Rule concerned'), { inverse: 'proposals' }),
    proposer: toOne('Staff', label('建议人', '建議人', 'Proposer'), { required: true, inverse: 'proposals' }),
    submittedAt: dateTime(label('提交时间', '提交時間', 'Submitted at')),
    dueAt: dateTime(label('应答复时间', '應答覆時間', 'Answer due at')),
    reviewer: toOne('Staff', label('评审人', '審查人', 'Reviewer')),
    review: text(label('评审意见', '審查意見', 'Review'), { optional: true, max: 2000 }),
    decidedBy: toOne('Staff', label('决定人', '決定人', 'Decided by')),
    decidedAt: dateTime(label('决定时间', '決定時間', 'Decided at'), { optional: true }),
    decisionReason: text(label('决定理由', '決定理由', 'Reason'), { optional: true, max: 2000 }),
    implementedAt: dateTime(label('实施时间', '實施時間', 'Implemented at'), { optional: true }),
    effect: text(label('效果', '成效', 'Effect'), { optional: true, max: 2000 }),
    realisedSaving: decimal(label('实际节约', '實際節約', 'Realised saving'), {
      optional: true,
      scale: 2,
      money: true,
      min: 0,
    }),
    checkedBy: toOne('Staff', label('核实人', '核實人', 'Checked by')),
    checkedAt: dateTime(label('核实时间', '核實時間', 'Checked at'), { optional: true }),
  },
});
