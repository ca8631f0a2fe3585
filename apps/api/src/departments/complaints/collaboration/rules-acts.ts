import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import { label } from '@kehu/domain/catalogue/labels';
import { isSettingKey, isSettingValue, settingNamed } from '@kehu/domain/complaints/settings-defaults';
import { dayIn } from '@kehu/domain/text/dates';
import { type ActSpec, inputFields, reasonField, versioned } from '../../../commands/act-schema.js';
import type { ActInput, Command, Work } from '../../../commands/command.js';
import { badInput, type FieldProblem } from '../../../commands/errors.js';
import { cleanReason } from '../../../commands/reason.js';
import { checkFields } from '../../../commands/validate.js';
import type { FieldSpecs } from '../../../graphql/schema/declare.js';
import type { RecordRow } from '../../../records/encode.js';

type Values = ActInput & Readonly<Record<string, unknown>>;
type Saving = Values & { readonly id?: string | null; readonly expectedVersion?: number | null };
interface Outcome {
  readonly id: string;
}

const settings = { subject: 'complaintSettings', action: 'UPDATE' } as const;
const today = (work: Work): string => dayIn(work.context.organisation.zone, work.now);

/** What takes effect on a day that has passed would rewrite what was decided under the old rule. */
function pastProblems(work: Work, effectiveFrom: unknown): FieldProblem[] {
  return typeof effectiveFrom === 'string' && effectiveFrom < today(work)
    ? [{ path: 'effectiveFrom', message: 'rule.effectiveInPast' }]
    : [];
}

/** Up to which amount a role approves compensation from a day on; earlier rows stay as history (R4.18, F16). */
export const saveApprovalLimit: Command<Values, Outcome> = {
  name: 'saveApprovalLimit',
  permission: settings,
  async run(work, { idempotencyKey: _, reason, ...input }) {
    const { row, problems } = checkFields(kindNamed('ApprovalLimit'), input, {
      fields: ['role', 'type', 'maxAmount', 'effectiveFrom'],
      partial: false,
    });
    problems.push(...pastProblems(work, row.effectiveFrom));
    if (problems.length > 0) throw badInput(...problems);
    work.reason(cleanReason(reason, 'reason'));
    return { id: await work.insert('ApprovalLimit', row) };
  },
};

/** A rule of sale; one that is in use elsewhere is switched off rather than removed (R4.18). */
export const saveSalesRule: Command<Saving, Outcome> = {
  name: 'saveSalesRule',
  permission: settings,
  targets: ({ id, expectedVersion }) =>
    id == null ? [] : [{ kind: 'SalesRule', id: String(id), expectedVersion: expectedVersion ?? 0 }],
  async run(work, { id, expectedVersion: _v, idempotencyKey: _k, ...input }) {
    const { row, problems } = checkFields(
      kindNamed('SalesRule'),
      id == null ? { active: true, ...input } : input,
      { fields: ['code', 'name', 'text', 'active'], partial: id != null },
    );
    if (problems.length === 0 && row.code != null) {
      const same = await work.find('SalesRule', { code: String(row.code) });
      if (same.some((other) => other.id !== id)) problems.push({ path: 'code', message: 'input.duplicate' });
    }
    if (problems.length > 0) throw badInput(...problems);
    if (id == null) return { id: await work.insert('SalesRule', row) };
    await work.update('SalesRule', id, row);
    return { id };
  },
};

/** Whether key, value and severity belong together; some settings hold for all cases alike. */
function settingFits({ key, value, severity }: RecordRow): FieldProblem[] {
  const name = String(key);
  if (!isSettingKey(name)) return [{ path: 'key', message: 'rule.settingUnknown' }];
  const problems: FieldProblem[] = [];
  if (!isSettingValue(name, String(value)))
    problems.push({ path: 'value', message: 'rule.settingValue', values: { problem: String(value) } });
  if (severity != null && settingNamed(name)?.oneForAll)
    problems.push({ path: 'severity', message: 'rule.settingForAll' });
  return problems;
}

/** A value of the organisation from an instant on, with its reason; what was in force before stays readable. */
export const setComplaintSetting: Command<Values, Outcome> = {
  name: 'setComplaintSetting',
  permission: settings,
  async run(work, { idempotencyKey: _, reason, ...input }) {
    const { row, problems } = checkFields(
      kindNamed('ComplaintSetting'),
      { ...input, effectiveFrom: input.effectiveFrom ?? work.now.toISOString() },
      { fields: ['key', 'severity', 'value', 'effectiveFrom'], partial: false },
    );
    if (problems.length === 0) {
      problems.push(...settingFits(row));
      if (new Date(String(row.effectiveFrom)).getTime() < work.now.getTime())
        problems.push({ path: 'effectiveFrom', message: 'rule.effectiveInPast' });
    }
    if (problems.length > 0) throw badInput(...problems);
    const why = cleanReason(reason, 'reason');
    work.reason(why);
    const id = await work.insert('ComplaintSetting', { ...row, reason: why, byId: work.actor.staffId });
    return { id };
  },
};

/** Which procedure a category and severity take from a day on (R1.5): a new version, never a change of an old one. */
export const saveHandlingProcedure: Command<Values, Outcome> = {
  name: 'saveHandlingProcedure',
  permission: settings,
  async run(work, { idempotencyKey: _, ...input }) {
    const { row, problems } = checkFields(kindNamed('HandlingProcedure'), input, {
      fields: ['category', 'severity', 'procedure', 'effectiveFrom', 'note'],
      partial: false,
    });
    problems.push(...pastProblems(work, row.effectiveFrom));
    if (row.severity === 'SEVERE' && row.procedure !== 'SEVERE' && row.procedure !== undefined)
      problems.push({ path: 'procedure', message: 'rule.procedureNotForSevere' });
    if (problems.length > 0) throw badInput(...problems);
    const [last] = await work.rows<{ version: string | null }>(
      'SELECT MAX(procedure_version) AS version FROM handling_procedure FOR UPDATE',
      [],
    );
    const procedureVersion = Number(last?.version ?? 0) + 1;
    return {
      id: await work.insert('HandlingProcedure', { ...row, procedureVersion, byId: work.actor.staffId }),
    };
  },
};

const saved = (outcome: unknown) => ({ recordId: (outcome as Outcome).id });
const { id: itsId, expectedVersion: itsVersion } = versioned;
const maybe: FieldSpecs = Object.fromEntries(
  Object.entries({ id: itsId, expectedVersion: itsVersion }).map(([name, spec]) => {
    const { required: _, ...optional } = spec ?? { type: () => String as never };
    return [name, optional];
  }),
);

/** Mutations of the department's own rules 参数设置; HR and administration keep them (R4.28). */
export function ruleActs(): ActSpec[] {
  return [
    {
      command: saveApprovalLimit,
      label: label('设定审批限额', '設定核准限額', 'Set an approval limit'),
      input: {
        ...inputFields(
          'ApprovalLimit',
          ['role', 'type', 'maxAmount', 'effectiveFrom'],
          ['role', 'maxAmount', 'effectiveFrom'],
        ),
        ...reasonField(true),
      },
      returns: 'ApprovalLimit',
      answer: saved,
    },
    {
      command: saveSalesRule,
      label: label('保存销售处理规定', '儲存銷售處理規定', 'Save a sales rule'),
      input: { ...maybe, ...inputFields('SalesRule', ['code', 'name', 'text', 'active']) },
      returns: 'SalesRule',
      answer: saved,
    },
    {
      command: setComplaintSetting,
      label: label('设定投诉参数', '設定投訴參數', 'Set a complaint setting'),
      input: {
        ...inputFields('ComplaintSetting', ['key', 'severity', 'value', 'effectiveFrom'], ['key', 'value']),
        ...reasonField(true),
      },
      returns: 'ComplaintSetting',
      answer: saved,
    },
    {
      command: saveHandlingProcedure,
      label: label('发布处理程序', '發布處理程序', 'Publish a handling procedure'),
      input: inputFields(
        'HandlingProcedure',
        ['category', 'severity', 'procedure', 'effectiveFrom', 'note'],
        ['severity', 'procedure', 'effectiveFrom'],
      ),
      returns: 'HandlingProcedure',
      answer: saved,
    },
  ] as ActSpec[];
}
