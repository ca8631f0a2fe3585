import { bool, dateTime, integer, oneOf, text, toOne } from '../catalogue/fields.js';
import { kind, type RowOf } from '../catalogue/kind.js';
import { label } from '../catalogue/labels.js';
import { handoverItemKind, handoverState, responsibilityPhase } from './vocabularies.js';

/** The hand-over of an account to operations 移交 (R3.2, D5): proposed, ticked and accepted, approved. */
export const phaseHandover = kind('PhaseHandover', {
  plural: 'phaseHandovers',
  table: 'phase_handover',
  department: 'key-accounts',
  subject: 'phaseHandover',
  label: label('移交清单', '移交清單', 'Hand-over'),
  title: 'no',
  defaultOrder: [{ field: 'no', direction: 'DESC' }],
  fields: {
    no: text(label('移交编号', '移交編號', 'No.'), { max: 32 }),
    keyAccount: toOne('KeyAccount', label('大客户', '大客戶', 'Key account'), {
      required: true,
      inverse: 'handovers',
      inverseLabel: label('移交记录', '移交紀錄', 'Hand-overs'),
    }),
    toPhase: oneOf(label('移交至', '移交至', 'To phase'), responsibilityPhase),
    state: oneOf(label('状态', '狀態', 'State'), handoverState),
    reason: text(label('移交说明', '移交說明', 'Reason'), { max: 2000 }),
    fromManager: toOne('Staff', label('移交人', '移交人', 'Handed over by'), { required: true }),
    proposedAt: dateTime(label('提出时间', '提出時間', 'Proposed at')),
    toStaff: toOne('Staff', label('接收人', '接收人', 'Received by')),
    acceptedAt: dateTime(label('接收时间', '接收時間', 'Accepted at'), { optional: true }),
    acceptNote: text(label('接收意见', '接收意見', 'Remark of the receiver'), { optional: true, max: 1000 }),
    approvedBy: toOne('Staff', label('批准人', '核准人', 'Approved by')),
    approvedAt: dateTime(label('批准时间', '核准時間', 'Approved at'), { optional: true }),
    effectiveAt: dateTime(label('生效时间', '生效時間', 'Effective at'), { optional: true }),
    itemCount: integer(label('移交项数', '移交項數', 'Items'), { min: 0 }),
  },
});
export type PhaseHandoverRow = RowOf<typeof phaseHandover>;

/** One line of the list that the receiver ticks. */
export const handoverItem = kind('HandoverItem', {
  plural: 'handoverItems',
  table: 'handover_item',
  department: 'key-accounts',
  subject: 'phaseHandover',
  partOf: 'handover',
  label: label('移交事项', '移交事項', 'Item handed over'),
  title: 'title',
  fields: {
    handover: toOne('PhaseHandover', label('移交清单', '移交清單', 'Hand-over'), {
      required: true,
      inverse: 'items',
      inverseLabel: label('移交事项', '移交事項', 'Items'),
    }),
    itemNo: integer(label('序号', '序號', 'No.'), { min: 1 }),
    kind: oneOf(label('类别', '類別', 'Kind'), handoverItemKind),
    recordId: text(label('记录', '紀錄', 'Record'), { optional: true, max: 20, system: true }),
    title: text(label('内容', '內容', 'Content'), { max: 300 }),
    stateThen: text(label('移交时状态', '移交時狀態', 'State then'), { optional: true, max: 40 }),
    received: bool(label('已接收', '已接收', 'Received')),
    remark: text(label('备注', '備註', 'Remark'), { optional: true, max: 500 }),
  },
});
