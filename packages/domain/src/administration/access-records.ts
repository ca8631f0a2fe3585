import { date, dateTime, integer, json, oneOf, text, toOne } from '../catalogue/fields.js';
import { kind, type RowOf } from '../catalogue/kind.js';
import { label } from '../catalogue/labels.js';
import { vocabulary } from '../catalogue/vocabulary.js';

export const grantState = vocabulary('GrantState', {
  PENDING: label('待批准', '待核准', 'Waiting for approval'),
  ACTIVE: label('有效', '有效', 'Active'),
  REFUSED: label('已拒绝', '已拒絕', 'Refused'),
  REVOKED: label('已撤销', '已撤銷', 'Revoked'),
});

/** A role given to a person (授权). It holds from the approval by a second person (dossier B7.5). */
export const roleGrant = kind('RoleGrant', {
  plural: 'roleGrants',
  table: 'role_grant',
  department: 'administration',
  subject: 'roleGrant',
  label: label('授权', '授權', 'Role grant'),
  title: 'role',
  importable: true,
  fields: {
    staff: toOne('Staff', label('员工', '員工', 'Staff'), {
      required: true,
      inverse: 'roleGrants',
      inverseLabel: label('授权', '授權', 'Role grants'),
    }),
    role: text(label('角色', '角色', 'Role'), { max: 40 }),
    state: oneOf(label('状态', '狀態', 'State'), grantState),
    grantedBy: toOne('Staff', label('授权人', '授權人', 'Granted by')),
    grantedVia: text(label('授权途径', '授權途徑', 'Granted via'), { max: 20 }),
    approvedBy: toOne('Staff', label('批准人', '核准人', 'Approved by')),
    approvedVia: text(label('批准途径', '核准途徑', 'Approved via'), { optional: true, max: 20 }),
    approvedAt: dateTime(label('批准时间', '核准時間', 'Approved at'), { optional: true }),
    validFrom: dateTime(label('自', '自', 'From'), { optional: true }),
    validTo: dateTime(label('至', '至', 'To'), { optional: true }),
    expiresOn: date(label('到期日', '到期日', 'Expires on'), { optional: true }),
    reason: text(label('理由', '理由', 'Reason'), { optional: true, max: 500 }),
  },
});
export type RoleGrantRow = RowOf<typeof roleGrant>;

/** One act on one record: who, what, before → after (masked), when, from where, why. Append-only, hash-chained. */
export const auditEntry = kind('AuditEntry', {
  plural: 'auditEntries',
  table: 'audit_entry',
  department: 'administration',
  subject: 'audit',
  label: label('操作审计', '操作稽核', 'Audit entry'),
  title: 'action',
  defaultOrder: [{ field: 'id', direction: 'DESC' }],
  fields: {
    at: dateTime(label('时间', '時間', 'At')),
    actor: toOne('Staff', label('操作人', '操作人', 'Actor')),
    actorVia: text(label('途径', '途徑', 'Via'), {
      max: 20,
      note: label(
        'session、token、operator 或 system',
        'session、token、operator 或 system',
        'session, token, operator or system',
      ),
    }),
    onBehalfOf: toOne('Staff', label('代理', '代理', 'On behalf of')),
    action: text(label('操作', '操作', 'Action'), { max: 60 }),
    entity: text(label('对象', '對象', 'Kind of record'), { max: 40 }),
    entityId: text(label('对象编号', '對象編號', 'Record id'), { max: 20 }),
    wholeEntity: text(label('所属档案', '所屬檔案', 'Kind of the whole'), {
      max: 40,
      note: label(
        '联系人属于客户；不属于其他记录的即其本身',
        '聯絡人屬於客戶；不屬於其他紀錄的即其本身',
        'A contact belongs to a customer; what belongs to nothing is its own whole',
      ),
    }),
    wholeId: text(label('所属档案编号', '所屬檔案編號', 'Id of the whole'), { max: 20 }),
    sequence: integer(label('该记录的序号', '該紀錄的序號', 'Sequence for the record')),
    before: json(label('修改前', '修改前', 'Before'), { optional: true }),
    after: json(label('修改后', '修改後', 'After'), { optional: true }),
    ip: text(label('来源地址', '來源位址', 'Address'), { optional: true, max: 45 }),
    reason: text(label('原因', '原因', 'Reason'), { optional: true, max: 500 }),
    requestId: text(label('请求编号', '請求編號', 'Request id'), { optional: true, max: 40 }),
    mac: text(label('校验值', '驗證值', 'Check value'), {
      max: 64,
      system: true,
      note: label(
        '由服务器密钥对本条内容计算；不符即被改动',
        '由伺服器密鑰對本筆內容計算；不符即被更動',
        'Made of the entry with a key of the server; one that does not fit shows a change',
      ),
    }),
  },
});
export type AuditEntryRow = RowOf<typeof auditEntry>;

/** One look at full identifiers (查看完整号码), with its reason; listed on the customer's file. */
export const personalDataReveal = kind('PersonalDataReveal', {
  plural: 'personalDataReveals',
  table: 'personal_data_reveal',
  department: 'administration',
  subject: 'personalDataAccess',
  label: label('查看完整号码记录', '查看完整號碼紀錄', 'Personal data reveal'),
  title: 'at',
  defaultOrder: [{ field: 'at', direction: 'DESC' }],
  fields: {
    at: dateTime(label('时间', '時間', 'At')),
    staff: toOne('Staff', label('查看人', '查看人', 'By'), { inverse: 'reveals' }),
    customer: toOne('Customer', label('客户', '客戶', 'Customer'), {
      inverse: 'reveals',
      inverseLabel: label('查看完整号码记录', '查看完整號碼紀錄', 'Reveals'),
    }),
    entity: text(label('对象', '對象', 'Kind of record'), { max: 40 }),
    entityId: text(label('对象编号', '對象編號', 'Record id'), { max: 20 }),
    fieldNames: text(label('项目', '項目', 'Fields'), { max: 400 }),
    reason: text(label('理由', '理由', 'Reason'), { max: 500 }),
    basis: text(label('依据', '依據', 'Basis'), {
      optional: true,
      max: 60,
      note: label(
        '取自哪一案件、来访或订单',
        '取自哪一案件、來訪或訂單',
        'The case, visit or order that the reason is taken from',
      ),
    }),
  },
});
export type PersonalDataRevealRow = RowOf<typeof personalDataReveal>;

/** A named token for scripts and analysts; the token itself is stored only as a hash. */
export const apiToken = kind('ApiToken', {
  plural: 'apiTokens',
  table: 'api_token',
  department: 'administration',
  subject: 'apiToken',
  label: label('接口令牌', '介面權杖', 'API token'),
  title: 'name',
  fields: {
    name: text(label('名称', '名稱', 'Name'), { max: 80 }),
    staff: toOne('Staff', label('所有人', '所有人', 'Owner'), { required: true, inverse: 'apiTokens' }),
    prefix: text(label('前缀', '前綴', 'Prefix'), { max: 12, system: true }),
    expiresAt: dateTime(label('到期时间', '到期時間', 'Expires at')),
    lastUsedAt: dateTime(label('最近使用', '最近使用', 'Last used'), { optional: true }),
    revokedAt: dateTime(label('撤销时间', '撤銷時間', 'Revoked at'), { optional: true }),
  },
});
export type ApiTokenRow = RowOf<typeof apiToken>;

/**
 * An owner opened the file of an own organisation and saw its business contacts plainly (practice,
 * settings 8). One row per person, customer and day: enough to answer who looked, cheap enough to keep.
 */
export const personalDataView = kind('PersonalDataView', {
  plural: 'personalDataViews',
  table: 'personal_data_view',
  department: 'administration',
  subject: 'personalDataAccess',
  label: label('档案查看记录', '檔案查看紀錄', 'File view'),
  title: 'day',
  defaultOrder: [{ field: 'at', direction: 'DESC' }],
  fields: {
    staff: toOne('Staff', label('查看人', '查看人', 'By'), { required: true, inverse: 'fileViews' }),
    customer: toOne('Customer', label('客户', '客戶', 'Customer'), {
      required: true,
      inverse: 'fileViews',
      inverseLabel: label('档案查看记录', '檔案查看紀錄', 'File views'),
    }),
    day: date(label('日期', '日期', 'Day')),
    at: dateTime(label('当日首次', '當日首次', 'First that day')),
  },
});
export type PersonalDataViewRow = RowOf<typeof personalDataView>;
