import { label } from '@kehu/domain/catalogue/labels';
import { severeTrigger } from '@kehu/domain/complaints/vocabularies';
import { GraphQLBoolean, GraphQLString } from 'graphql';
import { type ActSpec, inputFields, versioned } from '../../../commands/act-schema.js';
import type { ActionRule } from '../../../commands/allowed-actions.js';
import { catalogueTypes } from '../../../graphql/schema/catalogue-types.js';
import type { FieldSpecs } from '../../../graphql/schema/declare.js';
import { scalars } from '../../../graphql/schema/kinds.js';
import { takesPart } from '../collaboration/case-act.js';
import { complainedStaysOut, firstOf, inTheCase, stillOpen } from '../collaboration/guards.js';
import { addComplaintIntake } from './add-intake.js';
import { attachFiles, attachGuard } from './attach-files.js';
import { cardFields, registerComplaint } from './register.js';
import { correctable, unruled, updateComplaint } from './update.js';

const { id, expectedVersion } = versioned as { id: FieldSpecs[string]; expectedVersion: FieldSpecs[string] };
const { required: _, ...seen } = expectedVersion;
/** An addition does not depend on what was seen. */
const maybeVersioned: FieldSpecs = { id, expectedVersion: seen };
const answer = (outcome: unknown) => {
  const { id: recordId, told = [], next = null } = outcome as { id: string; told?: never[]; next?: unknown };
  return { recordId, told, next };
};
const files = (name: string, hans: string, hant: string, en: string): FieldSpecs => ({
  [name]: { type: () => [scalars.id as never], label: label(hans, hant, en) },
});

/** Mutations of the intake. */
export function intakeActs(): ActSpec[] {
  const { declarations } = catalogueTypes();
  declarations.input('ComplaintDemandInput', inputFields('ComplaintDemand', ['type', 'detail'], ['type']));
  const demand = declarations.ref('ComplaintDemandInput');
  const demands: FieldSpecs = {
    demands: {
      type: () => [demand() as never],
      label: label('客户要求', '客戶要求', 'What the customer asks for'),
    },
  };
  const severeBy: FieldSpecs = {
    triggers: {
      type: () => [declarations.ref(severeTrigger.name)()],
      label: label('严重情形（D1.3）', '嚴重情形（D1.3）', 'What makes it severe (D1.3)'),
    },
  };
  const settled: FieldSpecs = {
    settledOnSpot: {
      type: () => GraphQLBoolean,
      label: label(
        '已当场解决（限一般投诉，补偿在门店限额内）',
        '已當場解決（限一般投訴，補償在門市限額內）',
        'Settled on the spot (general cases, within the limit of the store)',
      ),
    },
    settledText: {
      type: () => GraphQLString,
      label: label('当场如何解决', '當場如何解決', 'How it was settled'),
    },
    settledAmount: {
      type: () => scalars.decimal,
      label: label('当场补偿金额', '當場補償金額', 'What was given on the spot'),
    },
    settledType: {
      ...inputFields('CompensationRequest', ['type']).type,
      label: label('当场补偿类型', '當場補償類型', 'Kind of what was given'),
    } as FieldSpecs[string],
  };
  return [
    {
      command: registerComplaint,
      label: label('登记投诉', '登記投訴', 'Register a complaint'),
      input: {
        ...inputFields('Complaint', ['customer', 'anonymous', 'complainantName', 'complainantPhone']),
        ...inputFields('Complaint', cardFields, ['subject', 'description', 'category', 'channel']),
        ...inputFields('Complaint', ['receivedAt']),
        ...inputFields('ComplaintIntake', ['outsideNo', 'outsideDueAt', 'note']),
        ...demands,
        ...severeBy,
        ...settled,
        ...files(
          'fileIds',
          '附件（上传所得编号）',
          '附件（上傳所得編號）',
          'Files, by the ids that uploading gave',
        ),
        ...files(
          'originalFileIds',
          '投诉原件',
          '投訴原件',
          'The original complaint, by the ids that uploading gave',
        ),
      },
      returns: 'Complaint',
      answer,
    },
    {
      command: updateComplaint,
      label: label('修改登记内容', '修改登記內容', 'Correct what was registered'),
      input: { ...versioned, ...inputFields('Complaint', correctable), ...demands },
      returns: 'Complaint',
      answer,
    },
    {
      command: addComplaintIntake,
      label: label('补充来源', '補充來源', 'Add an intake'),
      input: {
        ...maybeVersioned,
        ...inputFields(
          'ComplaintIntake',
          ['channel', 'outsideNo', 'outsideDueAt', 'receivedAt', 'note'],
          ['channel'],
        ),
        ...files('fileIds', '附件', '附件', 'Files'),
      },
      returns: 'Complaint',
      answer,
    },
    {
      command: attachFiles,
      label: label('添加附件', '新增附件', 'Attach files'),
      input: {
        ...maybeVersioned,
        fileIds: {
          ...files('fileIds', '文件', '檔案', 'Files').fileIds,
          required: true,
        } as FieldSpecs[string],
        ...inputFields('Attachment', ['original']),
      },
      returns: 'Complaint',
      answer,
    },
  ] as ActSpec[];
}

/** Their buttons on a case. */
export function intakeActions(): ActionRule[] {
  const open = firstOf(stillOpen, complainedStaysOut);
  const further = firstOf(stillOpen, complainedStaysOut, inTheCase);
  return [
    {
      action: 'updateComplaint',
      right: { subject: 'complaintCard', action: 'UPDATE' },
      deputies: true,
      obstacle: (row, actor) =>
        open(row, actor) ??
        (unruled.includes(row.state) ? null : { message: 'rule.ruledAlready', article: 'R4.15' }),
    },
    { action: 'addComplaintIntake', right: takesPart, deputies: true, obstacle: further },
    { action: 'attachFiles', right: takesPart, deputies: true, obstacle: attachGuard },
  ];
}
