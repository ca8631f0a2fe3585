import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import { label } from '@kehu/domain/catalogue/labels';
import { complaintActLabel } from '@kehu/domain/complaints/act-labels';
import { hideComplainant } from '@kehu/domain/complaints/hide-complainant';
import type { Severity } from '@kehu/domain/complaints/vocabularies';
import { GraphQLBoolean, GraphQLString } from 'graphql';
import type { RootSpec } from '../../../commands/act-schema.js';
import { unauthenticated } from '../../../commands/errors.js';
import type { RequestContext } from '../../../context.js';
import { catalogueTypes } from '../../../graphql/schema/catalogue-types.js';
import { scalars } from '../../../graphql/schema/kinds.js';
import { type DriverRow, decodeRow, instantOf } from '../../../records/decode.js';
import type { RecordRow } from '../../../records/encode.js';
import { marks } from '../../../records/marks.js';
import { sourceOfRequest } from '../../../records/source.js';
import { readSettings } from './settings.js';

const mostCases = 200;
const stands = label('投诉人', '投訴人', 'the complainant');

/**
 * `complaintsAboutMe`: the cases about the asking person. Until the customer has been answered they come
 * without what names the complainant: subject and description without the words that do, the log as act,
 * time and state alone; after it, in full (practice 13). The setting `complained.reads` closes unanswered ones altogether.
 */
export function aboutMeQuery(): RootSpec {
  const { declarations } = catalogueTypes();
  const text = (hans: string, hant: string, en: string) => ({
    type: () => GraphQLString,
    label: label(hans, hant, en),
  });
  declarations.object('StepAboutMe', {
    action: { ...text('操作', '操作', 'Act'), required: true },
    label: { ...text('名称', '名稱', 'In words'), required: true },
    at: { type: () => scalars.dateTime, required: true, label: label('时间', '時間', 'At') },
    state: {
      type: declarations.ref('ComplaintState'),
      required: true,
      label: label('此后的状态', '此後的狀態', 'State after it'),
    },
    by: text('办理人', '辦理人', 'By'),
    note: text('说明', '說明', 'Note'),
  });
  const step = declarations.ref('StepAboutMe');
  declarations.object(
    'ComplaintAboutMe',
    {
      id: { type: () => scalars.id, required: true, label: label('编号', '編號', 'Id') },
      no: { ...text('案件编号', '案件編號', 'Case no.'), required: true },
      state: {
        type: declarations.ref('ComplaintState'),
        required: true,
        label: label('状态', '狀態', 'State'),
      },
      category: {
        type: declarations.ref('ComplaintCategory'),
        required: true,
        label: label('类别', '類別', 'Category'),
      },
      subject: { ...text('主题', '主題', 'Subject'), required: true },
      description: { ...text('投诉内容', '投訴內容', 'Description'), required: true },
      complainantName: text('投诉人', '投訴人', 'Complainant'),
      receivedAt: {
        type: () => scalars.dateTime,
        required: true,
        label: label('收到时间', '收到時間', 'Received at'),
      },
      repliedAt: { type: () => scalars.dateTime, label: label('答复时间', '答覆時間', 'Replied at') },
      hidden: {
        type: () => GraphQLBoolean,
        required: true,
        label: label('已隐去投诉人', '已隱去投訴人', 'Without the complainant'),
      },
      steps: { type: () => [step() as never], required: true, label: label('办理过程', '辦理過程', 'Steps') },
    },
    label('关于本人的投诉', '關於本人的投訴', 'A complaint about oneself'),
  );
  const answer = declarations.ref('ComplaintAboutMe');
  return {
    name: 'complaintsAboutMe',
    label: label('关于本人的投诉', '關於本人的投訴', 'Complaints about oneself'),
    args: {},
    type: () => [answer() as never],
    resolve: (_args, context) => complaintsAbout(context),
  };
}

async function complaintsAbout(context: RequestContext): Promise<unknown[]> {
  const { actor, services, language } = context;
  if (!actor) throw unauthenticated();
  const source = sourceOfRequest(context);
  const kind = kindNamed('Complaint');
  const found = await source.rows<DriverRow>(
    `SELECT * FROM complaint WHERE complained_staff_id = ? ORDER BY received_at DESC, id DESC LIMIT ${mostCases}`,
    [actor.staffId],
  );
  const setting = await readSettings(source);
  const cases = found
    .map((row) => decodeRow(kind, row, services.codec))
    .filter((row) => row.repliedAt != null || setting('complained.reads', row.severity as Severity) === 'on');
  const steps = await stepsOf(context, cases);
  const customers = await customerNames(context, cases);
  return cases.map((row) => {
    const hidden = row.repliedAt == null;
    const names = [row.complainantName, row.representedBy, customers.get(String(row.customerId))] as (
      | string
      | null
    )[];
    const said = (value: unknown) =>
      value == null || !hidden ? value : hideComplainant(String(value), { names }, stands[language]);
    return {
      id: row.id,
      no: row.no,
      state: row.state,
      category: row.category,
      subject: said(row.subject),
      description: said(row.description),
      complainantName: hidden ? null : row.complainantName,
      receivedAt: row.receivedAt,
      repliedAt: row.repliedAt,
      hidden,
      // A colleague may be who complained, and a note may say whose words it repeats.
      steps: (steps.get(String(row.id)) ?? []).map(({ action, at, state, by, note }) => ({
        action,
        label: complaintActLabel(action)[language],
        at: instantOf(at),
        state,
        by: hidden ? null : by,
        note: hidden ? null : note,
      })),
    };
  });
}

interface StepColumns {
  readonly complaint_id: unknown;
  readonly action: string;
  readonly at: unknown;
  readonly state: string;
  readonly by: string | null;
  readonly note: string | null;
}

async function stepsOf(
  context: RequestContext,
  cases: readonly RecordRow[],
): Promise<ReadonlyMap<string, StepColumns[]>> {
  const ids = cases.map(({ id }) => String(id));
  const steps = new Map<string, StepColumns[]>();
  if (ids.length === 0) return steps;
  const rows = await sourceOfRequest(context).rows<StepColumns>(
    `SELECT c.complaint_id, c.action, c.\`at\`, c.\`to\` AS state, s.display_name AS \`by\`, c.note
     FROM case_step c LEFT JOIN staff s ON s.id = c.by_id
     WHERE c.recalled_at IS NULL AND c.complaint_id IN (${marks(ids)}) ORDER BY c.id`,
    ids,
  );
  for (const row of rows) {
    const id = String(row.complaint_id);
    steps.set(id, [...(steps.get(id) ?? []), row]);
  }
  return steps;
}

async function customerNames(
  context: RequestContext,
  cases: readonly RecordRow[],
): Promise<ReadonlyMap<string, string>> {
  const ids = cases.flatMap(({ customerId }) => (customerId == null ? [] : [String(customerId)]));
  if (ids.length === 0) return new Map();
  const rows = await sourceOfRequest(context).rows<{ id: unknown; name: string }>(
    `SELECT id, name FROM customer WHERE id IN (${marks(ids)})`,
    ids,
  );
  return new Map(rows.map(({ id, name }) => [String(id), name]));
}
