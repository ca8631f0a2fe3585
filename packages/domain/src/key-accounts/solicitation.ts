import { date, dateTime, decimal, integer, oneOf, text, toOne } from '../catalogue/fields.js';
import { kind, type RowOf } from '../catalogue/kind.js';
import { label } from '../catalogue/labels.js';
import { lostReason, solicitationStage } from './vocabularies.js';

/** One attempt to sign a customer up 招商 (R3.1): from the lead to the contract, or lost with its reason. */
export const solicitation = kind('Solicitation', {
  plural: 'solicitations',
  table: 'solicitation',
  department: 'key-accounts',
  subject: 'solicitation',
  label: label('招商', '招商', 'Solicitation'),
  title: 'no',
  importable: true,
  defaultOrder: [{ field: 'no', direction: 'DESC' }],
  fields: {
    no: text(label('招商编号', '招商編號', 'No.'), { max: 32, searchable: true }),
    prospect: text(label('目标客户', '目標客戶', 'Prospect'), { max: 120, searchable: true, sorted: true }),
    customer: toOne('Customer', label('客户档案', '客戶檔案', 'Customer file'), {
      inverse: 'solicitations',
      inverseLabel: label('招商', '招商', 'Solicitations'),
    }),
    region: toOne('Region', label('区域', '區域', 'Region'), { required: true, inverse: 'solicitations' }),
    owner: toOne('Staff', label('负责人', '負責人', 'Owner'), {
      required: true,
      inverse: 'solicitations',
      inverseLabel: label('招商', '招商', 'Solicitations'),
    }),
    stage: oneOf(label('阶段', '階段', 'Stage'), solicitationStage),
    stageSince: dateTime(label('阶段开始', '階段開始', 'Stage since')),
    leadSource: text(label('线索来源', '線索來源', 'Where the lead came from'), {
      optional: true,
      max: 60,
      codeList: 'acquiredVia',
    }),
    need: text(label('需求', '需求', 'Need'), { optional: true, max: 2000 }),
    expectedAmount: decimal(label('预计金额', '預計金額', 'Expected amount'), {
      optional: true,
      scale: 2,
      money: true,
      min: 0,
    }),
    expectedOn: date(label('预计签约', '預計簽約', 'Expected on'), { optional: true }),
    cost: decimal(label('已发生费用', '已發生費用', 'Cost so far'), {
      scale: 2,
      money: true,
      min: 0,
      system: true,
      note: label('由费用记录汇总', '由費用紀錄彙總', 'Summed up from the cost entries'),
    }),
    protectedUntil: date(label('报备保护至', '報備保護至', 'Protected until'), {
      optional: true,
      note: label(
        '保护期内其他人不得开发同一客户',
        '保護期內其他人不得開發同一客戶',
        'Until then nobody else may solicit the same prospect (报备)',
      ),
    }),
    lostReason: oneOf(label('未成交原因', '未成交原因', 'Why lost'), lostReason, { optional: true }),
    lostNote: text(label('未成交说明', '未成交說明', 'How it was lost'), { optional: true, max: 1000 }),
    signedAt: dateTime(label('签约时间', '簽約時間', 'Signed at'), { optional: true }),
    endedAt: dateTime(label('结束时间', '結束時間', 'Ended at'), { optional: true }),
  },
});
export type SolicitationRow = RowOf<typeof solicitation>;

/** A step of a solicitation from one stage to the next. */
export const solicitationStep = kind('SolicitationStep', {
  plural: 'solicitationSteps',
  table: 'solicitation_step',
  department: 'key-accounts',
  subject: 'solicitation',
  partOf: 'solicitation',
  label: label('招商进展', '招商進展', 'Step of a solicitation'),
  title: 'toStage',
  fields: {
    solicitation: toOne('Solicitation', label('招商', '招商', 'Solicitation'), {
      required: true,
      inverse: 'steps',
      inverseLabel: label('进展', '進展', 'Steps'),
    }),
    transition: text(label('流转号', '流轉號', 'Transition'), { max: 20 }),
    act: text(label('动作', '動作', 'Act'), { max: 60 }),
    fromStage: oneOf(label('原阶段', '原階段', 'From'), solicitationStage, { optional: true }),
    toStage: oneOf(label('新阶段', '新階段', 'To'), solicitationStage),
    note: text(label('说明', '說明', 'Note'), { optional: true, max: 2000 }),
    owner: toOne('Staff', label('负责人', '負責人', 'Owner then'), {
      note: label('此步之后的负责人', '此步之後的負責人', 'Who answers for it after the step'),
    }),
    daysInStage: integer(label('阶段停留（天）', '階段停留（天）', 'Days in the stage'), {
      optional: true,
      min: 0,
    }),
    by: toOne('Staff', label('经办人', '經辦人', 'By')),
    onBehalfOf: toOne('Staff', label('代理', '代理', 'On behalf of'), {
      note: label('委托代理时，被代理人', '委託代理時，被代理人', 'Under a delegation: in whose name (B7.7)'),
    }),
    at: dateTime(label('时间', '時間', 'At')),
  },
});
